import { nodesOf } from './walk.js';

/** Text nodes that hold `needle`, apart from samples of code, which must stay as the author typed them. */
export const proseTexts = (tree: DocumentFragment, needle: string): readonly Text[] =>
  nodesOf(tree, NodeFilter.SHOW_TEXT).filter(
    (node): node is Text =>
      node instanceof Text && node.data.includes(needle) && !node.parentElement?.closest('pre, code, kbd, samp'),
  );
