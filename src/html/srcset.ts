import { safeResourceUrl } from './urls.js';

/** More sizes than this serve no screen; each one is an address to resolve. */
const MAX_CANDIDATES = 30;
/**
 * An address and its descriptor. Both are checked to the end: behind a descriptor that no browser knows, as in
 * `a.jpg 1h,https://elsewhere/`, another address could hide.
 */
const CANDIDATE = /^\s*(\S*[^\s,])(\s+[\d.]+[wx])?\s*$/;

/** The candidates of a `srcset` that come from `origins`, resolved on `url`. */
export const ownCandidates = (srcset: string, url: string, origins: readonly string[]): string =>
  srcset
    .split(/,\s+/, MAX_CANDIDATES)
    .map((candidate) => {
      const [, address, size = ''] = CANDIDATE.exec(candidate) ?? [];
      const own = safeResourceUrl(address, url, origins);
      return own && own + size;
    })
    .filter(Boolean)
    .join(', ');
