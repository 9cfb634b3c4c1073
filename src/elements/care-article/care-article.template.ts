import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../model/settings.js';
import { isLaterDay, type Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { ARTICLE_SIZES } from '../../model/card-layout.js';
import { byline } from '../shared/byline.js';
import { categoryHref } from '../shared/category-link.js';
import { heading } from '../shared/heading.js';
import { picture } from '../shared/picture.js';
import { fill, time } from './care-article.phrases.js';

/** What an author chose for an article. */
export interface ArticleOptions {
  readonly headingLevel?: number;
  readonly excerptOnly: boolean;
  readonly withoutImage: boolean;
  readonly withoutByline: boolean;
  readonly withoutDates: boolean;
  readonly withoutCategories: boolean;
  readonly withoutReadingTime: boolean;
  readonly withoutAttribution: boolean;
}

export interface ArticleContext {
  readonly settings: Settings;
  readonly localizer: Localizer;
  /** The text: an element, the slot that it goes to, or what stands in its place. */
  readonly body: unknown;
  /** Who reviewed it, and when. */
  readonly review: unknown;
  /** The table of contents. */
  readonly toc: unknown;
  /** Minutes; 0 where they are not known. */
  readonly minutes: number;
  /** The site that the article comes from, where that is not the page's own. */
  readonly origin: string | undefined;
  readonly navigate: (event: MouseEvent) => void;
}

const facts = (
  { publishedAt = '', updatedAt = '' }: Article,
  { withoutDates, withoutReadingTime }: ArticleOptions,
  minutes: number,
  localizer: Localizer,
): unknown => {
  const { say, day, locale } = localizer;
  const published = !withoutDates && day(publishedAt);
  const updated = !withoutDates && isLaterDay(updatedAt, publishedAt) && day(updatedAt);
  const counted = !withoutReadingTime && minutes > 0;
  if (!published && !updated && !counted) return nothing;
  return html`<p part="facts" dir="auto" lang=${locale}>
    ${
      published
        ? html`<span part="published"
            >${fill(say('Published on {date}'), { date: time(publishedAt, localizer) })}</span
          >`
        : nothing
    }
    ${
      updated
        ? html`<span part="updated">${fill(say('Updated on {date}'), { date: time(updatedAt, localizer) })}</span>`
        : nothing
    }
    ${counted ? html`<span part="reading-time">${say('{minutes} min read', { minutes: `${minutes}` })}</span>` : nothing}
  </p>`;
};

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
    ${fill(say(phrase), { site, date: time(publishedAt, localizer) })}
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

export const articleTemplate = (article: Article, options: ArticleOptions, context: ArticleContext): TemplateResult => {
  const { localizer, minutes, origin } = context;
  const { title, language } = article;
  const hasCategories = !options.withoutCategories && article.categories.length > 0;
  const source = !options.withoutAttribution && origin;
  return html`<article part="article">
    <header part="header">
      ${heading(
        options.headingLevel,
        html`<span id="title" lang=${language ?? nothing}>${title || localizer.say('Untitled article')}</span>`,
      )}
      ${options.withoutByline ? nothing : byline(article.authors, localizer)} ${context.review}
      ${facts(article, options, minutes, localizer)}
    </header>
    ${options.withoutImage ? nothing : figure(article)} ${context.toc} ${context.body}
    ${
      hasCategories || source
        ? html`<footer part="footer">
            ${hasCategories ? categoryList(article, context) : nothing}
            ${source ? attribution(article, source, options, localizer) : nothing}
          </footer>`
        : nothing
    }
  </article>`;
};

/** The boxes that every article begins with, filled with grey. */
export const skeletonTemplate = (options: ArticleOptions, { say, locale }: Localizer): TemplateResult =>
  html`<div part="article skeleton" role="group" aria-busy="true" aria-label=${say('Loading…')} lang=${locale}>
    <div part="title" class="bone two"></div>
    ${options.withoutByline ? nothing : html`<div part="byline" class="bone"></div>`}
    ${options.withoutDates ? nothing : html`<div part="facts" class="bone"></div>`}
    ${options.withoutImage ? nothing : html`<div part="figure" class="frame"></div>`}
    ${[1, 2, 3].map(() => html`<div class="bone three"></div>`)}
  </div>`;
