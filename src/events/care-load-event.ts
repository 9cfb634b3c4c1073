import type { Article } from '../model/article.js';
import type { Benefit } from '../model/benefit.js';

/** What a content element has loaded: the part that fits the element is set. */
export interface Loaded {
  readonly article?: Article;
  readonly articles?: readonly Article[];
  readonly benefits?: readonly Benefit[];
}

/** `care-load`: the content is there and has been rendered. Like `load` of an `<img>` it does not bubble. */
export class CareLoadEvent extends CustomEvent<null> {
  readonly article: Article | undefined;
  readonly articles: readonly Article[] | undefined;
  readonly benefits: readonly Benefit[] | undefined;

  constructor({ article, articles, benefits }: Loaded) {
    super('care-load');
    this.article = article;
    this.articles = articles;
    this.benefits = benefits;
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-load': CareLoadEvent;
  }
}
