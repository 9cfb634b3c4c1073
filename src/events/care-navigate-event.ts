import type { Article } from '../model/article.js';

/**
 * `care-navigate`: a visitor follows a link of a widget. Bubbles and is composed; a single-page app calls
 * `preventDefault()` and shows the article itself. Not sent for a click that opens a new tab or window.
 */
export class CareNavigateEvent extends CustomEvent<null> {
  /** Absolute. */
  readonly url: string;
  readonly article: Article | undefined;

  constructor(url: string, article?: Article) {
    super('care-navigate', { bubbles: true, composed: true, cancelable: true });
    this.url = url;
    this.article = article;
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-navigate': CareNavigateEvent;
  }
  interface DocumentEventMap {
    'care-navigate': CareNavigateEvent;
  }
}
