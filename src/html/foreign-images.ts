import { isPixel } from './images.js';
import { webTarget } from './link.js';
import { replaceByLink } from './replace-by-link.js';
import { safeResourceUrl } from './urls.js';

/** Pictures of other origins, which may not load, become links to them, named by their text or file. */
export const linkForeignImages = (tree: DocumentFragment, url: string, origins: readonly string[]): void => {
  for (const image of tree.querySelectorAll('img')) {
    const address = image.getAttribute('src');
    const foreign = safeResourceUrl(address, url, origins) ? undefined : webTarget(address, url);
    if (foreign && !isPixel(image)) replaceByLink(image.closest('picture') ?? image, foreign, image.alt);
  }
};
