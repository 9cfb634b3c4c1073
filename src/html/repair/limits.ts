import { lineOf, nodesOf, TEXTS } from '../dom.js';
import { withoutExcessMarks } from '../read/text.js';

/** UTF-16 units of the longest ruby annotation: it cannot wrap. */
const MAX_RUBY = 60;

/** Keeps characters from covering other lines, and annotations above a line from widening the page. */
export const limitMarks = (tree: DocumentFragment): void => {
  for (const node of nodesOf(tree, TEXTS)) node.nodeValue = withoutExcessMarks(node.nodeValue ?? '');
  for (const annotation of tree.querySelectorAll('rt')) {
    if (lineOf(annotation).length > MAX_RUBY) annotation.replaceWith(` (${lineOf(annotation)})`);
  }
};
