import { replaceByLink } from './link.js';
import { safeResourceUrl, safeUrl } from './urls.js';

/** Ends a candidate of a `srcset`: addresses may hold commas, but none before a blank or behind a descriptor. */
const BETWEEN = /,\s+|(?<=\s[\d.]+[wx]),/;

/** More sizes than this serve no screen; each one is an address to resolve. */
const MAX_CANDIDATES = 30;

const ownCandidates = (srcset: string, url: string, origins: readonly string[]): string =>
  srcset
    .split(BETWEEN, MAX_CANDIDATES)
    .map((candidate) => {
      const [address, size = ''] = candidate.trim().split(/\s+/);
      const own = safeResourceUrl(address, url, origins);
      return own && `${own} ${size}`.trim();
    })
    .filter(Boolean)
    .join(', ');

const isPixel = (image: Element): boolean =>
  ['width', 'height'].some((side) => /^\s*[01](?:px)?\s*$/.test(image.getAttribute(side) ?? ''));

/**
 * Keeps pictures of the allowed origins, to be loaded late and without a referrer. Each request tells its host who reads
 * about what, so a picture from elsewhere becomes a link to it, and a counting pixel goes.
 */
export const keepOwnImages = (tree: DocumentFragment, url: string, origins: readonly string[]): void => {
  for (const element of tree.querySelectorAll('[srcset]')) {
    const srcset = ownCandidates(element.getAttribute('srcset') ?? '', url, origins);
    if (srcset && /^(?:img|source)$/.test(element.localName)) element.setAttribute('srcset', srcset);
    else element.removeAttribute('srcset');
  }
  for (const element of tree.querySelectorAll('source:not([srcset]), picture > source[src]')) element.remove();
  for (const image of tree.querySelectorAll('[src]')) {
    const address = image.getAttribute('src');
    image.removeAttribute('src');
    if (image.localName !== 'img') continue;
    const own = safeResourceUrl(address, url, origins);
    const foreign = safeUrl(address, url);
    if (own && !isPixel(image)) {
      // Before src, which starts the request.
      image.setAttribute('referrerpolicy', 'no-referrer');
      image.setAttribute('loading', 'lazy');
      image.setAttribute('decoding', 'async');
      image.setAttribute('src', own);
      if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
    } else if (foreign && !isPixel(image)) {
      replaceByLink(image.closest('picture') ?? image, foreign, image.getAttribute('alt') ?? '');
    }
  }
  for (const image of tree.querySelectorAll('img:not([src])')) image.remove();
};
