import type { Markup } from '../html/markup.js';
import type { Article, Neighbors } from '../model/article.js';
import type { Category } from '../model/taxonomy.js';
import { createContext, type PageContext, type RenderContext, type WidgetAttributes } from './context.js';
import { article } from './widgets/article.js';
import { author } from './widgets/author.js';
import { benefits, type BenefitsData } from './widgets/benefits.js';
import { articleCard } from './widgets/card.js';
import { articleList, type ListData } from './widgets/list.js';
import { categories, postNav } from './widgets/navigation.js';
import type { WrittenArticle } from './widgets/parts.js';

/** What each element is rendered from. */
export interface WidgetContent {
  'care-article': WrittenArticle;
  'care-article-card': Article | WrittenArticle;
  'care-article-list': ListData;
  'care-post-nav': Neighbors;
  'care-categories': readonly Category[];
  'care-author': Pick<Article, 'authors'>;
  /** `null`: what is built in. */
  'care-benefits': BenefitsData | null;
}

export type WidgetTag = keyof WidgetContent;

type Renderer<T extends WidgetTag> = (content: WidgetContent[T], context: RenderContext) => Markup | undefined;

const RENDERERS: { readonly [T in WidgetTag]: Renderer<T> } = {
  'care-article': article,
  'care-article-card': articleCard as Renderer<'care-article-card'>,
  'care-article-list': articleList,
  'care-post-nav': postNav,
  'care-categories': categories,
  'care-author': author,
  'care-benefits': benefits,
};

/** Whether an element of this name can be rendered. */
export const isWidgetTag = (tag: string): tag is WidgetTag => Object.hasOwn(RENDERERS, tag);

/**
 * The HTML that stands inside an element, as `docs/rendered-html.md` describes it. Text is escaped, URLs other than
 * `http:` and `https:` are left out, and nothing depends on the clock or the time zone.
 *
 * @param tag Name of a content element.
 * @param attributes What is written on the element, and the settings that hold there: `{ endpoint, 'article-url', locale, … }`.
 * @param content What it shows. HTML in it must have passed `sanitise()`.
 * @param page What is known of the page around it.
 * @returns Empty where there is nothing to show.
 * @throws TypeError For a tag that shows no content.
 */
export const renderWidget = <T extends WidgetTag>(
  tag: T,
  attributes: WidgetAttributes,
  content: WidgetContent[T],
  page: PageContext = {},
): string => {
  if (!isWidgetTag(tag)) throw new TypeError(`<${String(tag)}> shows no content: ${Object.keys(RENDERERS).join(', ')}`);
  const render: Renderer<T> = RENDERERS[tag];
  return render(content, createContext(attributes, page))?.markup ?? '';
};
