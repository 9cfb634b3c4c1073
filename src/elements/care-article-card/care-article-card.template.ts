import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { CARD_SIZES, cardLayoutOf } from '../../model/card-layout.js';
import { byline } from '../shared/byline.js';
import { heading } from '../shared/heading.js';
import { picture } from '../shared/picture.js';

/** What an author chose for a card. */
interface CardOptions {
  readonly layout: string;
  readonly headingLevel?: number;
  readonly withoutImage: boolean;
  readonly withoutExcerpt: boolean;
  readonly withoutByline: boolean;
  readonly withoutDate: boolean;
}

interface CardContext {
  readonly href: string | undefined;
  readonly localizer: Localizer;
  /** A method of the card: Lit calls it on the card. */
  readonly navigate: (event: MouseEvent) => void;
}

export const cardTemplate = (
  article: Article,
  options: CardOptions,
  { href, localizer, navigate }: CardContext,
): TemplateResult => {
  const { title, excerpt, image, authors, publishedAt, language } = article;
  const layout = cardLayoutOf(options.layout);
  const isCompact = layout === 'compact';
  const { say, day, locale } = localizer;
  const name = title || say('Untitled article');
  const date = !options.withoutDate && publishedAt ? day(publishedAt) : '';
  // where the page has no doctype, the 100 % that fill a grid's row are those of the window
  const mode = document.compatMode === 'BackCompat' ? ' quirks' : '';
  return html`<article part="card" class=${layout + mode}>
    ${options.withoutImage || !image ? nothing : html`<div class="frame">${picture(image, CARD_SIZES[layout])}</div>`}
    <div part="content">
      ${heading(
        options.headingLevel,
        href
          ? html`<a part="link" href=${href} lang=${language ?? nothing} @click=${navigate}>${name}</a>`
          : html`<span lang=${language ?? nothing}>${name}</span>`,
      )}
      ${
        options.withoutExcerpt || isCompact || !excerpt
          ? nothing
          : html`<p part="excerpt" dir="auto" lang=${language ?? nothing}>${excerpt}</p>`
      }
      ${options.withoutByline || isCompact ? nothing : byline(authors, localizer)}
      ${date ? html`<time part="date" dir="auto" datetime=${publishedAt ?? ''} lang=${locale}>${date}</time>` : nothing}
    </div>
  </article>`;
};

/** The same boxes as the card's, filled with grey. */
export const skeletonTemplate = (options: CardOptions, { say, locale }: Localizer): TemplateResult => {
  const layout = cardLayoutOf(options.layout);
  const isCompact = layout === 'compact';
  return html`<div
    part="card skeleton"
    class=${layout}
    role="group"
    aria-busy="true"
    aria-label=${say('Loading…')}
    lang=${locale}
  >
    ${options.withoutImage ? nothing : html`<div class="frame"></div>`}
    <div part="content">
      <div part="title" class="bone two"></div>
      ${options.withoutExcerpt || isCompact ? nothing : html`<div class="bone three"></div>`}
      ${options.withoutByline || isCompact ? nothing : html`<div part="byline" class="bone"></div>`}
      ${options.withoutDate ? nothing : html`<div part="date" class="bone"></div>`}
    </div>
  </div>`;
};
