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
  // taken away all the same, but browsers need minutes for a menu of 100,000 menus
  [/^select$/i, 'menu'],
  [/^(?:font|big|tt|strike|label|button|noscript|acronym|object|.*-.*)$/i, 'span'],
];

/**
 * Attributes at which a page with a strict policy reports a violation as soon as they are parsed, even in an inert
 * document, long before the sanitiser takes them away.
 */
const INLINE = /\b(?:style|on\w+)(?=\s*=)/gi;

/** Elements without an end tag, or whose end tag people leave out. */
const OPEN_ENDED = /^(?:p|li|d[dt]|t[dhr]|[bh]r|wbr|img|input|source|area|col|link|meta)$/i;

/** Open elements at a time. Parsers need a second for 10,000 and minutes for 100,000, and keep 512. */
const MAX_OPEN = 512;
/** Elements that a slash closes, which parsers heed in drawings only: elsewhere they are nested. No drawing has as many. */
const MAX_SLASHED = 4000;

/**
 * Tells, tag by tag, where elements are nested so deep that a parser would begin to hang. An end tag closes only what is
 * open, so that `<div></b>` over and over counts.
 */
const countDepth = (): ((name: string, slash: string, rest: string) => boolean) => {
  const open = new Map<string, number>();
  let depth = 0;
  let slashed = 0;
  return (name, slash, rest) => {
    const count = open.get(name) ?? 0;
    if (!slash && rest.endsWith('/')) slashed++;
    else if (!slash || count) {
      const step = slash ? -1 : 1;
      open.set(name, count + step);
      depth += step;
    }
    return depth > MAX_OPEN || slashed > MAX_SLASHED;
  };
};

/**
 * Renames tags and attributes before the sanitiser reads them, so that it keeps the words, the console stays quiet and
 * the parser does not hang. It has no part in safety: it may hit text inside an attribute or a comment, and whatever it
 * yields is sanitised afterwards.
 */
export const rewriteTags = (html: string): string => {
  const isTooDeep = countDepth();
  return html.replace(TAG, (_tag, slash: string, name: string, rest: string) => {
    const isDeep = !OPEN_ENDED.test(name) && isTooDeep(name.toLowerCase(), slash, rest);
    const kept = isDeep ? 'wbr' : (NAMES.find(([names]) => names.test(name))?.[1] ?? name);
    return `<${slash}${kept}${rest.replace(INLINE, 'data-$&')}`;
  });
};
