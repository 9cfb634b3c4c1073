/**
 * Tags whose content is worth keeping although they are not allowed themselves, by what they become: sections a `div`,
 * inline wrappers, buttons, `noscript` (where lazy loaders keep the real picture) and custom elements a `span`, frames
 * and players `data`, and `embed`, which has no end tag, `source`. The name of a custom element may not hold `<`, so that
 * a text made of `<a<a<a` is read once and not once per `<`.
 */
const TAG =
  /<(\/?)(?:(section|article|header|footer|main|aside|nav|address|center)|(iframe|video|audio)|(embed)|font|big|tt|strike|label|button|noscript|acronym|object|[a-z][\w.]{0,40}-[^\s/<>]*)(?=[\s/>])/gi;

/**
 * Renames tags before the sanitiser reads them, so that it keeps their words. It has no part in safety: it may hit text
 * inside an attribute or a comment, and whatever it yields is sanitised afterwards.
 */
export const salvage = (html: string): string =>
  html.replace(
    TAG,
    (_tag, slash: string, block?: string, media?: string, embed?: string) =>
      `<${slash}${block ? 'div' : media ? 'data' : embed ? 'source' : 'span'}`,
  );
