import { CareError } from '../model/care-error.js';
import { withDeadline } from './deadline.js';
import { networkTransport } from './early.js';
import { statusError, waitForSecondAttempt } from './failure.js';
import { PRIVATE_REQUEST } from './private.js';
import { readText } from './read-text.js';
import { systemClock, type Clock, type Transport } from './transport.js';

/** A successful response, read to its end. */
export interface Answer {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

export interface HttpOptions {
  readonly transport?: Transport;
  readonly clock?: Clock;
  /** Milliseconds for one request, its response included. Default 10000. */
  readonly timeout?: number | undefined;
  /** Decompressed bytes that a response may have. Default 5 MB. */
  readonly maxBytes?: number;
}

/** Every GET of the library goes through this. */
export interface Http {
  /** Rejects with `CareError`, or with the reason of `signal` once that is aborted. */
  get(url: string, signal: AbortSignal): Promise<Answer>;
}

/** Whether a script of the page (monitoring, a polyfill) stands before the browser's own `fetch`. */
const isFetchReplaced = (): boolean =>
  !!globalThis.document && !/\[native code\]/.test(Function.prototype.toString.call(globalThis.fetch));

/** What the console is told then; what to do about it is told by `diagnosis/`. */
const FETCH_REPLACED = 'a script of this page has replaced fetch';

export const createHttp = ({
  transport = networkTransport,
  clock = systemClock,
  timeout = 10_000,
  maxBytes = 5e6,
}: HttpOptions = {}): Http => {
  const attempt = async (url: string, signal: AbortSignal): Promise<Answer> => {
    const late = () => new CareError('timeout', { detail: `no answer within ${timeout} ms`, url });
    try {
      return await withDeadline({ signal, clock, timeout, late }, async (stop) => {
        const response = await transport(url, { ...PRIVATE_REQUEST, signal: stop });
        if (response.type === 'opaqueredirect') {
          const detail =
            'a redirect, which is not followed: it may lead to a host that nobody named; write the address that it leads to';
          throw new CareError('network', { detail, url, status: 302 });
        }
        const text = await readText(response, maxBytes);
        if (!response.ok) throw statusError(response, url, text);
        return { url: response.url || url, text, headers: response.headers };
      });
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof CareError) throw cause;
      if (globalThis.navigator?.onLine === false) throw new CareError('offline', { url, cause });
      throw new CareError('network', { url, cause, ...(isFetchReplaced() ? { detail: FETCH_REPLACED } : {}) });
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
