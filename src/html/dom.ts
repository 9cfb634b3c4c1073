let inert: Document | undefined;

/**
 * A document without a window, shared by everything that is parsed: in it no script runs, no picture loads and no custom
 * element upgrades, so that a hostile tree can lie there while it is cleaned.
 */
export const inertDocument = (): Document => (inert ??= document.implementation.createHTMLDocument(''));

/**
 * Takes the children out of an element. One by one: as spread arguments 100,000 of them overflow the stack, and each
 * range that was used for it would slow every later change of the document.
 */
export const takeContents = (element: Element): DocumentFragment => {
  const contents = element.ownerDocument.createDocumentFragment();
  while (element.firstChild) contents.append(element.firstChild);
  return contents;
};

/** Replaces an element by a new one of another name (or the same) that has its attributes and its content. */
export const renameElement = (element: Element, name: string): void => {
  const renamed = element.ownerDocument.createElement(name);
  for (const attribute of element.attributes) renamed.setAttribute(attribute.name, attribute.value);
  renamed.append(takeContents(element));
  element.replaceWith(renamed);
};

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

/** Kinds of nodes for {@link nodesOf}: numbers, because a server has no `NodeFilter`. */
export const TEXTS = 0x4;
/** Comments and processing instructions. */
export const COMMENTS = 0xc0;

/** By `nodeType`: `instanceof Text` is false for a node of another window or of a server's document. */
export const isText = (node: Node | null | undefined): node is Text => node?.nodeType === 3;

/** Splits a text node and returns the second part. Not by `Text.splitText()`, which a server's document may lack. */
export const splitText = (text: Text, at: number): Text => {
  const rest = text.ownerDocument.createTextNode(text.data.slice(at));
  text.after(rest);
  text.data = text.data.slice(0, at);
  return rest;
};

/** Text nodes that hold `needle`, apart from samples of code, which must stay as the author typed them. */
export const proseTexts = (tree: DocumentFragment, needle: string): readonly Text[] =>
  nodesOf(tree, TEXTS).filter(
    (node): node is Text =>
      isText(node) && node.data.includes(needle) && !node.parentElement?.closest('pre, code, kbd, samp'),
  );

/** The text of an element on one line: white space collapsed and trimmed. */
export const lineOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** Whether the browser has the Sanitizer API. Without it, DOMPurify is loaded. */
export const hasNativeEngine = (): boolean => typeof Sanitizer === 'function' && 'setHTML' in document.documentElement;
