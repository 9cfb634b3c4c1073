import { nodesOf } from './walk.js';

/**
 * Removes comments and processing instructions (newer parsers make nodes of `<?name ...>`, by which later markup can
 * patch earlier one), and joins the pieces of text that they and dropped elements leave.
 */
export const dropMarkers = (tree: DocumentFragment): void => {
  for (const node of nodesOf(tree, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION)) {
    node.parentNode?.removeChild(node);
  }
  tree.normalize();
};
