import type { Clock, Transport } from '../../http/transport.js';
import { systemClock } from '../../http/transport.js';
import { createHttp, type Http } from '../../http/http.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { readingOnce } from '../clients.js';
import { inUtf8 } from '../net/encoding.js';
import { createNodeTransport } from '../net/node-transport.js';
import { createPolite } from '../net/polite.js';
import { revalidating } from '../net/revalidate.js';
import { createRobots } from '../net/robots.js';
import { sanitiseForSource } from '../sanitise.js';
import { inferNodeSource, IS_WHOLE, OWN_SOURCES } from '../sources.js';
import { writeFeed, writeTombstone } from './feed-files.js';
import { writePages } from './html-files.js';
import { loadSharp, Pictures } from './pictures.js';
import { readList } from './read-list.js';
import { newState, readState, writeState, type State } from './state.js';
import { Store, StoreError, type WriteNew } from './store.js';
import { suspicion, withdrawnIds } from './withdrawals.js';
import { ArticleWriter } from './article-writer.js';

export interface SnapshotOptions {
  /** Absolute address of the blog. */
  readonly endpoint: string;
  /** The folder that is written. */
  readonly out: string;
  /** Name of the source; default: by the endpoint's shape. */
  readonly source?: string | undefined;
  readonly key?: string | undefined;
  /** Address that the folder is published at, with a slash at the end. */
  readonly site?: string | undefined;
  readonly hasPictures: boolean;
  /** Writes an HTML page for each article; needs `site`. */
  readonly hasHtml: boolean;
  /** Reads every article again. */
  readonly isRefresh: boolean;
  /** Articles at most. */
  readonly limit: number;
  readonly allowsPrivate: boolean;
  readonly ignoresRobots: boolean;
  readonly allowsWithdrawals: boolean;
  readonly userAgent: string;
  readonly signal: AbortSignal;
  readonly progress?: (done: number, found: number) => void;
  // what tests put in their places
  readonly transport?: Transport;
  readonly clock?: Clock;
  readonly write?: WriteNew;
}

export interface SnapshotResult {
  /** Articles in the snapshot. */
  readonly articles: number;
  /** Articles whose text was asked for. */
  readonly read: number;
  readonly withdrawn: number;
  /** Files that were written or removed. */
  readonly changes: number;
  /** What could not be read; older versions of it stay. */
  readonly problems: readonly string[];
}

/** The name by which `robots.txt` may call this program. */
export const AGENT = 'care-widgets';
/** Bytes of one answer: a whole feed in one file. */
const MOST_BYTES = 20e6;
/** Milliseconds for one answer. */
const TIMEOUT = 30_000;
/** Milliseconds between two notes of how far it has come. */
const SAVE_EVERY = 2000;

/** What makes the files of an article, besides the article: where it differs, all are written anew. */
const settingsOf = ({ site, hasPictures }: SnapshotOptions): string => JSON.stringify([site, hasPictures]);

/** A snapshot shows pictures from wherever the publisher has them; which of them a page loads, the page says. */
class EveryOrigin extends Array<string> {
  readonly #own: string;
  constructor(own: string) {
    super();
    this.#own = own;
  }
  override includes(origin: string): boolean {
    return origin === this.#own || origin.startsWith('https:');
  }
}

const sentence = (error: CareError): string => [error.detail || error.code, error.url].filter(Boolean).join(' | ');

const openState = async (store: Store, endpoint: string, source: string): Promise<State> => {
  const state = await readState(store);
  if (!state?.articles.size && !state?.withdrawn.size) return newState(endpoint, source); // a first try may have failed
  if (state.endpoint !== endpoint || state.source !== source) {
    throw new StoreError(
      `${store.folder} holds a snapshot of ${state.endpoint} (${state.source}): choose another folder`,
    );
  }
  return state;
};

/** Everything that is asked goes through here: few requests at a time, past no rule, to no local address. */
const connect = (options: SnapshotOptions, store: Store, state: State) => {
  const { clock = systemClock, allowsPrivate, ignoresRobots, userAgent } = options;
  const transport = options.transport ?? createNodeTransport({ userAgent, allowPrivate: allowsPrivate });
  const plain = createHttp({ transport, clock, timeout: TIMEOUT, maxBytes: 500_000 });
  const robots = ignoresRobots ? undefined : createRobots({ http: plain, clock, agent: AGENT, known: state.robots });
  const polite = createPolite({ clock, robots });
  const kept = revalidating(transport, store);
  const text = createHttp({
    transport: async (url, init) => inUtf8(await kept(url, init)),
    ...{ clock, timeout: TIMEOUT, maxBytes: MOST_BYTES },
  });
  const http: Http = { get: (url, signal) => polite(url, () => text.get(url, signal), signal) };
  return { clock, transport, polite, http };
};

const createSource = ({ endpoint, key }: SnapshotOptions, name: string, http: Http): ContentSource => {
  const create = Object.hasOwn(OWN_SOURCES, name) ? OWN_SOURCES[name] : undefined;
  if (!create) {
    const detail = `source '${name}' is none of ${Object.keys(OWN_SOURCES).join(', ')}`;
    throw new CareError('not-configured', { detail });
  }
  return create({
    endpoint,
    http: IS_WHOLE.includes(name) ? readingOnce(http) : http,
    origins: new EveryOrigin(new URL(endpoint).origin),
    sanitise: sanitiseForSource,
    ...(key ? { key } : {}),
  });
};

/** Takes away what the source no longer lists, and remembers that it did. */
const withdraw = async (
  store: Store,
  state: State,
  ids: readonly string[],
  site: string | undefined,
): Promise<void> => {
  for (const id of ids) {
    const known = state.articles.get(id);
    if (!known) continue;
    const gone = { id, slug: known.slug, file: known.file };
    await writeTombstone(store, state, gone, site);
    await store.remove(`articles/${known.file}.html`);
    state.withdrawn.set(id, gone);
    state.articles.delete(id);
  }
};

/** Articles of one day stay in the order in which the source lists them. */
const inOrder = ({ articles }: State, listed: readonly Article[]): void => {
  const ids = new Set([...listed.map(({ id }) => id), ...articles.keys()]);
  const entries = [...ids].flatMap((id) => [...(articles.has(id) ? [[id, articles.get(id)] as const] : [])]);
  articles.clear();
  for (const [id, known] of entries) if (known) articles.set(id, known);
};

/** Removes copies of pictures that no article shows any more. */
const removePictures = async (store: Store, state: State): Promise<void> => {
  const used = new Set([...state.articles.values()].flatMap(({ pictures }) => pictures));
  for (const file of await store.list('pictures')) if (!used.has(file)) await store.remove(`pictures/${file}`);
  for (const [url, files] of state.pictures) if (!files.some(({ file }) => used.has(file))) state.pictures.delete(url);
};

const run = async (options: SnapshotOptions, store: Store): Promise<SnapshotResult> => {
  const { endpoint, key, site, signal, progress = () => undefined } = options;
  const name = options.source ?? inferNodeSource(endpoint, key);
  const state = await openState(store, endpoint, name);
  const { clock, transport, polite, http } = connect(options, store, state);
  const source = createSource(options, name, http);
  const problems: string[] = [];
  const onProblem = (error: CareError): unknown => problems.push(sentence(error));
  const pictures = options.hasPictures
    ? new Pictures({ sharp: await loadSharp(), store, state, transport, clock, polite, onProblem })
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
    const list = await readList(source, options.limit, signal, (articles) => {
      texts = texts.then(() => readTexts(articles));
      texts.catch(() => undefined); // told below
    }).catch(async (error: unknown) => {
      writer.stop();
      await texts.catch(() => undefined);
      throw error;
    });
    await texts;
    if (list.problem) problems.push(list.problem);

    const missing = list.problem ? [] : withdrawnIds(state, list.articles);
    const doubt = options.allowsWithdrawals ? undefined : suspicion(state, missing);
    if (doubt) problems.push(doubt);
    const gone = doubt ? [] : missing;
    await withdraw(store, state, gone, site);
    for (const { id } of list.articles) if (state.articles.has(id)) state.withdrawn.delete(id);
    inOrder(state, list.articles);
    await writeFeed(store, state, site);
    if (options.hasHtml && site) {
      const origins = pictures ? '' : new URL(endpoint).origin;
      for (const { code, detail, line } of await writePages(store, state, site, origins)) {
        problems.push(`HTML, line ${line}: ${code} ${detail}`);
      }
    }
    if (!list.problem && !doubt) state.listed = list.articles.length;
    await removePictures(store, state);
    return { articles: state.articles.size, read, withdrawn: gone.length, changes: store.changes, problems };
  } finally {
    await save(true);
  }
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
  await store.open();
  try {
    return await run(options, store);
  } finally {
    await store.close();
  }
};
