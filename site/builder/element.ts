import { articleAddress } from '../../src/model/address-template.js';
import type { Article } from '../../src/model/article.js';
import type { Category } from '../../src/model/taxonomy.js';
import { safeUrl } from '../../src/html/urls.js';
import { sanitised } from '../../src/html/markup.js';
import { parsePhone } from '../../src/phone/phone.js';
import { dressOf } from '../../src/server/dress.js';
import { renderWidget } from '../../src/server/render-widget.js';
import type { Child, Node, Written } from './writing.js';
import { LAYOUTS, type Widget, type Wish } from './wish.js';

/** What is known of the blog that the wish names. */
export interface Content {
  /** Absolute address as the widgets take it. */
  readonly endpoint: string;
  /** Where the address does not say it by itself. */
  readonly source?: string | undefined;
  /** The newest, newest first. */
  readonly articles: readonly Article[];
  readonly categories: readonly Category[];
  /** How many articles there are, where the source says so. */
  readonly total?: number | undefined;
  /** ISO 8601: when it was read. */
  readonly readAt: string;
}

export const widgetsTag = (widget: Widget): `care-${Widget}` => `care-${widget}`;

const chosen = ({ slug }: Wish, { articles }: Content): Article | undefined =>
  slug ? articles.find((article) => article.slug === slug) : articles[0];

/** Whether the text itself can stand in the snippet: one article or the first page of a list, as it was read. */
export const isRendered = (wish: Wish, content: Content): boolean =>
  !!wish.rendered &&
  /^(?:html|squarespace|wix|webflow)$/.test(wish.variant) &&
  (wish.widget === 'article-card'
    ? !!chosen(wish, content)
    : wish.widget === 'article-list' && !wish.category && content.articles.length > 0);

/** The attributes that differ from what holds without them. */
export const attributesOf = (wish: Wish, content: Content): Written => {
  const { widget, slug, layout } = wish;
  const isCard = widget === 'article-card' || widget === 'article-list';
  const flag = (value: string, isFor: boolean): true | undefined => (value && isFor ? true : undefined);
  const unless = (value: string, usual: string, isFor = true): string | undefined =>
    isFor && value.trim() && value.trim() !== usual ? value.trim() : undefined;
  return {
    slug:
      widget === 'article'
        ? slug || content.articles[0]?.slug
        : unless(slug, '', widget === 'article-card' || widget === 'benefits'),
    latest: flag('1', widget === 'article-card' && !slug),
    category: unless(wish.category, '', widget === 'article-list'),
    phone: unless(wish.phone, '', widget === 'contact'),
    hours: unless(wish.hours, '', widget === 'contact'),
    'time-zone': unless(wish.zone, '', widget === 'contact'),
    'crisis-region': unless(wish.crisis, 'none', widget === 'contact'),
    layout: LAYOUTS[widget].includes(layout) ? unless(layout, LAYOUTS[widget][0] ?? '') : undefined,
    'per-page': unless(wish.perPage, '6', widget === 'article-list' && /^\d+$/.test(wish.perPage.trim())),
    'with-filter': flag(wish.filter, widget === 'article-list'),
    'with-search': flag(wish.search, widget === 'article-list'),
    'with-more': flag(wish.more, widget === 'article-list'),
    'with-toc': flag(wish.toc, widget === 'article'),
    'without-image': flag(wish.plain, isCard || widget === 'article'),
    'heading-level': unless(wish.level, '2', widget !== 'categories'),
    'article-url': unless(wish.articleUrl, '', isCard),
    look: unless(wish.look, 'host'),
    theme: unless(wish.theme, 'auto'),
    density: unless(wish.density, 'regular'),
    locale: unless(wish.locale, ''),
    'data-care-rendered': isRendered(wish, content) ? content.readAt : undefined,
    'data-care-dress': isRendered(wish, content) ? dressOf(wish) || undefined : undefined,
  };
};

const link = (href: string, words: string): Node => ({ tag: 'a', attributes: { href }, children: [words] });

/** The clinic's own site, as far as the endpoint tells it. */
const siteOf = ({ endpoint, articles }: Content): string => {
  const url = safeUrl(articles[0]?.url) ?? endpoint;
  return URL.canParse(url) ? `${new URL(url).origin}/` : endpoint;
};

/** What differs from each other are the words: they are of the page that the snippet is pasted into. */
const WORDS = {
  en: {
    articles: 'All articles',
    topics: 'All topics',
    call: (number: string) => `Call ${number}`,
    email: 'Email',
    signUp: 'Sign up',
  },
  es: {
    articles: 'Todos los artículos',
    topics: 'Todos los temas',
    call: (number: string) => `Llamar al ${number}`,
    email: 'Correo electrónico',
    signUp: 'Suscribirse',
  },
};

/** What stands inside of the element: a way to the content where no script runs, or the content itself. */
export const fallbackOf = (wish: Wish, content: Content): readonly Child[] => {
  const { widget } = wish;
  const words = WORDS[wish.locale === 'es' ? 'es' : 'en'];
  const article = chosen(wish, content);
  if (isRendered(wish, content)) {
    const attributes = { ...attributesOf(wish, content), endpoint: content.endpoint };
    const perPage = Number(wish.perPage) || 6;
    const html =
      widget === 'article-card' && article
        ? renderWidget('care-article-card', attributes, article)
        : renderWidget('care-article-list', attributes, {
            articles: content.articles.slice(0, perPage),
            ...(content.total === undefined ? {} : { total: content.total }),
          });
    return [sanitised(html)];
  }
  switch (widget) {
    case 'contact': {
      const { display, number } = parsePhone(wish.phone);
      return number ? [link(`tel:${number}`, words.call(display))] : [];
    }
    case 'newsletter':
      return [
        {
          tag: 'form',
          attributes: { action: wish.action, method: 'post' },
          children: [
            {
              tag: 'label',
              attributes: {},
              children: [
                words.email,
                {
                  tag: 'input',
                  attributes: { type: 'email', name: 'email', autocomplete: 'email', required: true },
                  children: [],
                },
              ],
            },
            { tag: 'button', attributes: {}, children: [words.signUp] },
          ],
        },
      ];
    case 'categories':
      return [link(siteOf(content), words.topics)];
    case 'article-list':
      return [link(siteOf(content), words.articles)];
    case 'benefits':
      return wish.slug && article ? [link(hrefOf(wish, article, content), article.title)] : [];
    case 'article':
    case 'article-card':
      return article ? [link(hrefOf(wish, article, content), article.title)] : [link(siteOf(content), words.articles)];
  }
};

const hrefOf = (wish: Wish, article: Article, content: Content): string =>
  (wish.widget === 'article-card' && wish.articleUrl && articleAddress(wish.articleUrl, article)) ||
  (safeUrl(article.url) ?? siteOf(content));
