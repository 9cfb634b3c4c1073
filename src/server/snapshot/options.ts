import type { Clock, Transport } from '../../http/transport.js';
import type { Credentials } from '../net/node-transport.js';
import type { WriteNew } from './store.js';

export interface SnapshotOptions {
  /** Absolute URL of the blog. */
  readonly endpoint: string;
  readonly credentials?: Credentials | undefined;
  /** The folder that is written. */
  readonly out: string;
  /** Name of the source; default: by the endpoint's shape. */
  readonly source?: string | undefined;
  readonly key?: string | undefined;
  /** URL that the folder is published at, with a slash at the end. */
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
