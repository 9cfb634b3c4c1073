import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';
import { resolveSource } from '../../sources/shared/source-name.js';
import { findSource, isNoWordPress } from '../find-source.js';
import { inferNodeSource } from '../sources.js';
import { ArticleWriter } from './article-writer.js';
import { connect, createSource } from './connect.js';
import { writeFeed } from './feed-files.js';
import { writePages } from './html-files.js';
import { loadSharp, Pictures } from './pictures.js';
import { readList } from './read-list.js';
import { sentenceOf } from './sentence.js';
import { refuseOthers } from './own-files.js';
import { newState, readState, writeState, type State } from './state.js';
import type { SnapshotOptions, SnapshotResult } from './options.js';
import { Store, StoreError } from './store.js';
import { inOrder, removePictures } from './tidy.js';
import { successorsOf, suspicion, withdraw, withdrawnIds } from './withdrawals.js';

/** Milliseconds between two saves of the state. */
const SAVE_EVERY = 2000;

/** The options that change the files of articles, as text: where it differs, all are written again. */
const settingsOf = ({ site, hasPictures }: SnapshotOptions): string => JSON.stringify([site, hasPictures]);

const openState = async (store: Store, state: State | undefined, endpoint: string, source: string): Promise<State> => {
  if (!state) await refuseOthers(store);
  if (!state?.articles.size && !state?.withdrawn.size) return newState(endpoint, source); // a first try may have failed
  if (state.endpoint !== endpoint || state.source !== source) {
    throw new StoreError(
      `${store.folder} holds a snapshot of ${state.endpoint} (${state.source}): choose another folder`,
    );
  }
  return state;
};

const run = async (options: SnapshotOptions, store: Store): Promise<SnapshotResult> => {
  const { endpoint, key, site, signal, progress = () => undefined } = options;
  const resolved = resolveSource(endpoint, options.source, key);
  const known = await readState(store);
  // an earlier run has found out which source reads this URL
  const guess = known?.endpoint === endpoint ? known.source : inferNodeSource(endpoint, key);
  const name = options.source ? resolved.source : guess;
  const state = await openState(store, known, endpoint, name);
  const { clock, transport, polite, http } = connect(options, store, state);
  const cuts = new Set<string>();
  const source = createSource({ ...options, endpoint: resolved.endpoint }, name, http, (sentence) =>
    cuts.add(sentence),
  );
  const problems: string[] = [];
  const onProblem = (error: CareError): unknown => problems.push(sentenceOf(error));
  const pictures = options.hasPictures
    ? new Pictures({
        sharp: await loadSharp(),
        ...{ store, state, transport, clock, polite, onProblem, isRefresh: options.isRefresh },
      })
    : undefined;
  let savedAt = clock.now();
  const save = async (isLast = false): Promise<void> => {
    if (!isLast && clock.now() - savedAt < SAVE_EVERY) return;
    savedAt = clock.now();
    await writeState(store, state);
  };

  try {
    const writer = new ArticleWriter({
      store,
      state,
      source,
      pictures,
      site,
      settings: settingsOf(options),
      onProblem,
    });
    let [read, wanted] = [0, 0];
    const readTexts = async (articles: readonly Article[]): Promise<void> => {
      state.siteName ||= articles.find(({ siteName }) => siteName)?.siteName ?? '';
      state.language ||= articles.find(({ language }) => language)?.language ?? '';
      const some: Article[] = [];
      for (const article of articles) {
        if (source.batchSize === Infinity || options.isRefresh || (await writer.isStale(article))) some.push(article);
      }
      wanted += some.length;
      progress(read, wanted);
      await writer.writeAll(some, signal, async (count) => {
        progress((read += count), wanted);
        await save();
      });
    };
    // texts are read while the next page of the list is on its way
    let texts = Promise.resolve();
    const onPage = (articles: readonly Article[]): void => {
      texts = texts.then(() => readTexts(articles));
      texts.catch(() => undefined); // told below
    };
    const { limit } = options;
    const list = await readList(source, { limit, signal, onPage }).catch(async (error: unknown) => {
      writer.stop();
      await texts.catch(() => undefined);
      throw error;
    });
    await texts;
    const gaps = [...cuts, ...(list.problem ? [list.problem] : [])];
    problems.push(...gaps);

    // an article that is missing from an incomplete list may be in the rest of it
    const isWhole = !cuts.size && (!list.problem || list.isLimited);
    const unseen = isWhole ? withdrawnIds(state, list.articles, list.isLimited) : [];
    // where an article was removed while a list of several pages was read, each later page began one article too late; and
    // where the source counts too few, the list ended too early
    const isUnsure = unseen.length > 0 && source.batchSize !== Infinity;
    const again = isUnsure ? await readList(source, { limit, signal, isDoubted: true }) : list;
    const listed = new Set(list.articles.map(({ id }) => id));
    await readTexts(again.articles.filter(({ id }) => !listed.has(id)));
    const seen = new Set(again.articles.map(({ id }) => id));
    const missing = unseen.filter((id) => !seen.has(id));
    const successors = successorsOf(state, missing, again.articles);
    const lost = missing.filter((id) => !successors.has(id));
    const doubt = options.allowsWithdrawals ? undefined : suspicion(state, lost);
    if (doubt) problems.push(doubt);
    const gone = [...successors.keys(), ...(doubt ? [] : lost)];
    await withdraw(store, state, gone, successors, site);
    for (const { id } of again.articles) if (state.articles.has(id)) state.withdrawn.delete(id);
    inOrder(state, again.articles);
    await writeFeed(store, state, site);
    if (options.hasHtml && site) {
      const origins = pictures ? '' : new URL(endpoint).origin;
      problems.push(...(await writePages(store, state, site, origins)));
    }
    if (!gaps.length && !doubt) state.listed = again.articles.length;
    await removePictures(store, state);
    return { articles: state.articles.size, read, withdrawn: gone.length, changes: store.changes, problems };
  } finally {
    await save(true);
  }
};

/** The source of a URL that was taken for a WordPress; `undefined` where it is no other either. */
const sourceOf = (options: SnapshotOptions, store: Store): Promise<string | undefined> => {
  const { http } = connect(options, store, newState(options.endpoint, ''));
  return findSource(options.endpoint, http, options.signal);
};

/**
 * Reads a whole blog and writes it as JSON Feed into a folder, only what has changed since the last time. An interrupted run
 * leaves every file whole, and the next one goes on where it was.
 *
 * @throws CareError Where the source cannot be read; nothing is withdrawn then.
 * @throws StoreError Where the folder cannot be written.
 */
export const snapshot = async (options: SnapshotOptions): Promise<SnapshotResult> => {
  const store = new Store(options.out, options.write);
  await store.open(...(options.hasPictures ? ['pictures'] : []));
  try {
    return await run(options, store).catch(async (error: unknown) => {
      const source = options.source || !isNoWordPress(error) ? undefined : await sourceOf(options, store);
      if (source === undefined) throw error;
      return run({ ...options, source }, store);
    });
  } finally {
    await store.close();
  }
};
