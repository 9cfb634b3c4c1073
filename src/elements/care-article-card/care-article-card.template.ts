import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { Author } from '../../model/author.js';
import { CARD_SIZES, cardLayoutOf } from '../../model/card-layout.js';
import { skeletonLines } from '../shared/skeleton-lines.js';
import { heading } from '../shared/heading.js';
import { picture } from '../shared/picture.js';
import { SHIELD, svg } from '../shared/svg.js';

/** What an author chose for a card. */
interface CardOptions {
  readonly layout: string;
  readonly headingLevel?: number;
  readonly withoutImage: boolean;
  readonly withoutExcerpt: boolean;
  readonly withoutByline: boolean;
  readonly withoutDate: boolean;
  /** What takes the place of a picture that is missing. Default: nothing does. */
  readonly placeholder?: (article: Article) => TemplateResult;
}

type CardLayout = keyof typeof CARD_SIZES;

interface CardContext {
  readonly href: string | undefined;
  readonly localizer: Localizer;
  /** A method of the card: Lit calls it on the card. */
  readonly navigate: (event: MouseEvent) => void;
}

/** The authors' names without credentials; of three or more the first, and how many more there are. */
const namesOf = (authors: readonly Author[], { say, list, locale }: Localizer): string => {
  const names = authors.map(({ name }) => name);
  return names.length > 2
    ? say('{name} and {count} more', { name: names[0] ?? '', count: (names.length - 1).toLocaleString(locale) })
    : list(names);
};

const frame = (article: Article, { withoutImage, placeholder }: CardOptions, layout: CardLayout): unknown => {
  if (withoutImage) return nothing;
  if (article.image) return html`<div class="frame">${picture(article.image, CARD_SIZES[layout])}</div>`;
  return placeholder?.(article) ?? nothing;
};

/** In quirks mode the `block-size: 100%` by which a card fills its grid row refers to the window: the class takes it back. */
const classOf = (layout: CardLayout): string => (document.compatMode === 'BackCompat' ? `${layout} quirks` : layout);

/** Puts a horizontal card into a container: its layout follows the width of its place. */
const room = (layout: CardLayout, card: TemplateResult): TemplateResult =>
  layout === 'horizontal'
    ? html`<div class="width"></div>
        <div class="room">${card}</div>`
    : card;

export const cardTemplate = (
  article: Article,
  options: CardOptions,
  { href, localizer, navigate }: CardContext,
): TemplateResult => {
  const { title, excerpt, authors, reviewers, categories, publishedAt, language, readingMinutes } = article;
  const layout = cardLayoutOf(options.layout);
  const isCompact = layout === 'compact';
  const { say, day, locale } = localizer;
  const name = title || say('Untitled article');
  const topic = isCompact ? '' : categories[0]?.name;
  const names = options.withoutByline || isCompact ? '' : namesOf(authors, localizer);
  const date = !options.withoutDate && publishedAt ? day(publishedAt, 'medium') : '';
  const isReviewed = !options.withoutByline && !isCompact && reviewers.length > 0;
  return room(
    layout,
    html`<article part="card" class=${classOf(layout)}>
      ${frame(article, options, layout)}
      <div part="content">
        ${topic ? html`<p part="eyebrow" dir="auto" lang=${language ?? nothing}>${topic}</p>` : nothing}
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
        ${
          isReviewed || names || date || readingMinutes
            ? html`<div part="foot" lang=${locale}>
                ${isReviewed ? html`<p part="reviewed">${svg(SHIELD)}${say('Reviewed')}</p>` : nothing}
                ${
                  names
                    ? html`<p part="byline">
                        <span class="unseen">${say('By')} </span><bdi part="author">${names}</bdi>
                      </p>`
                    : nothing
                }
                ${date ? html`<time part="date" datetime=${publishedAt ?? ''}>${date}</time>` : nothing}
                ${
                  readingMinutes
                    ? html`<span part="reading-time"
                        >${say('{minutes} min', { minutes: readingMinutes.toLocaleString(locale) })}</span
                      >`
                    : nothing
                }
              </div>`
            : nothing
        }
      </div>
    </article>`,
  );
};

/** The same boxes as the card's, filled with grey. */
export const skeletonTemplate = (options: CardOptions, { say, locale }: Localizer): TemplateResult => {
  const layout = cardLayoutOf(options.layout);
  const isCompact = layout === 'compact';
  return room(
    layout,
    html`<div
      part="card skeleton"
      class=${classOf(layout)}
      role="group"
      aria-busy="true"
      aria-label=${say('Loading…')}
      lang=${locale}
    >
      ${options.withoutImage ? nothing : html`<div class="frame"></div>`}
      <div part="content">
        ${skeletonLines(2, 'title')} ${options.withoutExcerpt || isCompact ? nothing : skeletonLines(3, 'excerpt')}
        ${
          (options.withoutByline || isCompact) && options.withoutDate
            ? nothing
            : html`<div part="foot">
                <div class="lines"><i></i></div>
              </div>`
        }
      </div>
    </div>`,
  );
};
