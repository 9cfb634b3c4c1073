import { proseTexts } from '../dom.js';

/** `[name]`, `[name attribute=...]`, `[name /]` or `[/name]`. Quotes come straight or curled by the site. */
const SHORTCODE = /\[(\/?)([a-z][\w-]*)(\s+[\w-]+=[^\][]*|\s*\/)?\]/gi;
/** Names that are shortcodes even when bare and never closed; an underscore occurs in no word of prose. */
const KNOWN = /^(?:gallery|playlist|contact-form.*|\w+_\w+)$/i;

/**
 * Drops shortcodes that their site left as text, keeping what stands between an opening and a closing one. A bare name
 * in brackets, such as `[sic]`, stays unless it is closed somewhere in the text or known.
 */
export const dropShortcodes = (tree: DocumentFragment): void => {
  const texts = proseTexts(tree, '[');
  const closed = new Set(texts.flatMap(({ data }) => Array.from(data.matchAll(/\[\/([\w-]+)\]/g), ([, name]) => name)));
  for (const text of texts) {
    const kept = text.data.replace(SHORTCODE, (all, slash: string, name: string, rest?: string) =>
      slash || rest || closed.has(name) || KNOWN.test(name) ? '' : all,
    );
    if (kept !== text.data) text.data = kept;
  }
};
