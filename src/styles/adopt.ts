import type { CSSResult } from 'lit';

/**
 * Gives a document or shadow root further rules, once. As a constructed style sheet they pass a Content-Security-Policy
 * without `unsafe-inline`.
 */
export const adopt = (root: Node, ...styles: readonly CSSResult[]): void => {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return; // an element's own, while it is taken out
  for (const { styleSheet } of styles) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
};
