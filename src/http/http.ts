import { CareError } from '../model/care-error.js';
import { networkTransport } from './early.js';
import { readText } from './read-text.js';
import { LONGEST_WAIT, statusError } from './status-error.js';
import { PRIVATE, systemClock, type Clock, type Transport } from './transport.js';

/** A successful answer, read to its end. */
export interface Answer {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

export interface HttpOptions {
  readonly transport?: Transport;
  readonly clock?: Clock;
  /** Milliseconds for one request, its answer included. Default 10000. */
  readonly timeout?: number;
  /** Decompressed bytes that an answer may have. Default 5 MB. */
  readonly maxBytes?: number;
}

/** The one GET for all. */
export interface Http {
  /** Rejects with `CareError`, or with the reason of `signal` once that is aborted. */
  get(url: string, signal: AbortSignal): Promise<Answer>;
}

/** Pause before the second attempt where the server names none, in milliseconds. */
const BREATH = 300;

/** How long to wait before trying once more, or `undefined` where trying again is no use. */
const pauseBefore = ({ code, status, retryAfter }: CareError): number | undefined => {
  if (code === 'network') return BREATH;
  if (status === 429) return retryAfter !== undefined && retryAfter <= LONGEST_WAIT ? retryAfter : undefined;
  return code === 'server' && [502, 503, 504].includes(status ?? 0) ? (retryAfter ?? BREATH) : undefined;
};

export const createHttp = ({
  transport = networkTransport,
  clock = systemClock,
  timeout = 10_000,
  maxBytes = 5_000_000,
}: HttpOptions = {}): Http => {
  const attempt = async (url: string, signal: AbortSignal): Promise<Answer> => {
    const stop = new AbortController();
    const cancelTimer = clock.after(timeout, () =>
      stop.abort(new CareError('timeout', { detail: `no answer within ${timeout} ms`, url })),
    );
    const forward = () => stop.abort(signal.reason);
    signal.addEventListener('abort', forward);
    if (signal.aborted) forward();
    try {
      const response = await transport(url, { ...PRIVATE, signal: stop.signal });
      const text = await readText(response, maxBytes);
      if (!response.ok) throw statusError(response, url, text);
      return { url: response.url || url, text, headers: response.headers };
    } catch (cause) {
      if (stop.signal.aborted) throw stop.signal.reason;
      if (cause instanceof CareError) throw cause;
      throw new CareError(globalThis.navigator?.onLine === false ? 'offline' : 'network', { url, cause });
    } finally {
      cancelTimer();
      signal.removeEventListener('abort', forward);
    }
  };

  const pause = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(ms, () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      });
      const giveUp = () => {
        cancel();
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', giveUp, { once: true });
    });

  return {
    async get(url, signal) {
      try {
        return await attempt(url, signal);
      } catch (error) {
        const ms = error instanceof CareError ? pauseBefore(error) : undefined;
        if (ms === undefined) throw error;
        await pause(ms, signal);
        return attempt(url, signal);
      }
    },
  };
};
