import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Article } from '../../model/article.js';
import type { KnownRobots } from '../net/robots.js';
import { fieldsOf, type Fields } from '../../sources/shared/read.js';
import type { FeedItem } from './to-item.js';
import { isCopy } from './own-files.js';
import { StoreError, type Store } from './store.js';

const FILE = '.care-widgets/state.json';
const VERSION = 1;

/** What is known of an article that is in the snapshot. */
export interface KnownArticle {
  readonly slug: string;
  /** Name of its file, without folder and extension. */
  readonly file: string;
  /** Hash of its summary: a different one means that it has changed at the source. */
  readonly print: string;
  /** Its item in the pages of the feed. */
  readonly item: FeedItem;
  /** Files in `pictures/` that it shows. */
  readonly pictures: readonly string[];
}

/** An article that its publisher has withdrawn: widgets take away what they have of it. */
export interface Tombstone {
  readonly id: string;
  readonly slug: string;
  readonly file: string;
}

/** One picture in one width. */
export interface PictureFile {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** Validators by which a server can tell that a picture has not changed: `ETag` and `Last-Modified`. */
export interface Stamp {
  readonly etag?: string;
  readonly modified?: string;
}

/** What a snapshot knows of itself between two runs. */
export interface State {
  readonly version: typeof VERSION;
  readonly endpoint: string;
  readonly source: string;
  /** Articles that the list had in the last complete run. */
  listed: number;
  siteName: string;
  language: string;
  readonly articles: Map<string, KnownArticle>;
  readonly withdrawn: Map<string, Tombstone>;
  /** Copies by the URL of the original. */
  readonly pictures: Map<string, readonly PictureFile[]>;
  /** Validators by the URL of the original, where its server sends any. */
  readonly stamps: Map<string, Stamp>;
  readonly robots: Map<string, KnownRobots>;
}

const MAPS = ['articles', 'withdrawn', 'pictures', 'stamps', 'robots'] as const;

export const newState = (endpoint: string, source: string): State => ({
  version: VERSION,
  endpoint,
  source,
  listed: 0,
  siteName: '',
  language: '',
  ...{ articles: new Map(), withdrawn: new Map(), pictures: new Map(), stamps: new Map(), robots: new Map() },
});

type MapName = (typeof MAPS)[number];

const isText = (value: unknown): boolean => typeof value === 'string';
/** Whether a value is the name of a file without folder and extension: it must not lead out of its folder. */
const isFileName = (value: unknown): boolean => typeof value === 'string' && /^[a-z\d-]+$/.test(value);
const isList = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);
const isCopyName = (value: unknown): boolean => typeof value === 'string' && isCopy(value);
const isItem = ({ id, title, url = '', language = '', _care }: Fields): boolean =>
  [id, title, url, language].every(isText) &&
  typeof _care === 'object' &&
  _care !== null &&
  isList(fieldsOf(_care).categories ?? [], (one) => isText(fieldsOf(one).slug) && isText(fieldsOf(one).name));

/** Whether a value of each map is what a snapshot writes. */
const IS_VALUE: Readonly<Record<MapName, (value: unknown) => boolean>> = {
  articles: (value) => {
    const { slug, file, print, item, pictures } = fieldsOf(value);
    return [slug, print].every(isText) && isFileName(file) && isItem(fieldsOf(item)) && isList(pictures, isCopyName);
  },
  withdrawn: (value) => {
    const { id, slug, file } = fieldsOf(value);
    return [id, slug].every(isText) && isFileName(file);
  },
  stamps: (value) => [fieldsOf(value).etag ?? '', fieldsOf(value).modified ?? ''].every(isText),
  pictures: (value) => isList(value, (one) => isCopyName(fieldsOf(one).file)),
  robots: (value) => isText(fieldsOf(value).text) && typeof fieldsOf(value).at === 'number',
};

const isEntries = (value: unknown, isValue: (value: unknown) => boolean): boolean =>
  isList(value, (entry) => Array.isArray(entry) && entry.length === 2 && isText(entry[0]) && isValue(entry[1]));

const isState = (found: Fields): boolean =>
  [found.endpoint, found.source, found.siteName, found.language].every(isText) &&
  URL.canParse(String(found.endpoint)) &&
  typeof found.listed === 'number' &&
  MAPS.every((name) => isEntries(found[name], IS_VALUE[name]));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * The state of the last run; `undefined` where there is none. @throws StoreError where the file is not what a run writes, for
 * example with conflict markers of a merge: started afresh, the snapshot would forget which articles were withdrawn and which
 * are older than the feed shows.
 */
export const readState = async (store: Store): Promise<State | undefined> => {
  const text = await store.read(FILE);
  if (text === undefined) return undefined;
  const found: Fields = { stamps: [], ...fieldsOf(parse(text)) }; // absent in files that were written before there were versions
  const { version } = found;
  const path = join(store.folder, FILE);
  if (typeof version === 'number' && version > VERSION)
    throw new StoreError(`${path} is of a newer care-widgets: update it here (npm install care-widgets@latest)`);
  if (version !== VERSION || !isState(found))
    throw new StoreError(
      `${path} is not what a snapshot writes: put a copy from before back, or delete it, and everything is read anew; what its publisher has withdrawn, and what has slid out of a feed, is not known then`,
    );
  const maps = MAPS.map((name) => [name, new Map(found[name] as readonly [string, unknown][])]);
  return { ...found, ...Object.fromEntries(maps) } as State;
};

export const writeState = (store: Store, state: State): Promise<void> =>
  store.write(FILE, JSON.stringify({ ...state, ...Object.fromEntries(MAPS.map((name) => [name, [...state[name]]])) }));

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A hash that changes with every part of a summary and with the settings. */
export const printOf = (summary: Article, settings: string): string => hashOf(settings + JSON.stringify(summary));
