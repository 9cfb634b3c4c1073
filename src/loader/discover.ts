import { upgradeDiv } from './upgrade-div.js';

/** Called with the elements of our tags that have appeared together. */
export type Found = (elements: readonly Element[]) => void;

/**
 * Finds our tags in the document now and later, and in every open shadow root: of elements that have one already, and
 * of custom elements that are yet to be defined. Closed shadow roots cannot be seen; there a page registers tags itself.
 */
export const discover = (isOurs: (tag: string) => boolean, found: Found): void => {
  const roots = new WeakSet<Node>();

  const visit = (element: Element, ours: Element[]): void => {
    const { localName, shadowRoot } = element;
    if (element.hasAttribute('data-care-widget')) upgradeDiv(element, isOurs);
    if (isOurs(localName)) ours.push(element);
    else if (shadowRoot) watch(shadowRoot);
    else if (localName.includes('-') && !customElements.get(localName)) {
      // rejects for names that can never be defined, such as "font-face"
      customElements.whenDefined(localName).then(
        () => element.shadowRoot && watch(element.shadowRoot),
        () => undefined,
      );
    }
  };

  const scan = (nodes: Iterable<Node>): void => {
    const ours: Element[] = [];
    for (const node of nodes) {
      if (node instanceof Element) visit(node, ours);
      if (node instanceof Element || node instanceof DocumentFragment || node instanceof Document) {
        for (const element of node.querySelectorAll('*')) visit(element, ours);
      }
    }
    if (ours.length) found(ours);
  };

  const watch = (root: Node): void => {
    if (roots.has(root)) return;
    roots.add(root);
    new MutationObserver((records) => scan(records.flatMap(({ addedNodes }) => [...addedNodes]))).observe(root, {
      childList: true,
      subtree: true,
    });
    scan([root]);
  };

  watch(document);
};
