import { renameElement } from './rename.js';

/**
 * Makes ordinary elements of customised built-in ones. What was parsed with `is` keeps that kind for ever, also where the
 * sanitiser took the attribute away (Chromium before 156), and a page may have defined it: its code would then run in
 * the middle of a text. Only the serialised element tells.
 */
export const forgetKinds = (tree: DocumentFragment, markup: string): void => {
  if (!/\bis\s*=/i.test(markup)) return;
  for (const element of tree.querySelectorAll('*')) {
    element.removeAttribute('is');
    if (/ is="/.test((element.cloneNode() as Element).outerHTML)) renameElement(element, element.localName);
  }
};
