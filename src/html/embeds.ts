import { webTarget } from './link.js';
import { replaceByLink } from './replace-by-link.js';

/** From the address of a player's frame to the page that a reader can open. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*/, 'https://www.youtube.com/watch?v=$1'],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*/, 'https://vimeo.com/$1'],
  // Spotify and the like
  [/^(https?:\/\/[^/]+)\/embed(\/\w+\/)/, '$1$2'],
  // A WordPress post
  [/\/embed\/?(?:#\?secret.*)?$/, '/'],
];

const pageOf = (address: string): string =>
  PAGES.reduce((page, [frame, replacement]) => page.replace(frame, replacement), address);

/**
 * Frames and players (`data` and `source`, as `salvage.ts` renames them) become plain links to their page, named by their
 * title: nothing of a third party may load before a reader asks.
 */
export const linkEmbeds = (tree: DocumentFragment, url: string): void => {
  for (const player of tree.querySelectorAll('data, source')) {
    if (player.parentElement?.localName === 'picture' || player.parentElement?.closest('data')) continue;
    const address = webTarget(
      (player.matches('[src]') ? player : player.querySelector('[src]'))?.getAttribute('src'),
      url,
    );
    if (address) replaceByLink(player, pageOf(address), player.getAttribute('title') ?? '');
    else if (!player.hasAttribute('value')) player.remove();
  }
};
