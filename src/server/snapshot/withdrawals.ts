import type { Article } from '../../model/article.js';
import { IS_WINDOW } from '../sources.js';
import { moveArticle, writeTombstone } from './feed-files.js';
import type { State } from './state.js';
import type { Store } from './store.js';
import { parseUrl } from '../../model/parse-url.js';
import { timeOf } from '../../sources/shared/read.js';

/** Up to so many articles may disappear at once without a question. */
const FEW = 10;

/**
 * Ids of articles that the source no longer lists. A feed shows only its newest articles: while it is as long as before,
 * those older than all that it shows have only dropped out of it, and stay. So do those past the limit.
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

/**
 * Successors of articles that were published again under another id, as after a move of the blog: by the old id, the id that
 * is now listed under the same slug. An article that only dropped out of a feed may be another one of that slug, unless its
 * path is the same.
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
    const path = parseUrl(item.url)?.pathname;
    const isSame = path !== undefined && path === parseUrl(successor.url)?.pathname;
    if (isSame || missing.includes(id)) successors.set(id, successor.id);
  }
  return successors;
};

/** Why so many articles are not withdrawn unless that is allowed; `undefined` where the number is plausible. */
export const suspicion = (state: State, withdrawn: readonly string[]): string | undefined => {
  const { size } = state.articles;
  if (withdrawn.length < size && (withdrawn.length <= FEW || withdrawn.length * 2 <= size)) return undefined;
  return withdrawn.length
    ? `the source no longer lists ${withdrawn.length} of ${size} articles; they stay, because that looks like a mistake: if it is meant, write --allow-withdrawals`
    : undefined;
};

/**
 * Removes the articles that the source no longer lists, and records that. Each id in `successors` takes over its
 * predecessor's file.
 */
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
