import { linkAnchors } from './anchors.js';
import { readCaptions } from './captions.js';
import { linkBareAddresses, linkEmbeds, linkForeignImages } from './embeds.js';
import { dropFurniture } from './furniture.js';
import { markLayout } from './layout.js';
import { limitMarks } from './limits.js';
import { writeFormulas } from './math.js';
import { dropShortcodes } from './shortcodes.js';
import { wrapTables } from './tables.js';

/**
 * Puts in order what publishing software leaves behind. Expects a sanitised tree whose links are resolved on `url`, and
 * whose class names and picture URLs are still there.
 */
export const repair = (tree: DocumentFragment, url: string, origins: readonly string[]): void => {
  dropFurniture(tree);
  writeFormulas(tree);
  markLayout(tree);
  linkEmbeds(tree, url, origins);
  linkForeignImages(tree, url, origins);
  readCaptions(tree);
  dropShortcodes(tree);
  linkBareAddresses(tree);
  linkAnchors(tree, url);
  wrapTables(tree);
  limitMarks(tree);
};
