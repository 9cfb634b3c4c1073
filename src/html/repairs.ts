import { linkAnchors } from './anchors.js';
import { linkBareAddresses } from './bare-addresses.js';
import { readCaptions } from './captions.js';
import { linkEmbeds } from './embeds.js';
import { linkForeignImages } from './foreign-images.js';
import { markClasses } from './marks.js';
import { dropShortcodes } from './shortcodes.js';
import { wrapTables } from './tables.js';

/** Puts in order what not every article has, in a file of its own that is loaded only for those that do. */
export const repair = (tree: DocumentFragment, url: string, origins: readonly string[]): void => {
  markClasses(tree);
  linkEmbeds(tree, url);
  linkForeignImages(tree, url, origins);
  readCaptions(tree);
  dropShortcodes(tree);
  linkBareAddresses(tree);
  linkAnchors(tree, url);
  wrapTables(tree);
};
