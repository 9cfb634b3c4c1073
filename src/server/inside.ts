import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, descendantsOf, isElement, textOf } from './tree.js';

type Element = DefaultTreeAdapterTypes.Element;

const PAGE_PARTS = /^(?:main|nav|aside|form|h1)$/;
const PAGE_ROLES = /^(?:main|banner|contentinfo)$/;

/**
 * The name of the first element inside that belongs to the page rather than to a fallback; the rule is that of the element,
 * which keeps it visible.
 */
export const pagePartIn = (node: Element): string | undefined => {
  const exceptions = [
    /nav|categories/.test(node.tagName) && 'nav',
    node.tagName === 'care-newsletter' && 'form',
    attributeOf(node, 'heading-level') === '1' && 'h1',
  ];
  return node.childNodes
    .filter(isElement)
    .filter((child) => !attributeOf(child, 'slot'))
    .flatMap((child) => [child, ...descendantsOf(child)])
    .find(
      (child) =>
        !exceptions.includes(child.tagName) &&
        (child.tagName.startsWith('care-') ||
          PAGE_PARTS.test(child.tagName) ||
          PAGE_ROLES.test(attributeOf(child, 'role') ?? '')),
    )?.tagName;
};

/** What the author wrote for a slot of the element, as it is written. */
export const slottedIn = (node: Element, html: string): string =>
  node.childNodes
    .filter(isElement)
    .filter((child) => attributeOf(child, 'slot'))
    .map(({ sourceCodeLocation: place }) => (place ? html.slice(place.startOffset, place.endOffset) : ''))
    .join('');

/** Elements that show something without text, as in `care-benefits`. */
const MEDIA = /^(?:img|picture|video|audio|iframe|svg)$/;

const INVISIBLE = /^(?:noscript|script|style|template)$/;

const lengthOf = (texts: readonly string[]): number => texts.join('').replace(/\s/g, '').length;

/**
 * Whether an author wrote more than links into an element: those alone are a fallback for where the script does not run.
 */
export const holdsWords = (node: Element): boolean => {
  const shown = node.childNodes.filter((child) => !isElement(child) || !INVISIBLE.test(child.tagName));
  const inside = descendantsOf(node);
  const links = inside.filter(({ tagName }) => tagName === 'a');
  return lengthOf(shown.map(textOf)) > lengthOf(links.map(textOf)) || inside.some(({ tagName }) => MEDIA.test(tagName));
};
