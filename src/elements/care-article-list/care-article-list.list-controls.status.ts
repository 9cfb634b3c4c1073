import type { ContentState } from '../../controllers/content-controller.js';
import type { Localizer } from '../../localize/localizer.js';
import type { CareError } from '../../model/care-error.js';
import type { Shown } from './care-article-list.list-controls.host.js';

/** What a visitor has chosen of a list: a topic by its name, words; empty where nothing. */
export interface Choice {
  readonly topic: string;
  readonly words: string;
}

/** "12 articles in Family", "6 of 49 articles", "1 article for “sleep”". */
const countOf = ({ articles: { length }, total = 0, hasMore }: Shown, choice: Choice, localizer: Localizer): string => {
  const { say, count, locale } = localizer;
  const all = Math.max(length, hasMore ? total : 0);
  const articles =
    all > length
      ? say('{count} of {total} articles', { count: length.toLocaleString(locale), total: all.toLocaleString(locale) })
      : count(length, '{count} article', '{count} articles');
  const { topic, words } = choice;
  const inTopic = topic ? say('{articles} in {topic}', { articles, topic }) : articles;
  return words ? say('{articles} for “{words}”', { articles: inTopic, words }) : inTopic;
};

/** That nothing is left, by the name of what was chosen. */
export const noMatchOf = ({ topic, words }: Choice, { say }: Localizer): string => {
  if (topic && words) return say('No article in {topic} matches “{words}”.', { topic, words });
  if (topic) return say('There is no article in {topic} yet.', { topic });
  return words ? say('No article matches “{words}”.', { words }) : say('No article matches.');
};

/** What a list holds, or why it holds nothing. */
export const statusOf = (
  state: ContentState,
  error: CareError | undefined,
  shown: Shown | undefined,
  choice: Choice,
  localizer: Localizer,
): string => {
  const { say } = localizer;
  if (state === 'loading') return say('Loading…');
  if (error && state === 'error') return error.message || say('This could not be loaded right now.');
  if (!shown) return '';
  return shown.articles.length ? countOf(shown, choice, localizer) : noMatchOf(choice, localizer);
};
