import { isText } from '../dom.js';
import { HEADING } from '../read/headings.js';

const BLOCKS = `p,div,figure,figcaption,blockquote,ul,ol,li,${HEADING}`;

const isBlank = (element: Element): boolean => {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isText(node) ? /\S/.test(node.data) : node.nodeName !== 'BR') return false;
  }
  return true;
};

/**
 * Whether an element can be replaced by its content: a wrapper without attributes, an empty link, or a heading within a
 * heading.
 */
const isRedundant = (element: Element): boolean =>
  element.matches(HEADING) ||
  !element.attributes.length ||
  (element.localName === 'a' && !element.id && isBlank(element));

/**
 * Puts the content of elements in their place, and joins the texts that come to stand side by side: WebKit takes the longer
 * to insert a node, the more texts stand before it.
 */
const unwrap = (elements: ReadonlySet<Node>, { ownerDocument }: DocumentFragment): void => {
  const parents = new Set<ParentNode>();
  for (const { parentNode } of elements) if (parentNode && !elements.has(parentNode)) parents.add(parentNode);
  for (const parent of parents) {
    const contents = ownerDocument.createDocumentFragment();
    let words: string[] = [];
    const endText = (): void => {
      if (words.length) contents.append(words.join(''));
      words = [];
    };
    const take = (element: Node): void => {
      for (let child = element.firstChild; child; child = element.firstChild) {
        child.remove();
        if (isText(child)) words.push(child.data);
        else if (elements.has(child)) take(child);
        else {
          endText();
          contents.append(child);
        }
      }
    };
    take(parent);
    endText();
    parent.append(contents);
  }
};

/**
 * Removes blocks without content (a screen reader announces an empty heading or item, and `&nbsp;` paragraphs tear
 * gaps), links without words or target, headings in headings and wrappers without meaning. What bears an id stays: a link
 * may lead to it.
 */
export const tidy = (tree: DocumentFragment): void => {
  unwrap(new Set([...tree.querySelectorAll(`span, a, ${HEADING} ${HEADING}`)].filter(isRedundant)), tree);
  // innermost first: so each child is looked at once, however deep
  for (const element of [...tree.querySelectorAll(BLOCKS)].reverse()) {
    if (!element.id && isBlank(element)) element.remove();
  }
};
