const TAG = /<(\/?)([a-z][^\s/<>]*)([^<>]*)/gi;

/**
 * Elements whose content is worth keeping although they are not allowed themselves, by what they become: sections a
 * `div`; frames and players `data`; `embed`, which has no end tag, `source`; inline wrappers, buttons, `noscript` (where
 * lazy loaders keep the real picture) and custom elements a `span`.
 */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:section|article|header|footer|main|aside|nav|address|center)$/i, 'div'],
  [/^(?:iframe|video|audio)$/i, 'data'],
  [/^embed$/i, 'source'],
  [/^(?:font|big|tt|strike|label|button|noscript|acronym|object|.*-.*)$/i, 'span'],
];

/**
 * Attributes at which a page with a strict policy reports a violation as soon as they are parsed, even in an inert
 * document, long before the sanitiser takes them away.
 */
const INLINE = /\b(?:style|on\w+)(?=\s*=)/gi;

/** Elements without an end tag, or whose end tag people leave out. */
const OPEN_ENDED = /^(?:p|li|d[dt]|t[dhr]|[bh]r|wbr|img|input|source|area|col|link|meta|path|use)$/i;

/** Open elements at a time. Parsers need a second for 10,000 and minutes for 100,000, and keep 512. */
const MAX_OPEN = 512;

/**
 * Renames tags and attributes before the sanitiser reads them, so that it keeps the words, the console stays quiet and
 * the parser does not hang. It has no part in safety: it may hit text inside an attribute or a comment, and whatever it
 * yields is sanitised afterwards.
 */
export const salvage = (html: string): string => {
  const open = new Map<string, number>();
  let depth = 0;
  return html.replace(TAG, (_tag, slash: string, name: string, rest: string) => {
    const known = name.toLowerCase();
    const count = open.get(known) ?? 0;
    // Neither an end tag of what is not open nor a slash at the end closes anything: `<div></b>` and `<div/>` count too.
    if (!OPEN_ENDED.test(name) && (!slash || count)) {
      open.set(known, count + (slash ? -1 : 1));
      depth += slash ? -1 : 1;
    }
    const kept = depth > MAX_OPEN ? 'wbr' : (NAMES.find(([names]) => names.test(name))?.[1] ?? name);
    return `<${slash}${kept}${rest.replace(INLINE, 'data-$&')}`;
  });
};
