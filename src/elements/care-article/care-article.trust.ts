import { css, html, nothing } from 'lit';
import { safeUrl } from '../../html/urls.js';
import { isLaterDay, type Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { nameWithCredentials } from '../../model/author-name.js';
import { icon } from '../shared/icon.js';
import { fill, time } from './care-article.phrases.js';
import type { ArticleOptions } from './care-article.template.js';

/** Who wrote it: names lead to where the source says more about them. */
const byline = ({ authors }: Article, { withoutByline }: ArticleOptions, localizer: Localizer): unknown => {
  if (withoutByline || !authors.length) return nothing;
  const { say, listParts, locale } = localizer;
  const people = authors.map(({ name, credentials, url }) => {
    const href = safeUrl(url, document.baseURI);
    const letters = credentials.map((letter) => `, ${letter}`).join('');
    return html`${href ? html`<a part="name" href=${href}>${name}</a>` : name}${letters}`;
  });
  const names = listParts(authors.map(nameWithCredentials)).map(({ type, value }) =>
    type === 'element' ? people.shift() : value,
  );
  return html`<p part="byline" dir="auto">
    <span lang=${locale}>${say('By')}</span> <bdi part="author">${names}</bdi>
  </p>`;
};

/** ISO 8601 date of the next review: that of `next-review` where it is a date, else the source's; may be empty. */
export const nextReviewOf = (
  { reviewDue = '' }: Article,
  { nextReview = '' }: Pick<ArticleOptions, 'nextReview'>,
  { day }: Localizer,
): string => (day(nextReview.trim()) ? nextReview.trim() : reviewDue);

const review = (article: Article, options: ArticleOptions, localizer: Localizer): unknown => {
  const { reviewers, reviewedAt = '' } = article;
  const { withoutByline, withoutDates } = options;
  const { say, list, day, locale } = localizer;
  const names = withoutByline ? '' : list(reviewers.map(nameWithCredentials));
  const date = withoutDates ? '' : day(reviewedAt);
  const next = nextReviewOf(article, options, localizer);
  const due = withoutDates ? '' : day(next);
  if (!names && !date && !due) return nothing;
  const phrase = !date ? 'Reviewed by {names}' : names ? 'Reviewed by {names} on {date}' : 'Reviewed on {date}';
  return html`<p part="review" lang=${locale}>
    ${
      names || date
        ? html`${icon('shield')}
            <bdi
              >${fill(say(phrase), {
                names: html`<bdi part="reviewer">${names}</bdi>`,
                date: time(reviewedAt, localizer),
              })}</bdi
            >`
        : nothing
    }
    ${
      due
        ? html`<bdi part="next-review">${fill(say('Next review: {date}'), { date: time(next, localizer) })}</bdi>`
        : nothing
    }
  </p>`;
};

/** The day of publication, where no later change takes its place in the panel. */
export const published = ({ publishedAt = '' }: Article, localizer: Localizer): unknown =>
  html`<bdi part="published"
    >${fill(localizer.say('Published on {date}'), { date: time(publishedAt, localizer) })}</bdi
  >`;

/** Which dates are shown: those that are valid and not switched off, and an update only of a later day. */
export const daysOf = (
  { publishedAt = '', updatedAt = '' }: Article,
  { withoutDates }: ArticleOptions,
  { day }: Localizer,
): { readonly isPublished: boolean; readonly isUpdated: boolean } => ({
  isPublished: !withoutDates && !!day(publishedAt),
  isUpdated: !withoutDates && isLaterDay(updatedAt, publishedAt) && !!day(updatedAt),
});

const facts = (article: Article, options: ArticleOptions, minutes: number, localizer: Localizer): unknown => {
  const { say, locale } = localizer;
  const { isPublished, isUpdated } = daysOf(article, options, localizer);
  const isCounted = !options.withoutReadingTime && minutes > 0;
  if (!isPublished && !isUpdated && !isCounted) return nothing;
  return html`<p part="facts" lang=${locale}>
    ${
      isUpdated
        ? html`<bdi part="updated"
            >${fill(say('Updated on {date}'), { date: time(article.updatedAt ?? '', localizer) })}</bdi
          >`
        : isPublished
          ? published(article, localizer)
          : nothing
    }
    ${isCounted ? html`<bdi part="reading-time">${say('{minutes} min read', { minutes: `${minutes}` })}</bdi>` : nothing}
  </p>`;
};

/** What a reader judges a text by before reading it: who wrote it, who reviewed it, how old it is. */
export const trustPanel = (
  article: Article,
  options: ArticleOptions,
  minutes: number,
  localizer: Localizer,
): unknown => {
  const lines = [
    byline(article, options, localizer),
    review(article, options, localizer),
    facts(article, options, minutes, localizer),
  ];
  return lines.some((line) => line !== nothing) ? html`<div part="trust">${lines}</div>` : nothing;
};

export const trustStyles = css`
  [part='trust'] {
    display: grid;
    gap: var(--_s2);
    padding-block: var(--_s4);
    border-block: 1px solid var(--_border);
    font-size: 0.875em;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  [part='byline'] {
    font-weight: 600;
  }
  [part='byline'] > span {
    font-weight: 400;
  }
  [part='review'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s2);
  }
  .icon {
    flex: none;
    color: var(--_success);
  }
  .icon + bdi {
    flex: 1;
    color: var(--_success);
    font-weight: 600;
  }
  [part='next-review'] {
    flex-basis: 100%;
  }
  [part='next-review'],
  [part='facts'] {
    color: var(--_muted);
  }
  [part='facts'] {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_s5);
    overflow: clip; /* the dot before what begins a line */
  }
  [part='facts'] > :not(:first-child) {
    position: relative;
  }
  [part='facts'] > :not(:first-child)::before {
    content: '·' / '';
    position: absolute;
    left: calc(-1 * var(--_s5));
    inline-size: var(--_s5);
    text-align: center;
  }
  /* by the direction of the line, which is not that of each fact */
  [part='facts']:dir(rtl) > :not(:first-child)::before {
    left: auto;
    right: calc(-1 * var(--_s5));
  }
  @media print {
    [part='reading-time'] {
      display: none;
    }
  }
`;
