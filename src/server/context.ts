import { FIGURES } from '../data/benefits/figures.js';
import { provideSpanish } from '../data/benefits/texts.js';
import { spanish as spanishTexts } from '../data/benefits/spanish.js';
import { safeUrl } from '../html/urls.js';
import { localizerFor, provideLanguage } from '../localize/languages.js';
import type { Localizer } from '../localize/localizer.js';
import { spanish } from '../localize/spanish.js';
import { articleAddress, categoryAddress } from '../model/address-template.js';
import type { Article } from '../model/article.js';
import { unquoted } from '../model/attribute-value.js';
import { headingLevelOf } from '../model/heading-level.js';
import type { Category } from '../model/taxonomy.js';

provideLanguage('es', spanish);
provideSpanish(spanishTexts(FIGURES));

/** Attributes of an element by name, settings included, as they are written. `true` stands for one without a value. */
export type WidgetAttributes = Readonly<Record<string, string | true | undefined>>;

/** What is known of the page that a widget is rendered into. */
export interface PageContext {
  /** Absolute URL of the page. With it, an article of the page's own site gets no "Originally published by …". */
  readonly url?: string | undefined;
  /** Ids that the page has. Those of a rendered text are added, and avoided by the next. */
  readonly ids?: Set<string> | undefined;
}

/** What every widget reads its attributes and its words from. */
export interface RenderContext {
  readonly localizer: Localizer;
  readonly page: PageContext;
  /** 1 to 6; 2 where nothing else is written. */
  readonly headingLevel: number;
  /** The trimmed value of an attribute; `undefined` where it is absent or empty. */
  read(name: string): string | undefined;
  /** Whether a boolean attribute is there. */
  has(name: string): boolean;
  articleHref(article: Pick<Article, 'slug' | 'id' | 'url'>): string | undefined;
  categoryHref(category: Pick<Category, 'slug' | 'url'>): string | undefined;
}

/** A base for checking a relative URL of the owner's. */
const ANY_PAGE = 'https://page.invalid/';

/**
 * A URL of the site's owner: a relative one stays as it is written, because the page may be served from anywhere.
 * `undefined` for one that is no web URL.
 */
const ownAddress = (address: string): string | undefined =>
  safeUrl(address) ?? (safeUrl(address, ANY_PAGE) ? address : undefined);

export const createContext = (attributes: WidgetAttributes, page: PageContext): RenderContext => {
  const read = (name: string): string | undefined => {
    const value = attributes[name];
    return (typeof value === 'string' ? unquoted(name, value).trim() : '') || undefined;
  };
  const link = (template: string | undefined, address: string | undefined): string | undefined =>
    template && address !== undefined ? ownAddress(address) : safeUrl(address);
  return {
    localizer: localizerFor(read('locale') ?? 'en'),
    page,
    headingLevel: headingLevelOf(read('heading-level')),
    read,
    has: (name) => attributes[name] !== undefined,
    articleHref: (article) => link(read('article-url'), articleAddress(read('article-url'), article)),
    categoryHref: (category) => link(read('category-url'), categoryAddress(read('category-url'), category)),
  };
};
