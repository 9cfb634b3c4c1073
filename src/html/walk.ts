/**
 * Nodes of one kind in order. Collected first, so that they may be removed, and by a tree walker, because a node iterator
 * takes part in every later removal from its document.
 */
export const nodesOf = (tree: DocumentFragment, whatToShow: number): readonly Node[] => {
  const walker = tree.ownerDocument.createTreeWalker(tree, whatToShow);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};
