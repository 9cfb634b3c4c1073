import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../model/settings.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { drawingOf, picturesIn } from '../../model/card-pictures.js';
import { cardTemplate, skeletonTemplate } from '../care-article-card/care-article-card.template.js';
import { articleHref } from '../shared/article-link.js';

type CardOptions = Parameters<typeof cardTemplate>[1];

/** From so many cards on, those far from the viewport are not rendered. */
const LONG = 24;

interface ListContext {
  readonly settings: Settings;
  readonly localizer: Localizer;
  readonly layout: string;
  /** The most articles of the first page. */
  readonly first: number;
  /** Another list is on its way. */
  readonly isBusy: boolean;
  readonly navigate: (event: MouseEvent, article: Article) => void;
}

const drawing = (article: Article): TemplateResult =>
  html`<div part="placeholder" class="frame drawn d${drawingOf(article)}"></div>`;

/**
 * Where the last of two or three columns' rows would hold one card alone, the first card takes a row. As the pictures, by
 * the first page: what "Show more" adds must not change what is being read.
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
