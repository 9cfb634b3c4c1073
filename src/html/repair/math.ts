import { lineOf, renameElement } from '../dom.js';

const isSimple = (text: string): boolean => /^[\p{L}\p{N}.]*$/u.test(text);

/** Puts a part of a fraction or root in parentheses, unless it is a single number or name. */
const enclose = (element: Element): void => {
  if (isSimple(lineOf(element))) return;
  element.prepend('(');
  element.append(')');
};

/**
 * Writes formulas, whose MathML `rewrite-tags.ts` made spans of, with what text has: raised and lowered characters,
 * fractions with a stroke, roots with a sign. Inner parts first.
 */
export const writeFormulas = (tree: DocumentFragment): void => {
  for (const part of [...tree.querySelectorAll('span[class*="care-m"]')].reverse()) {
    const [first, second, third] = part.children;
    if (part.matches('.care-msqrt')) {
      enclose(part);
      part.prepend('√');
    }
    if (!first || !second) continue;
    if (part.matches('.care-mfrac')) {
      enclose(first);
      enclose(second);
      second.before('/');
    }
    if (part.matches('.care-msup')) renameElement(second, 'sup');
    if (part.matches('.care-msub, .care-msubsup')) renameElement(second, 'sub');
    if (part.matches('.care-msubsup') && third) renameElement(third, 'sup');
  }
};
