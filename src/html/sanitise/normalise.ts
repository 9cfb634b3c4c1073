import { COMMENTS, nodesOf, renameElement } from '../dom.js';

/**
 * Makes ordinary elements of customised built-in ones. What was parsed with `is` keeps that kind for ever, also where the
 * sanitiser took the attribute away (Chromium before 156), and a page may have defined it: its code would then run in
 * the middle of a text. Only the serialised element tells.
 */
export const dropCustomizedBuiltIns = (tree: DocumentFragment, markup: string): void => {
  if (!/\bis\s*=/i.test(markup)) return;
  for (const element of tree.querySelectorAll('*')) {
    element.removeAttribute('is');
    if (/ is="/.test((element.cloneNode() as Element).outerHTML)) renameElement(element, element.localName);
  }
};

/** Levels of markup that are kept. Published texts stay below 30. */
const MAX_DEPTH = 64;

const TOO_DEEP = `*${'>*'.repeat(MAX_DEPTH)}`;

/**
 * Leaves only the words of what is nested deeper than anybody writes: every later pass, a copy and the page's layout cost
 * the more the deeper a tree is, and parsers stop only at 512 levels.
 */
export const limitDepth = (tree: DocumentFragment): void => {
  for (const element of tree.querySelectorAll(TOO_DEEP)) {
    if (element.getRootNode() === tree) element.replaceWith(element.textContent);
  }
};

/**
 * Removes comments and processing instructions (newer parsers make nodes of `<?name ...>`, by which later markup can
 * patch earlier one), and joins the pieces of text that they and dropped elements leave.
 */
export const dropComments = (tree: DocumentFragment): void => {
  for (const node of nodesOf(tree, COMMENTS)) {
    node.parentNode?.removeChild(node);
  }
  tree.normalize();
};
