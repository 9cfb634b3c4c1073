import type { ContentState } from '../../controllers/content-controller.js';
import type { Localizer } from '../../localize/localizer.js';
import type { CareError } from '../../model/care-error.js';
import type { Shown } from './list-controls.list.js';

/** What is announced of a list once a visitor has acted. */
export const statusOf = (
  state: ContentState,
  error: CareError | undefined,
  shown: Shown | undefined,
  { say, locale }: Localizer,
): string => {
  if (state === 'loading') return say('Loading…');
  if (error || shown?.problem) return error?.message || say('This could not be loaded right now.');
  const length = shown?.articles.length ?? 0;
  if (!length) return say('No article matches.');
  const [count = '', total = ''] = [length, Math.max(length, shown?.total ?? 0)].map((n) => n.toLocaleString(locale));
  return say('{count} of {total} articles shown.', { count, total });
};
