import { CareError, type CareErrorCode } from '../model/care-error.js';
import { pause } from './pause.js';
import type { Clock } from './transport.js';

/** HTTP status codes of failures that may pass by themselves. */
const TRANSIENT = [502, 503, 504];

/** HTTP status codes of an overloaded server: retries by every page that it has refused would overload it further. */
const BUSY = [429, 503];

/** The longest `Retry-After` that a visitor is made to wait, in milliseconds. */
const LONGEST_WAIT = 10_000;

/** Pause before the second attempt where nobody names one, in milliseconds. */
const RETRY_DELAY = 300;

const CODES: Readonly<Record<number, CareErrorCode>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  410: 'gone',
  429: 'rate-limited',
};

/** `Retry-After` in milliseconds: seconds or a date, `undefined` where absent or unreadable. */
const retryAfter = (headers: Headers): number | undefined => {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? +value * 1000 : new Date(value).getTime() - new Date().getTime();
  return isNaN(ms) ? undefined : Math.max(0, ms);
};

/** The title of an error page, or the `message` of a JSON error; empty where there is neither. */
export const titleOf = (text: string): string =>
  (/<title[^<>]*>([^<]*)/i.exec(text) ?? /"message":\s*"((?:[^"\\]|\\.)*)/.exec(text))?.[1]?.trim().slice(0, 200) ?? '';

/** The error for a response that is not a success. `text` is its body. */
export const statusError = ({ status, headers }: Response, url: string, text: string): CareError => {
  const wait = retryAfter(headers);
  const code = CODES[status] ?? (TRANSIENT.includes(status) && (wait ?? 0) > LONGEST_WAIT ? 'rate-limited' : 'server');
  const detail = `${status} ${titleOf(text)}`.trim();
  return new CareError(code, { detail, url, status, ...(wait === undefined ? {} : { retryAfter: wait }) });
};

/** How long to wait before trying once more, in milliseconds, or `undefined` where trying again is no use. */
const pauseBefore = ({ code, status, retryAfter: wait }: CareError): number | undefined => {
  if (code === 'network') return status ? undefined : RETRY_DELAY; // a redirect stays a redirect
  if (BUSY.includes(status ?? 0)) return wait !== undefined && wait <= LONGEST_WAIT ? wait : undefined;
  return code === 'server' && TRANSIENT.includes(status ?? 0) ? (wait ?? RETRY_DELAY) : undefined;
};

/**
 * Waits until the request that failed with `error` may be tried once more; rejects with `error` where it may not, and
 * with the reason of `signal` where the caller gives up meanwhile.
 */
export const waitForSecondAttempt = async (error: Error, clock: Clock, signal: AbortSignal): Promise<void> => {
  const ms = error instanceof CareError ? pauseBefore(error) : undefined;
  if (ms === undefined) throw error;
  await pause(ms, clock, signal);
};
