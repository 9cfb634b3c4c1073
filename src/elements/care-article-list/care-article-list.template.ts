import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../model/settings.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { drawingOf, picturesIn } from '../../model/card-pictures.js';
import { cardTemplate, skeletonTemplate } from '../care-article-card/care-article-card.template.js';
import { articleHref } from '../shared/content-links.js';

type CardOptions = Parameters<typeof cardTemplate>[1];

/** Lists of more cards skip rendering those far from the viewport (`content-visibility`). */
const LONG = 24;

interface ListContext {
  readonly settings: Settings;
  readonly localizer: Localizer;
  readonly layout: string;
  /** Articles on the first page, at most. */
  readonly first: number;
  /** Whether another list is being loaded. */
  readonly isBusy: boolean;
  readonly navigate: (event: MouseEvent, article: Article) => void;
}

const drawing = (article: Article): TemplateResult =>
  html`<div part="placeholder" class="frame drawn d${drawingOf(article)}"></div>`;

/**
 * Classes that let the first card span a row where the last row, of two or three columns, would hold one card alone. They
 * depend on the first page only, as the pictures do: what "Show more" adds must not change what is being read.
 */
const leads = (count: number): string => `${count % 2 ? 'lead-of-2' : ''} ${count % 3 === 1 ? 'lead-of-3' : ''}`;

export const listTemplate = (
  articles: readonly Article[],
  options: CardOptions,
  { settings, localizer, layout, first, isBusy, navigate }: ListContext,
): TemplateResult => {
  const isDrawn = picturesIn(articles.slice(0, first)) === 'drawn';
  const shown = { ...options, placeholder: drawing, withoutImage: options.withoutImage || !isDrawn };
  const long = articles.length > LONG ? 'long' : '';
  return html`<div class="width"></div>
    <div class="columns">
      <ul
        part="list"
        class="${layout} ${long} ${leads(Math.min(articles.length, first))}"
        aria-busy=${isBusy ? 'true' : nothing}
      >
        ${articles.map(
          (article) =>
            html`<li>
              ${cardTemplate(article, shown, {
                href: articleHref(settings, article),
                localizer,
                navigate: (event) => navigate(event, article),
              })}
            </li>`,
        )}
      </ul>
    </div>`;
};

export const skeletonsTemplate = (
  count: number,
  options: CardOptions,
  layout: string,
  localizer: Localizer,
): TemplateResult => {
  const card = skeletonTemplate(options, localizer);
  return html`<div class="width"></div>
    <div class="columns">
      <ul part="list" class="${layout} ${leads(count)}">
        ${[...Array<undefined>(count)].map(() => html`<li>${card}</li>`)}
      </ul>
    </div>`;
};
