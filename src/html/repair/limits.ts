import { lineOf, nodesOf, TEXTS } from '../dom.js';
import { withoutExcessMarks } from '../read/text.js';

/** Characters above a line of ruby text; it cannot be broken. */
const MAX_RUBY = 60;

/** Keeps characters from covering other lines, and annotations above a line from widening the page. */
export const limitMarks = (tree: DocumentFragment): void => {
  for (const node of nodesOf(tree, TEXTS)) node.nodeValue = withoutExcessMarks(node.nodeValue ?? '');
  for (const annotation of tree.querySelectorAll('rt')) {
    if (lineOf(annotation).length > MAX_RUBY) annotation.replaceWith(` (${lineOf(annotation)})`);
  }
};
