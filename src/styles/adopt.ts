import type { CSSResult } from 'lit';

/** By its type: MooTools replaces the constructor `Document`. */
const isDocument = (node: Node): node is Document => node.nodeType === 9;

/**
 * Gives a document or shadow root further rules, once. As a constructed style sheet they pass a Content-Security-Policy
 * without `unsafe-inline`.
 */
export const adopt = (root: Node, ...styles: readonly CSSResult[]): void => {
  if (!(isDocument(root) || root instanceof ShadowRoot)) return; // an element's own, while it is taken out
  for (const { styleSheet } of styles) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
};
