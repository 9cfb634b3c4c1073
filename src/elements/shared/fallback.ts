import { diagnose } from '../../controllers/diagnose.js';

/** Whether the author put something inside the tag that stands for the content. */
export const hasFallback = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) =>
    node.nodeType === 1 ? !(node as Element).slot : node instanceof Text && !!node.data.trim(),
  );

/** What belongs to a page and to no fallback. `header` and `footer` of an article are part of it. */
const PAGE_PARTS =
  'main, nav, aside, form, h1, [role=main], [role=banner], [role=contentinfo], header:not(article *), footer:not(article *)';

/**
 * Whether an element's children are the rest of the page rather than a fallback: HTML has no self-closing custom tags, so
 * that all behind `<care-x />` stands inside. It must stay visible; the webmaster is told what to write.
 *
 * @param exceptions A selector: what this element may hold all the same.
 */
export const holdsPage = (element: Element, exceptions = ':not(*)'): boolean => {
  const parts = [...element.children]
    .filter(({ slot }) => !slot)
    .flatMap((child) => [child, ...child.querySelectorAll('*')]);
  const part = parts.find(
    (node) => (node.localName.startsWith('care-') || node.matches(PAGE_PARTS)) && !node.matches(exceptions),
  );
  if (part) diagnose(({ tellNotClosed }) => tellNotClosed(element, part.localName));
  return !!part;
};
