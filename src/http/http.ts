import { CareError } from '../model/care-error.js';
import { networkTransport } from './early.js';
import { statusError, waitForSecondAttempt } from './failure.js';
import { PRIVATE } from './private.js';
import { readText } from './read-text.js';
import { systemClock, type Clock, type Transport } from './transport.js';

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

export const createHttp = ({
  transport = networkTransport,
  clock = systemClock,
  timeout = 10_000,
  maxBytes = 5e6,
}: HttpOptions = {}): Http => {
  const attempt = async (url: string, signal: AbortSignal): Promise<Answer> => {
    const stop = new AbortController();
    const forward = () => stop.abort(signal.reason);
    const cancelTimer = clock.after(timeout, () =>
      stop.abort(new CareError('timeout', { detail: `no answer within ${timeout} ms`, url })),
    );
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

  return {
    get: (url, signal) =>
      attempt(url, signal).catch(async (error: unknown) => {
        await waitForSecondAttempt(error as Error, clock, signal);
        return attempt(url, signal);
      }),
  };
};
