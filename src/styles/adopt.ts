import type { CSSResult } from 'lit';

/**
 * Gives a document or shadow root further rules, once. As a constructed style sheet they pass a Content-Security-Policy
 * without `unsafe-inline`.
 */
export const adopt = (root: Node, { styleSheet }: CSSResult): void => {
  if (!styleSheet || !(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
};
