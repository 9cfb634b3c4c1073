import { CareError, type CareErrorCode } from '../model/care-error.js';

/** The longest `Retry-After` that a visitor is made to wait, in milliseconds. */
export const LONGEST_WAIT = 10_000;

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
  const ms = /^\d+$/.test(value) ? +value * 1000 : Date.parse(value) - Date.now();
  return isNaN(ms) ? undefined : Math.max(0, ms);
};

/** The words by which an error page or an error answer names itself. */
export const titleOf = (text: string): string =>
  (/<title[^>]*>([^<]*)/i.exec(text) ?? /"message":\s*"((?:[^"\\]|\\.)*)/.exec(text))?.[1]?.trim().slice(0, 200) ?? '';

/** The error for an answer that is not a success. `text` is its body. */
export const statusError = (response: Response, url: string, text: string): CareError => {
  const { status } = response;
  const wait = retryAfter(response.headers);
  const code =
    CODES[status] ?? (status === 503 && wait !== undefined && wait > LONGEST_WAIT ? 'rate-limited' : 'server');
  return new CareError(code, {
    detail: `${status} ${titleOf(text)}`.trim(),
    url,
    status,
    ...(wait === undefined ? {} : { retryAfter: wait }),
  });
};
