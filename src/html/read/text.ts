import { decodeEntities } from './entities.js';

const COMMENT = /<!--[^]*?(?:-->|$)/g;
/**
 * An element whose content is code or an alternative, not words of the text; or a tag as the HTML parser sees one: `<`
 * before a letter, `/`, `!` or `?`, to the `>` that is not inside quotes. An open end swallows the rest, as in the
 * parser; it also keeps this linear on text made of nothing but `<a`.
 */
const MARKUP =
  /<(script|style|template|noscript|iframe|textarea|title|svg|math|object)\b[^]*?(?:<\/\1\s*>|$)|<[a-z/!?](?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^>"'])*(?:>|$)/gi;
const BLOCK_TAG = /^<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|blockquote|figure|figcaption|section|pre|hr|table)\b/i;

/**
 * The words of a piece of hostile HTML as plain text on one line: markup gone, entities decoded, blanks collapsed. The
 * result may hold `<` and `&` as characters, so it is for text nodes and attributes only, never for a parser.
 */
export const toText = (html: string): string =>
  decodeEntities(html.replace(COMMENT, '').replace(MARKUP, (markup) => (BLOCK_TAG.test(markup) ? ' ' : '')))
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();

/** What publishing software appends to a teaser that it cut itself: `[…]`, `[...]`, `…` or `...`. */
const CUT_MARK = /\s?(?:\[\s?(?:…|\.{3})\s?\]|…|\.{3})$/;

/**
 * A teaser of at most `maxLength` UTF-16 units, ellipsis included, cut between words. Text without blanks (Chinese,
 * Japanese, one endless word) is cut between characters as a reader sees them, so that no emoji is torn apart.
 */
export const excerptOf = (html: string, maxLength = 240): string => {
  const text = toText(html).replace(CUT_MARK, '…');
  if (text.length <= maxLength) return text;
  const room = text.slice(0, maxLength);
  const lastBlank = room.lastIndexOf(' ');
  let end = lastBlank;
  if (lastBlank < maxLength / 2) {
    end = 0;
    for (const { index } of new Intl.Segmenter().segment(text.slice(0, maxLength + 32))) {
      if (index >= maxLength) break;
      end = index;
    }
  }
  // one replacement makes a string of its own: a slice would keep the whole text in memory
  return text.slice(0, end).replace(/[\s.,;:!?¿¡—–-]*$/, '…');
};
