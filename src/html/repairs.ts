import { linkBareAddresses } from './bare-addresses.js';
import { readCaptions } from './captions.js';
import { linkEmbeds } from './embeds.js';
import { dropShortcodes } from './shortcodes.js';

/** What fewer than every article needs, in a file of its own that is loaded only for those that do. */
export const repair = (tree: DocumentFragment, url: string): void => {
  linkEmbeds(tree, url);
  readCaptions(tree);
  dropShortcodes(tree);
  linkBareAddresses(tree);
};
