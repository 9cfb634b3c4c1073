import { decodeEntities } from './entities.js';

const COMMENT = /<!--(?:-?>|[^]*?(?:--!?>|$))/g;
/**
 * An element whose content is code or an alternative, not words of the text; or a tag as the HTML parser sees one: `<`
 * before a letter, `/`, `!` or `?`, to the `>` that is not inside quotes. An open end swallows the rest, as in the
 * parser; it also keeps this linear on text made of nothing but `<a`.
 */
const MARKUP =
  /<svg\b[^<>]*\/>|<(script|style|template|noscript|iframe|textarea|title|svg|math|object)(?=[\s/>])[^]*?(?:<\/\1\s*>|$)|<[a-z/!?](?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^>"'])*(?:>|$)/gi;
const BLOCK_TAG = /^<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|blockquote|figure|figcaption|section|pre|hr|table)\b/i;

/**
 * The words of a piece of hostile HTML as plain text on one line: markup gone, entities decoded, blanks collapsed. The
 * result may hold `<` and `&` as characters, so it is for text nodes and attributes only, never for a parser.
 */
export const toText = (html: string): string =>
  withoutExcessMarks(
    /[<&]/.test(html) // most titles and names have neither
      ? decodeEntities(html.replace(COMMENT, '').replace(MARKUP, (markup) => (BLOCK_TAG.test(markup) ? ' ' : '')))
      : html,
  )
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();

/** The "read more" link that themes put at the end of a teaser. */
const MORE_LINK =
  /<a\b[^<>]{0,300}\bclass\s?=\s?["'][^"'<>]{0,300}(?:more-link|read-?more|excerpt-more)[^<>]*>[^]*?(?:<\/a\s*>|$)/gi;
const MORE_WORDS =
  /(?<=…|\.{3}|\]|»|^)\s*(?:continue reading|read (?:the )?(?:more|full|rest)|keep reading|seguir leyendo|leer más|continuar leyendo)\b.{0,300}$/i;

/** Style rules, comments of style sheets and what holds them (`@media`), which builders leave in teasers. */
const STYLE_COMMENT = /\/\*[^]*?(?:\*\/|$)/g;
const STYLE_RULE =
  /(?<=^|[\s{}/])(?:[.#@:][^{}]{1,500}|[a-z][\w-]{0,40}(?:,\s?[a-z][\w-]{0,40}){0,9})\{[^{}:]*(?::[^{}]*)?(?:\}|$)/g;

const withoutStyles = (text: string): string => {
  if (!text.includes('{')) return text;
  const inner = text.replace(STYLE_COMMENT, ' ').replace(STYLE_RULE, ' ');
  return inner.replace(STYLE_RULE, ' ').replace(/\s+/g, ' ').trim();
};

/** `[name]`, `[name attribute=...]`, `[name /]` or `[/name]`. Quotes come straight or curled by the site. */
const SHORTCODE = /\[(\/?)([a-z][\w-]{0,60})(\s{1,20}[\w-]{1,60}=[^\][]*|\s{0,20}\/)?\]/gi;
/** Names that are shortcodes even when bare and never closed; an underscore occurs in no word of prose. */
const KNOWN = /^(?:gallery|playlist|audio|video|embed|caption|contact-form.*|\w+_\w+)$/i;
/**
 * What tells a shortcode from a remark in brackets such as `[mean difference=3.2 weeks]`: a value in quotation marks, or a
 * slash at the end.
 */
const QUOTED = /=\s?["'“”‘’″′«»„&]|\/$/;

/** Names that are closed somewhere in a text, as in `[/name]`. */
export const closedShortcodes = (text: string): string[] =>
  [...text.matchAll(/\[\/([\w-]{1,60})\]/g)].map(([, name = '']) => name);

/**
 * Without the shortcodes that a site left as text, keeping what stands between an opening and a closing one. A bare name
 * in brackets, such as `[sic]`, stays unless it is one of `closed` or known.
 */
export const withoutShortcodes = (text: string, closed: ReadonlySet<string>): string =>
  text.replace(SHORTCODE, (all, slash: string, name: string, rest?: string) =>
    slash || QUOTED.test(rest ?? '') || closed.has(name) || KNOWN.test(name) ? '' : all,
  );

/**
 * Without combining marks beyond eight on one character, more than any language writes: hundreds of them cover the lines
 * around.
 */
export const withoutExcessMarks = (text: string): string => text.replace(/(\p{M}{8})\p{M}+/gu, '$1');

/** What publishing software appends to a teaser that it cut itself: `[…]`, `[...]`, `…` or `...`. */
const CUT_MARK = /\s?(?:\[\s?(?:…|\.{3})\s?\]|…|\.{3})$/;

/**
 * A teaser of at most `maxLength` UTF-16 units, ellipsis included, cut between words. Text without blanks (Chinese,
 * Japanese, one endless word) is cut between characters as a reader sees them, so that no emoji is torn apart.
 */
export const excerptOf = (html: string, maxLength = 240): string => {
  const words = withoutStyles(toText(html.replace(MORE_LINK, ' ')));
  const text = withoutShortcodes(words, new Set(closedShortcodes(words)))
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(MORE_WORDS, '')
    .replace(CUT_MARK, '…');
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
