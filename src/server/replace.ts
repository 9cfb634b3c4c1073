import { attributeOf, descendantsOf, isElement, textOf, type FoundTag, type Span } from './page.js';

/** A part of a text and what takes its place. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** A text with all changes made. They do not overlap. */
export const applyChanges = (text: string, changes: readonly Change[]): string => {
  let out = '';
  let at = 0;
  for (const { span, text: inserted } of [...changes].sort((a, b) => a.span[0] - b.span[0])) {
    out += text.slice(at, span[0]) + inserted;
    at = span[1];
  }
  return out + text.slice(at);
};

const PAGE_PARTS = /^(?:main|nav|aside|form|h1)$/;
const PAGE_ROLES = /^(?:main|banner|contentinfo)$/;

/**
 * Why the text inside a tag must stay: it is the rest of the page rather than a fallback. The same rule by which the element
 * keeps it visible. `undefined` where it may go.
 */
export const keptText = (
  { tag, node, hasEndTag, inside, rendered, attributes }: FoundTag,
  html: string,
): string | undefined => {
  const advice = `HTML has no self-closing custom tags: write </${tag}> where the element ends`;
  if (!hasEndTag) {
    return html.slice(...inside).trim() ? `its end tag is missing, and something follows. ${advice}` : undefined;
  }
  if (rendered) return undefined;
  const own = node.childNodes.filter(isElement).filter((child) => !attributeOf(child, 'slot'));
  const exceptions = [/nav|categories/.test(tag) && 'nav', attributes['heading-level'] === '1' && 'h1'];
  const part = own
    .flatMap((child) => [child, ...descendantsOf(child)])
    .find(
      (child) =>
        !exceptions.includes(child.tagName) &&
        (child.tagName.startsWith('care-') ||
          PAGE_PARTS.test(child.tagName) ||
          PAGE_ROLES.test(attributeOf(child, 'role') ?? '')),
    );
  return part && `its tag holds a <${part.tagName}>, which is no fallback. ${advice}`;
};

/** What the author wrote for a slot of the element: it stays beside the text. */
const slotted = ({ node }: FoundTag, html: string): string =>
  node.childNodes
    .filter(isElement)
    .filter((child) => attributeOf(child, 'slot'))
    .map(({ sourceCodeLocation: place }) => (place ? html.slice(place.startOffset, place.endOffset) : ''))
    .join('');

/**
 * The changes that put `content` into a tag; none where it holds that already. Empty content takes a text that was rendered
 * before away, and the mark with it.
 */
export const fillTag = (found: FoundTag, content: string, html: string, now: string): readonly Change[] => {
  const { inside, rendered, startTag, hasEndTag, tag } = found;
  const filled = content + slotted(found, html);
  if (rendered && content && filled === html.slice(...inside)) return [];
  const mark = ` data-care-rendered="${now}"`;
  const behindName = startTag[0] + 1 + tag.length;
  // an unclosed tag holds blanks only: they go behind the end tag
  const place: Span = hasEndTag ? inside : [inside[0], inside[0]];
  return [
    !content && rendered
      ? { span: [rendered[0] - 1, rendered[1]], text: '' }
      : rendered
        ? { span: rendered, text: mark.trim() }
        : { span: [behindName, behindName], text: mark },
    { span: place, text: hasEndTag ? filled : `${filled}</${tag}>` },
  ];
};

/** Content without words, as the element has it. */
const MEDIA = /^(?:img|picture|video|audio|iframe|svg)$/;

const INVISIBLE = /^(?:noscript|script|style|template)$/;

const lengthOf = (texts: readonly string[]): number => texts.join('').replace(/\s/g, '').length;

/**
 * Whether the words of a `care-benefits` are its author's own: then they are what it shows. Links alone are a fallback.
 */
export const isAuthored = ({ node, rendered }: FoundTag): boolean => {
  const shown = node.childNodes.filter((child) => !isElement(child) || !INVISIBLE.test(child.tagName));
  const inside = descendantsOf(node);
  const links = inside.filter(({ tagName }) => tagName === 'a');
  return (
    !rendered &&
    (lengthOf(shown.map(textOf)) > lengthOf(links.map(textOf)) || inside.some(({ tagName }) => MEDIA.test(tagName)))
  );
};
