import { availableParallelism } from 'node:os';
import { statusError } from '../../http/failure.js';
import { withDeadline } from '../../http/deadline.js';
import { PRIVATE_REQUEST } from '../../http/private.js';
import type { Clock, Transport } from '../../http/transport.js';
import { CareError } from '../../model/care-error.js';
import type { Polite } from '../net/polite.js';
import { createTurns } from '../net/turns.js';
import { hashOf, type PictureFile, type Stamp, type State } from './state.js';
import type { Store } from './store.js';

/** Pixels: a card on a phone, an article, an article on a fine screen. */
const WIDTHS = [480, 960, 1600];
const MOST_BYTES = 25e6;
const MOST_PIXELS = 60e6;
/** Half of sharp's effort takes half of the time; for its bytes the picture differs by what nobody sees: see docs/decisions.md. */
const WEBP = { quality: 77, effort: 2 } as const;
/** Milliseconds for one picture. */
const TIMEOUT = 60_000;
/** Pictures that are scaled at a time, each by one processor. */
const SCALED_AT_ONCE = Math.min(2, availableParallelism());
/** Pictures whose bytes are in memory: while some are scaled, the next ones are fetched, and no more than these. */
const MOST_IN_MEMORY = SCALED_AT_ONCE + 2;

type Sharp = typeof import('sharp').default;

/** @throws CareError `not-configured` where the package is not installed. */
export const loadSharp = async (): Promise<Sharp> => {
  try {
    const { default: sharp } = await import('sharp');
    sharp.cache(false);
    sharp.concurrency(1); // one thread for each picture, and so its memory only once
    return sharp;
  } catch (cause) {
    const detail = '--pictures needs a package that is not there: npm install sharp';
    throw new CareError('not-configured', { detail, cause });
  }
};

export interface PicturesOptions {
  readonly sharp: Sharp;
  readonly store: Store;
  readonly state: State;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly polite: Polite;
  /** Whether to check copies that exist for changes of their originals. */
  readonly isRefresh: boolean;
  /** Called for each picture that could not be copied. */
  readonly onProblem: (error: CareError) => void;
}

/** Copies of the pictures that articles show, in several widths, in `pictures/`. */
export class Pictures {
  readonly #options: PicturesOptions;
  readonly #running = new Map<string, Promise<readonly PictureFile[]>>();
  readonly #inMemory = createTurns(MOST_IN_MEMORY);
  readonly #scaling = createTurns(SCALED_AT_ONCE);

  constructor(options: PicturesOptions) {
    this.#options = options;
  }

  /**
   * Copies one picture. Resolves to its files, narrowest first; to none where it could not be copied. Rejects with the reason
   * of `signal`.
   */
  async copy(url: string, signal: AbortSignal): Promise<readonly PictureFile[]> {
    const { state, store, isRefresh, onProblem } = this.#options;
    const known = state.pictures.get(url);
    const isThere = known && (await Promise.all(known.map(({ file }) => store.has(`pictures/${file}`)))).every(Boolean);
    const copies = isThere ? known : [];
    if (isThere && !(isRefresh && state.stamps.has(url))) return known;
    let files = this.#running.get(url);
    if (!files) {
      files = this.#make(url, signal, copies);
      this.#running.set(url, files);
    }
    try {
      return await files;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CareError)) throw error;
      onProblem(error);
      this.#running.set(url, Promise.resolve(copies));
      return copies;
    }
  }

  /** `copies`: those that are there already, and may still hold. */
  #make(url: string, signal: AbortSignal, copies: readonly PictureFile[]): Promise<readonly PictureFile[]> {
    const { polite, state } = this.#options;
    return this.#inMemory(async () => {
      const { etag, modified } = (copies.length && state.stamps.get(url)) || {};
      const headers = new Headers();
      if (etag) headers.set('if-none-match', etag);
      if (modified) headers.set('if-modified-since', modified);
      const answer = await polite(url, () => this.#download(url, headers, signal), signal);
      if (!answer) return copies;
      const files = await this.#scaling(() => this.#scale(url, answer.bytes, signal));
      state.pictures.set(url, files);
      if (answer.stamp) state.stamps.set(url, answer.stamp);
      else state.stamps.delete(url);
      return files;
    });
  }

  /** `undefined` where the response says that it has not changed. */
  #download(
    url: string,
    headers: Headers,
    signal: AbortSignal,
  ): Promise<{ readonly bytes: Uint8Array; readonly stamp: Stamp | undefined } | undefined> {
    const { transport, clock } = this.#options;
    const late = () => new CareError('timeout', { detail: `no answer within ${TIMEOUT} ms`, url });
    return withDeadline({ signal, clock, timeout: TIMEOUT, late }, async (stop) => {
      const response = await transport(url, { ...PRIVATE_REQUEST, headers, signal: stop }).catch((cause: unknown) => {
        if (cause instanceof CareError) throw cause;
        throw new CareError('network', { url, cause });
      });
      if (response.status === 304 && [...headers].length) return undefined;
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const part of response.body ?? []) {
        parts.push(part);
        length += part.length;
        if (length > MOST_BYTES) throw new CareError('too-large', { detail: `more than ${MOST_BYTES / 1e6} MB`, url });
      }
      if (!response.ok) throw statusError(response, url, '');
      const [etag, modified] = ['etag', 'last-modified'].map((name) => response.headers.get(name) ?? undefined);
      const stamp = { ...(etag ? { etag } : {}), ...(modified ? { modified } : {}) };
      return { bytes: Buffer.concat(parts), stamp: etag || modified ? stamp : undefined };
    });
  }

  async #scale(url: string, bytes: Uint8Array, signal: AbortSignal): Promise<readonly PictureFile[]> {
    const { sharp, store } = this.#options;
    try {
      const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
      const { autoOrient } = await sharp(bytes, options).metadata();
      const full = autoOrient.width;
      const widths = [...WIDTHS.filter((width) => width < full), ...(full <= (WIDTHS.at(-1) ?? 0) ? [full] : [])];
      const files: PictureFile[] = [];
      for (const width of widths.length ? widths : [full]) {
        signal.throwIfAborted();
        const scaled = sharp(bytes, options).autoOrient().resize({ width }).webp(WEBP);
        const { data, info } = await scaled.toBuffer({ resolveWithObject: true });
        const file = `${hashOf(url)}-${info.width}.webp`;
        await store.write(`pictures/${file}`, data);
        files.push({ file, width: info.width, height: info.height });
      }
      return files;
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'StoreError') throw cause;
      throw new CareError('malformed', {
        detail: `no picture that can be read (${(cause as Error).message})`,
        url,
        cause,
      });
    }
  }
}
