import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../model/settings.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { cardTemplate, skeletonTemplate } from '../care-article-card/care-article-card.template.js';
import { articleHref } from '../shared/article-link.js';

type CardOptions = Parameters<typeof cardTemplate>[1];

/** From so many cards on, those far from the viewport are not rendered. */
const LONG = 24;

interface ListContext {
  readonly settings: Settings;
  readonly localizer: Localizer;
  readonly layout: string;
  /** Another list is on its way. */
  readonly isBusy: boolean;
  readonly navigate: (event: MouseEvent, article: Article) => void;
}

export const listTemplate = (
  articles: readonly Article[],
  options: CardOptions,
  { settings, localizer, layout, isBusy, navigate }: ListContext,
): TemplateResult =>
  html`<ul part="list" class="${layout} ${articles.length > LONG ? 'long' : ''}" aria-busy=${isBusy ? 'true' : nothing}>
    ${articles.map(
      (article) =>
        html`<li>
          ${cardTemplate(article, options, {
            href: articleHref(settings, article),
            localizer,
            navigate: (event) => navigate(event, article),
          })}
        </li>`,
    )}
  </ul>`;

export const skeletonsTemplate = (
  count: number,
  options: CardOptions,
  layout: string,
  localizer: Localizer,
): TemplateResult => {
  const card = skeletonTemplate(options, localizer);
  return html`<ul part="list" class=${layout}>
    ${[...Array<undefined>(count)].map(() => html`<li>${card}</li>`)}
  </ul>`;
};
