import type { Article } from '../../model/article.js';
import { IS_WINDOW } from '../sources.js';
import { moveArticle, writeTombstone } from './feed-files.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** Fewer may disappear at once, and nobody asks. */
const FEW = 10;

const timeOf = (date: string | undefined): number => (date ? new Date(date).getTime() : NaN);

/**
 * Ids of articles that the source no longer lists. A feed shows its newest articles only: while it is as long as before, what
 * is older than all it shows has slid out of it, and stays. So does what lies past the limit.
 */
export const withdrawnIds = (state: State, listed: readonly Article[], isLimited = false): readonly string[] => {
  const ids = new Set(listed.map(({ id }) => id));
  const missing = [...state.articles].filter(([id]) => !ids.has(id));
  const isSliding = isLimited || (IS_WINDOW.includes(state.source) && listed.length >= state.listed);
  const times = listed.map(({ publishedAt }) => timeOf(publishedAt)).filter((time) => !isNaN(time));
  const oldest = times.reduce((least, time) => Math.min(least, time), Infinity);
  // articles without a date stand last in a list
  const slid = (time: number): boolean => isSliding && (time <= oldest || (isLimited && isNaN(time)));
  return missing.filter(([, { item }]) => !slid(timeOf(item.date_published))).map(([id]) => id);
};

const pathOf = (url = ''): string | undefined => (URL.canParse(url) ? new URL(url).pathname : undefined);

/**
 * Articles that were published anew under another id, as after a move of the blog: by the id that is no longer listed, the one
 * that is listed under the same slug. What has only slid out of a feed may be another of that slug, unless its path is the same.
 */
export const successorsOf = (
  { articles }: State,
  missing: readonly string[],
  listed: readonly Article[],
): ReadonlyMap<string, string> => {
  const ids = new Set(listed.map(({ id }) => id));
  const bySlug = new Map(listed.filter(({ id }) => articles.has(id)).map((one) => [one.slug.toLowerCase(), one]));
  const successors = new Map<string, string>();
  for (const [id, { slug, item }] of articles) {
    const successor = slug && !ids.has(id) ? bySlug.get(slug.toLowerCase()) : undefined;
    if (!successor) continue;
    const path = pathOf(item.url);
    const isSame = path !== undefined && path === pathOf(successor.url);
    if (isSame || missing.includes(id)) successors.set(id, successor.id);
  }
  return successors;
};

/** Why so many are not withdrawn without being told to; `undefined` where it is an ordinary number. */
export const suspicion = (state: State, withdrawn: readonly string[]): string | undefined => {
  const { size } = state.articles;
  if (withdrawn.length < size && (withdrawn.length <= FEW || withdrawn.length * 2 <= size)) return undefined;
  return withdrawn.length
    ? `the source no longer lists ${withdrawn.length} of ${size} articles; they stay, because that looks like a mistake: if it is meant, write --allow-withdrawals`
    : undefined;
};

/** Takes away what the source no longer lists, and remembers that it did. `successors` get the files of those before them. */
export const withdraw = async (
  store: Store,
  state: State,
  ids: readonly string[],
  successors: ReadonlyMap<string, string>,
  site: string | undefined,
): Promise<void> => {
  for (const id of ids) {
    const known = state.articles.get(id);
    if (!known) continue;
    const gone = { id, slug: known.slug, file: known.file };
    const successor = successors.get(id);
    if (successor === undefined || !(await moveArticle(store, state, successor, known.file, site))) {
      await writeTombstone(store, state, gone, site);
      await store.remove(`articles/${known.file}.html`);
    }
    state.withdrawn.set(id, gone);
    state.articles.delete(id);
  }
};
