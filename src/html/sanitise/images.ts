import { safeResourceUrl } from '../urls.js';

/** Candidates read from one `srcset`: no screen needs more, and each URL has to be resolved. */
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

/**
 * Whether an image is a tracking pixel: less than 2 pixels wide or high. Not an SVG: WordPress writes 1 as the size of a
 * drawing that declares none.
 */
export const isTrackingPixel = (image: Element): boolean =>
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
    const isTracker = element.matches('img') && isTrackingPixel(element);
    element.removeAttribute('src');
    element.removeAttribute('srcset');
    if (element.matches('img')) {
      if (!src || isTracker) {
        element.remove();
        continue;
      }
      for (const side of tinySides(element)) element.removeAttribute(side);
      // `srcset` and `src` come last: they start the request.
      for (const [name, value] of Object.entries({ ...LATE, alt: element.getAttribute('alt') ?? '', srcset, src })) {
        if (value || name === 'alt') element.setAttribute(name, value);
      }
    } else if (element.matches('source')) {
      if (srcset && element.matches('picture > *')) element.setAttribute('srcset', srcset);
      else element.remove();
    }
  }
};
