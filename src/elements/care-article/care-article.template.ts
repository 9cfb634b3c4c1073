import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../model/settings.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { directionOf } from '../../html/read/direction.js';
import { ARTICLE_SIZES } from '../../model/card-layout.js';
import { skeletonLines } from '../shared/skeleton-lines.js';
import { categoryHref } from '../shared/content-links.js';
import { picture } from '../shared/picture.js';
import { fill } from './care-article.phrases.js';
import { daysOf, published, trustPanel } from './care-article.trust.js';

/** What an author chose for an article. */
export interface ArticleOptions {
  readonly excerptOnly: boolean;
  readonly withoutImage: boolean;
  readonly withoutByline: boolean;
  readonly withoutDates: boolean;
  readonly withoutCategories: boolean;
  readonly withoutReadingTime: boolean;
  readonly withoutAttribution: boolean;
  /** Shown above the text: nobody but the page's owner can give it. */
  readonly summary?: string | undefined;
  /** ISO 8601; what is no date counts as absent. */
  readonly nextReview?: string | undefined;
}

export interface ArticleContext {
  readonly settings: Settings;
  readonly localizer: Localizer;
  /** The text: an element, the slot that it goes to, or what stands in its place. */
  readonly body: unknown;
  /** The heading, or the slot that it goes to. */
  readonly title: unknown;
  /** The table of contents. */
  readonly toc: unknown;
  /** Minutes; 0 where they are not known. */
  readonly minutes: number;
  /** The site that the article comes from, where that is not the page's own. */
  readonly origin: string | undefined;
  readonly navigate: (event: MouseEvent) => void;
}

const figure = ({ image, language }: Article): unknown =>
  image
    ? html`<figure part="figure">
        ${picture(image, ARTICLE_SIZES, 'eager')}
        ${
          image.caption
            ? html`<figcaption part="caption" dir="auto" lang=${language ?? nothing}>${image.caption}</figcaption>`
            : nothing
        }
      </figure>`
    : nothing;

const attribution = (
  { url, siteName, publishedAt = '' }: Article,
  origin: string,
  { withoutDates }: ArticleOptions,
  localizer: Localizer,
): unknown => {
  const { say, day, locale } = localizer;
  const isDated = !withoutDates && day(publishedAt);
  const site = html`<a part="attribution-link" href=${url ?? origin} rel="noopener noreferrer"
    ><bdi>${siteName || new URL(origin).host}</bdi></a
  >`;
  const phrase = isDated ? 'Originally published by {site} on {date}' : 'Originally published by {site}';
  return html`<p part="attribution" dir="auto" lang=${locale}>
    ${fill(say(phrase), {
      site,
      date: html`<time part="published" datetime=${publishedAt}>${day(publishedAt)}</time>`,
    })}
  </p>`;
};

const categoryList = ({ categories, language }: Article, { settings, localizer, navigate }: ArticleContext): unknown =>
  html`<ul part="categories" aria-label=${localizer.say('Categories')}>
    ${categories.map((category) => {
      const href = categoryHref(settings, category);
      return html`<li>
        ${
          href
            ? html`<a part="category" href=${href} dir="auto" lang=${language ?? nothing} @click=${navigate}
                >${category.name}</a
              >`
            : html`<span part="category" dir="auto" lang=${language ?? nothing}>${category.name}</span>`
        }
      </li>`;
    })}
  </ul>`;

/** The first category, above the title. */
const eyebrow = ({ categories: [first], language }: Article): unknown =>
  first ? html`<p part="eyebrow" dir="auto" lang=${language ?? nothing}>${first.name}</p>` : nothing;

/** Categories, and where and when it was first published. */
const footer = (article: Article, options: ArticleOptions, context: ArticleContext): unknown => {
  const { localizer, origin } = context;
  const hasCategories = !options.withoutCategories && article.categories.length > 0;
  const source = !options.withoutAttribution && origin;
  const { isPublished, isUpdated } = daysOf(article, options, localizer);
  const isDated = !source && isPublished && isUpdated;
  if (!hasCategories && !source && !isDated) return nothing;
  return html`<footer part="footer">
    ${hasCategories ? categoryList(article, context) : nothing}
    ${isDated ? html`<p class="dated" lang=${localizer.locale}>${published(article, localizer)}</p>` : nothing}
    ${source ? attribution(article, source, options, localizer) : nothing}
  </footer>`;
};

export const articleTemplate = (article: Article, options: ArticleOptions, context: ArticleContext): TemplateResult => {
  const { localizer, minutes } = context;
  const summary = options.summary?.trim();
  return html`<div class="ruler"></div>
    <article part="article" dir=${article.language ? directionOf(article.language) : nothing}>
      <header part="header">
        ${options.withoutCategories ? nothing : eyebrow(article)} ${context.title}
        ${summary ? html`<p part="summary" dir="auto">${summary}</p>` : nothing}
        ${trustPanel(article, options, minutes, localizer)}
      </header>
      ${options.withoutImage ? nothing : figure(article)} ${context.toc} ${context.body}
      ${footer(article, options, context)}
    </article>`;
};

/** The boxes that every article begins with, filled with grey. */
export const skeletonTemplate = (options: ArticleOptions, { say, locale }: Localizer): TemplateResult =>
  html`<div part="article skeleton" role="group" aria-busy="true" aria-label=${say('Loading…')} lang=${locale}>
    <div part="header">
      <div class="title">${skeletonLines(2)}</div>
      ${options.withoutByline && options.withoutDates ? nothing : html`<div part="trust">${skeletonLines(3)}</div>`}
    </div>
    ${options.withoutImage ? nothing : html`<div part="figure" class="frame"></div>`} ${skeletonLines(3)}
    ${skeletonLines(3)} ${skeletonLines(3)}
  </div>`;
