import { upgradeDiv } from './upgrade-div.js';

/** Called with the elements of our tags that have appeared together. */
export type Found = (elements: readonly Element[]) => void;

/** Called with an element whose name resembles ours but is unknown, and with a `data-care-widget` of an unknown name. */
export type Odd = (element: Element) => void;

/**
 * Finds our tags in the document now and later, and in every open shadow root: of elements that have one already, and
 * of custom elements that are yet to be defined. Closed shadow roots cannot be seen; there a page registers tags itself.
 */
export const discover = (isOurs: (tag: string) => boolean, found: Found, odd: Odd): void => {
  const roots = new WeakSet<Node>();

  /** Whether an element is one of ours. Of any other it watches the shadow root too. */
  const visit = (element: Element): boolean => {
    const { localName, shadowRoot } = element;
    if (element.hasAttribute('data-care-widget') && !upgradeDiv(element, isOurs)) odd(element);
    if (isOurs(localName)) return true;
    if (localName.startsWith('care') && !customElements.get(localName)) odd(element);
    if (shadowRoot) watch(shadowRoot);
    else if (localName.includes('-')) {
      // rejects for names that can never be defined, such as "font-face"
      customElements.whenDefined(localName).then(
        () => element.shadowRoot && watch(element.shadowRoot),
        () => undefined,
      );
    }
    return false;
  };

  const scan = (elements: Iterable<Element>): void => {
    const ours = [...elements].filter(visit);
    if (ours.length) found(ours);
  };

  const watch = (root: Document | ShadowRoot): void => {
    if (roots.has(root)) return;
    roots.add(root);
    new MutationObserver((records) =>
      scan(
        // once each: the parser reports an element's children beside the element
        new Set(
          records
            .flatMap(({ addedNodes }) => [...addedNodes])
            .flatMap((node) =>
              node.nodeType === 1 ? [node as Element, ...(node as Element).querySelectorAll('*')] : [],
            ),
        ),
      ),
    ).observe(root, { childList: true, subtree: true });
    scan(root.querySelectorAll('*'));
  };

  watch(document);
};
