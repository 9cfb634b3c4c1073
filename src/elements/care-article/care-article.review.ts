import { html, nothing } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import { nameWithCredentials } from '../../model/author-name.js';
import { fill, time } from './care-article.phrases.js';
import type { ArticleOptions } from './care-article.template.js';

export const review = (
  { reviewers, reviewedAt = '', reviewDue = '' }: Article,
  { withoutByline, withoutDates }: ArticleOptions,
  localizer: Localizer,
): unknown => {
  const { say, list, day, locale } = localizer;
  const names = withoutByline ? '' : list(reviewers.map(nameWithCredentials));
  const date = withoutDates ? '' : day(reviewedAt);
  const due = withoutDates ? '' : day(reviewDue);
  if (!names && !date && !due) return nothing;
  const phrase = !date ? 'Reviewed by {names}' : names ? 'Reviewed by {names} on {date}' : 'Reviewed on {date}';
  return html`<p part="review" dir="auto" lang=${locale}>
    ${names || date ? fill(say(phrase), { names: html`<bdi part="reviewer">${names}</bdi>`, date: time(reviewedAt, localizer) }) : nothing}
    ${due ? html`<span part="next-review">${fill(say('Next review: {date}'), { date: time(reviewDue, localizer) })}</span>` : nothing}
  </p>`;
};
