import { CareError } from '../model/care-error.js';
import { withDeadline } from './deadline.js';
import { PRIVATE_REQUEST } from './private.js';
import { readText } from './read-text.js';
import { systemClock, type Clock, type Transport } from './transport.js';

/** The response to a POST, as far as this page may read it. */
export interface PostAnswer {
  /** HTTP status; 302 for every redirect; 0 where no response could be read. */
  readonly status: number;
  /** The body; empty where it could not be read to its end. */
  readonly text: string;
  /** Why the response is missing or incomplete. What was sent may have been stored all the same. */
  readonly flaw?: CareError;
}

export interface PostOptions {
  readonly transport?: Transport;
  readonly clock?: Clock;
  /** Milliseconds for the request, its response included. Default 10000. */
  readonly timeout?: number | undefined;
  /** Decompressed bytes that a response may have. Default 200 kB. */
  readonly maxBytes?: number;
  /** False where the device knows that it has no connection. */
  readonly isOnline?: () => boolean;
}

/** What goes out. Without a content type the browser names that of the body. */
export interface PostMessage {
  readonly body: string | URLSearchParams | FormData;
  readonly contentType?: string;
}

/**
 * The one POST for all. It is sent once: after a failure nobody can tell whether the service stored it, so whatever
 * happens after the sending began is a response with a `flaw`, never an error. Rejects with `CareError` `offline` before
 * anything is sent, or with the reason of `signal`.
 *
 * The browser may do what this code never does: Chromium repeats a POST where a kept connection broke before any answer.
 * A back end that must not store twice goes by the address, as mailing lists do.
 *
 * Redirects are not followed: a 301 or 302 would turn the POST into a GET and make a lost sign-up look like a success, a
 * 307 or 308 would hand the URL to an origin that nobody configured.
 */
export const post = async (
  url: string,
  { body, contentType }: PostMessage,
  signal: AbortSignal,
  {
    transport = (address, init) => fetch(address, init),
    clock = systemClock,
    timeout = 10_000,
    maxBytes = 200_000,
    isOnline = () => globalThis.navigator?.onLine !== false,
  }: PostOptions = {},
): Promise<PostAnswer> => {
  signal.throwIfAborted();
  if (!isOnline()) throw new CareError('offline', { url, detail: 'nothing was sent' });
  let status = 0;
  const late = () => new CareError('timeout', { url, detail: `sent, but no answer within ${timeout} ms` });
  try {
    return await withDeadline({ signal, clock, timeout, late }, async (stop) => {
      const response = await transport(url, {
        ...PRIVATE_REQUEST,
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'application/json', ...(contentType ? { 'content-type': contentType } : {}) },
        body,
        signal: stop,
      });
      status = response.type === 'opaqueredirect' ? 302 : response.status;
      return { status, text: await readText(response, maxBytes) };
    });
  } catch (cause) {
    signal.throwIfAborted();
    const detail = "sent, but no answer can be read: connection lost, CORS, or the page's CSP (connect-src)";
    const flaw = cause instanceof CareError ? cause : new CareError('network', { url, detail, cause });
    return { status, text: '', flaw };
  }
};
