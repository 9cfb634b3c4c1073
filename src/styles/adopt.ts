import type { CSSResult } from 'lit';

/** By document, since it takes only constructed style sheets that its own window has made: a frame's is not the page's. */
const sheetsOf = new WeakMap<Node, Map<CSSResult, CSSStyleSheet>>();

/** The style sheets of these rules for a node's document; none for a document that no window shows. */
export const sheetsFor = (node: Node, styles: readonly CSSResult[]): CSSStyleSheet[] => {
  const owner = node.ownerDocument ?? (node as Document);
  const { defaultView } = owner;
  if (!defaultView) return [];
  const made = sheetsOf.get(owner) ?? new Map<CSSResult, CSSStyleSheet>();
  sheetsOf.set(owner, made);
  return styles.map((result) => {
    let sheet = made.get(result);
    if (!sheet) {
      sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(result.cssText);
      made.set(result, sheet);
    }
    return sheet;
  });
};

/**
 * Gives a document or shadow root further rules, once. As constructed style sheets they pass a Content-Security-Policy
 * without `unsafe-inline`.
 */
export const adopt = (root: Node, ...styles: readonly CSSResult[]): void => {
  const { adoptedStyleSheets } = root as Document | ShadowRoot;
  if (!adoptedStyleSheets) return; // an element's own, while it is taken out
  const sheets = sheetsFor(root, styles).filter((sheet) => !adoptedStyleSheets.includes(sheet));
  // one assignment: a `push()` costs as much as all of them together, for every card
  if (sheets.length) (root as ShadowRoot).adoptedStyleSheets = [...adoptedStyleSheets, ...sheets];
};
