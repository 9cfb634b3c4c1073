/** Levels of markup that are kept. Published texts stay below 30. */
const MAX_DEPTH = 64;

const TOO_DEEP = `*${'>*'.repeat(MAX_DEPTH)}`;

/**
 * Leaves only the words of what is nested deeper than anybody writes: every later pass, a copy and the page's layout cost
 * the more the deeper a tree is, and parsers stop only at 512 levels.
 */
export const flatten = (tree: DocumentFragment): void => {
  for (const element of tree.querySelectorAll(TOO_DEEP)) {
    if (element.getRootNode() === tree) element.replaceWith(element.textContent);
  }
};
