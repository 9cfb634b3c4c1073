import { safeResourceUrl } from '../urls.js';

/** More sizes than this serve no screen; each one is a URL to resolve. */
const MAX_CANDIDATES = 30;
/**
 * A URL and its descriptor. Both are checked to the end: behind a descriptor that no browser knows, as in
 * `a.jpg 1h,https://elsewhere/`, another URL could hide.
 */
const CANDIDATE = /^\s*(\S*[^\s,])(\s+[\d.]+[wx])?\s*$/;

/** The candidates of a `srcset` that come from `origins`, resolved on `url`. */
const ownCandidates = (srcset: string, url: string, origins: readonly string[]): string =>
  srcset
    .split(/,\s+/, MAX_CANDIDATES)
    .map((candidate) => {
      const [, address, size = ''] = CANDIDATE.exec(candidate) ?? [];
      const own = safeResourceUrl(address, url, origins);
      return own && own + size;
    })
    .filter(Boolean)
    .join(', ');

const tinySides = (image: Element): readonly string[] =>
  ['width', 'height'].filter((side) => parseInt(image.getAttribute(side) ?? '', 10) < 2);

/** True for a counting pixel. WordPress writes 1 for the size of a drawing that names none. */
export const isPixel = (image: Element): boolean =>
  tinySides(image).length > 0 && !/\.svg(?:[?#]|$)/i.test(image.getAttribute('src') ?? '');

const LATE = { referrerpolicy: 'no-referrer', loading: 'lazy', decoding: 'async' };

/**
 * Keeps pictures of the allowed origins, to be loaded late and without a referrer, and takes away everything else that
 * would load: each request tells its host who reads about what. A height is for pictures: a cell could bear any.
 */
export const keepOwnImages = (tree: DocumentFragment, url: string, origins: readonly string[]): void => {
  for (const element of tree.querySelectorAll('[height]:not(img, source)')) element.removeAttribute('height');
  for (const element of tree.querySelectorAll(':is([src], [srcset], img, source):not(audio, video)')) {
    const srcset = ownCandidates(element.getAttribute('srcset') ?? '', url, origins);
    const src = safeResourceUrl(element.getAttribute('src'), url, origins);
    const isCounter = element.matches('img') && isPixel(element);
    element.removeAttribute('src');
    element.removeAttribute('srcset');
    if (element.matches('img')) {
      if (!src || isCounter) {
        element.remove();
        continue;
      }
      for (const side of tinySides(element)) element.removeAttribute(side);
      // The last two come last: they start the request.
      for (const [name, value] of Object.entries({ ...LATE, alt: element.getAttribute('alt') ?? '', srcset, src })) {
        if (value || name === 'alt') element.setAttribute(name, value);
      }
    } else if (element.matches('source')) {
      if (srcset && element.matches('picture > *')) element.setAttribute('srcset', srcset);
      else element.remove();
    }
  }
};
