import { isText, proseTexts } from '../dom.js';
import { closedShortcodes, withoutShortcodes } from '../read/text.js';

/** A shortcode that is still open at the end of a text node. */
const OPEN = /\[[a-z][\w-]{0,60}(?:\s[^\][]*)?$/i;
/** A line that begins with an attribute or ends the shortcode. */
const CONTINUED = /^\s*(?:[\w-]{1,60}=|\/?\])/;
/** Lines of one shortcode. */
const MAX_LINES = 10;

/** Joins the lines of a shortcode that its site broke by `<br>`. */
const joinLines = (text: Text): void => {
  for (let lines = 1; lines < MAX_LINES && OPEN.test(text.data.slice(-2000)); lines++) {
    const next = text.nextSibling;
    const line = next?.nextSibling;
    if (next?.nodeName !== 'BR' || !isText(line) || !CONTINUED.test(line.data)) return;
    text.data += ` ${line.data.trimStart()}`;
    next.remove();
    line.remove();
  }
};

/** Drops shortcodes that their site left as text: see {@link withoutShortcodes}. */
export const dropShortcodes = (tree: DocumentFragment): void => {
  const texts = proseTexts(tree, '[');
  texts.forEach(joinLines);
  const closed = new Set(texts.flatMap(({ data }) => closedShortcodes(data)));
  for (const text of texts) text.data = withoutShortcodes(text.data, closed);
};
