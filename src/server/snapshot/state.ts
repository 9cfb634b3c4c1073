import { createHash } from 'node:crypto';
import type { Article } from '../../model/article.js';
import type { KnownRobots } from '../net/robots.js';
import type { FeedItem } from './to-item.js';
import type { Store } from './store.js';

const FILE = '.care-widgets/state.json';

/** What is known of an article whose file is written. */
export interface KnownArticle {
  readonly slug: string;
  /** Name without folder and ending. */
  readonly file: string;
  /** Of its summary: what differs has changed at the source. */
  readonly print: string;
  /** As the pages of the feed have it. */
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

/** What a snapshot knows of itself between two runs. */
export interface State {
  readonly version: 1;
  readonly endpoint: string;
  readonly source: string;
  /** Articles that the list had in the last complete run. */
  listed: number;
  siteName: string;
  language: string;
  readonly articles: Map<string, KnownArticle>;
  readonly withdrawn: Map<string, Tombstone>;
  /** By address. */
  readonly pictures: Map<string, readonly PictureFile[]>;
  readonly robots: Map<string, KnownRobots>;
}

const MAPS = ['articles', 'withdrawn', 'pictures', 'robots'] as const;

/** A map is written as its entries. */
type Stored = Readonly<Record<(typeof MAPS)[number], readonly [string, unknown][]>>;

export const newState = (endpoint: string, source: string): State => ({
  version: 1,
  endpoint,
  source,
  listed: 0,
  siteName: '',
  language: '',
  ...{ articles: new Map(), withdrawn: new Map(), pictures: new Map(), robots: new Map() },
});

/** `undefined` where there is none, or one of another version: everything is read anew then. */
export const readState = async (store: Store): Promise<State | undefined> => {
  try {
    const found = JSON.parse((await store.read(FILE)) ?? '') as Omit<State, (typeof MAPS)[number]> & Stored;
    if (found.version !== 1) return undefined;
    const mapOf = <T>(name: (typeof MAPS)[number]) => new Map(found[name] as readonly [string, T][]);
    return {
      ...found,
      ...{
        articles: mapOf('articles'),
        withdrawn: mapOf('withdrawn'),
        pictures: mapOf('pictures'),
        robots: mapOf('robots'),
      },
    };
  } catch {
    return undefined;
  }
};

export const writeState = (store: Store, state: State): Promise<void> =>
  store.write(FILE, JSON.stringify({ ...state, ...Object.fromEntries(MAPS.map((name) => [name, [...state[name]]])) }));

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Changes with every part of a summary. */
export const printOf = (summary: Article, settings: string): string => hashOf(settings + JSON.stringify(summary));
