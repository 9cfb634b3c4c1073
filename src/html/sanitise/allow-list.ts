/**
 * Elements that survive, for both engines. Everything else goes with its content, apart from what `rewrite-tags.ts` renames.
 * Nothing here takes input, loads a document, has a namespace of its own or is parsed as raw text.
 */
export const ELEMENTS: readonly string[] = (
  'a abbr b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption figure ' +
  'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strong sub summary ' +
  'sup table tbody td tfoot th thead time tr u ul var wbr'
).split(' ');

/**
 * Attributes that leave the engine, on any element. `class`, `name`, `src` and the like are then read and replaced by
 * the passes of `article-body.ts`; no `hidden` (the script that would show a panel is gone), no `style`, no `on*`, no `data-*`, no `aria-*`, no `role`, no `target`.
 */
export const ATTRIBUTES: readonly string[] = (
  'abbr alt class colspan datetime dir height href id lang media name open reversed rowspan scope sizes span src ' +
  'srcset start title type value width'
).split(' ');
