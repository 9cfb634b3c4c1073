import { isText, takeContents } from '../dom.js';
import { HEADING } from '../read/headings.js';

const BLOCKS = 'p, div, figure, figcaption, blockquote, ul, ol, li, h1, h2, h3, h4, h5, h6';

const isBlank = (element: Element): boolean => {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (isText(node) ? /\S/.test(node.data) : node.nodeName !== 'BR') return false;
  }
  return true;
};

/** Whether only the content of a wrapper, a link or a heading within a heading is worth keeping. */
const isIdle = (element: Element): boolean =>
  element.matches(HEADING) ||
  !element.attributes.length ||
  (element.localName === 'a' && !element.id && isBlank(element));

/**
 * Removes blocks without content (a screen reader announces an empty heading or item, and `&nbsp;` paragraphs tear
 * gaps), links without words or target, headings in headings and wrappers without meaning. What bears an id stays: a link
 * may lead to it.
 */
export const tidy = (tree: DocumentFragment): void => {
  // Outermost first, blank ones innermost first: so each node moves once and each child is looked at once, however deep.
  for (const element of tree.querySelectorAll(`span, a, ${HEADING} ${HEADING}`)) {
    if (isIdle(element)) element.replaceWith(takeContents(element));
  }
  for (const element of [...tree.querySelectorAll(BLOCKS)].reverse()) {
    if (!element.id && isBlank(element)) element.remove();
  }
};
