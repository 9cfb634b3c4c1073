import { fillPhrase, type Markup } from '../../html/markup.js';
import { isLaterDay, type Localizer } from '../../localize/localizer.js';
import type { RenderContext } from '../context.js';
import { part, time, type WrittenArticle } from './parts.js';
import { byline, people } from './people.js';

const review = (
  { reviewers, reviewedAt = '', reviewDue = '' }: WrittenArticle,
  { localizer, has, read }: RenderContext,
): Markup | undefined => {
  const { say, day, locale } = localizer;
  const written = read('next-review') ?? '';
  const next = day(written) ? written : reviewDue;
  const isNamed = !has('without-byline') && reviewers.length > 0;
  const isDated = !has('without-dates') && !!day(reviewedAt);
  const isDue = !has('without-dates') && !!day(next);
  const isReviewed = isNamed || isDated;
  if (!isReviewed && !isDue) return undefined;
  const phrase = !isDated ? 'Reviewed by {names}' : isNamed ? 'Reviewed by {names} on {date}' : 'Reviewed on {date}';
  return part(
    'p',
    'review',
    { dir: 'auto', lang: locale },
    isReviewed &&
      fillPhrase(say(phrase), { names: people(reviewers, 'reviewer', localizer), date: time(reviewedAt, localizer) }),
    isReviewed && isDue && ' ',
    isDue && part('span', 'next-review', {}, fillPhrase(say('Next review: {date}'), { date: time(next, localizer) })),
  );
};

export const published = ({ publishedAt = '' }: WrittenArticle, localizer: Localizer): Markup =>
  part(
    'span',
    'published',
    {},
    fillPhrase(localizer.say('Published on {date}'), { date: time(publishedAt, localizer) }),
  );

/** Which dates are shown: those that are valid and not switched off, and an update only of a later day. */
export const daysOf = (
  { publishedAt = '', updatedAt = '' }: WrittenArticle,
  { localizer: { day }, has }: RenderContext,
) => {
  const isDated = !has('without-dates');
  return {
    isPublished: isDated && !!day(publishedAt),
    isUpdated: isDated && isLaterDay(updatedAt, publishedAt) && !!day(updatedAt),
  };
};

const facts = (shown: WrittenArticle, minutes: number, context: RenderContext): Markup | undefined => {
  const { localizer, has } = context;
  const { say, locale } = localizer;
  const { isPublished, isUpdated } = daysOf(shown, context);
  const date = isUpdated
    ? part(
        'span',
        'updated',
        {},
        fillPhrase(say('Updated on {date}'), { date: time(shown.updatedAt ?? '', localizer) }),
      )
    : isPublished && published(shown, localizer);
  const read =
    !has('without-reading-time') &&
    minutes > 0 &&
    part('span', 'reading-time', {}, say('{minutes} min read', { minutes: `${minutes}` }));
  return date || read ? part('p', 'facts', { dir: 'auto', lang: locale }, date, date && read && ' ', read) : undefined;
};

/** Who wrote it, who reviewed it, how old it is. */
export const trust = (shown: WrittenArticle, minutes: number, context: RenderContext): Markup | undefined => {
  const lines = [
    context.has('without-byline') ? undefined : byline(shown.authors, context.localizer, true),
    review(shown, context),
    facts(shown, minutes, context),
  ].filter((line) => !!line);
  return lines.length ? part('div', 'trust', {}, lines) : undefined;
};
