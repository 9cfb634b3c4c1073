/** Character by entity name, from a list of names that are each followed by their character. */
const table = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split(' ').map((entry) => [entry.slice(0, -1), entry.slice(-1)]));

/** Named references that publishing software writes, apart from accented letters, which are composed below. */
const NAMED = table(
  'amp& lt< gt> quot" apos\' nbsp\u00a0 hellip… ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” sbquo‚ bdquo„ laquo« raquo» bull• middot· iexcl¡ iquest¿ deg° copy© reg® trade™ euro€ pound£ frac12½ times× le≤ ge≥ larr← rarr→ rsaquo› oslashø ordf\u00aa ordm\u00ba szligß shy\u00ad zwj\u200d zwnj\u200c lrm\u200e rlm\u200f',
);

/** Accents, named after the letter that they stand on. */
const MARKS = table('grave\u0300 acute\u0301 circ\u0302 tilde\u0303 uml\u0308 ring\u030a caron\u030c cedil\u0327');

/** 128 to 159 mean Windows-1252 in HTML: old posts write their quotation marks so. */
const fromCode = (code: number): string =>
  code > 127 && code < 160
    ? new TextDecoder('windows-1252').decode(Uint8Array.of(code))
    : code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\ufffd';

/**
 * Decodes the character references in a piece of text, once. Names that are not known stay as they were written, which
 * is what a browser shows too.
 */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(x[\da-f]{1,8}|\d{1,9})|([a-z]\w{1,30}));?/gi, (whole: string, code?: string, name?: string) => {
    if (code) return fromCode(Number(`0${code}`));
    if (!name || !whole.endsWith(';')) return whole;
    const mark = MARKS.get(name.slice(1));
    return NAMED.get(name) ?? (mark ? (name.charAt(0) + mark).normalize() : whole);
  });
