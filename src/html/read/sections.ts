import type { SafeHtml } from '../../model/safe-html.js';
import { nodesOf, TEXTS } from '../dom.js';
import { tidy } from '../repair/tidy.js';
import { createSafeHtml, treeOf } from '../safe-html.js';
import { ID_PREFIX } from '../sanitise/ids.js';
import { HEADING, levelOf } from './headings.js';
import { outlineOf } from './outline.js';

/** A heading and what stands under it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: SafeHtml;
}

/** Sections read from one text; an explainer has about five. Each costs a pass over the whole text. */
const MAX_SECTIONS = 100;

const fold = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim().toLowerCase();

/** A text, or what stands under one of its headings, taken apart. */
export interface SplitText {
  /** The words of that heading; empty for a whole text. */
  readonly title: string;
  /** What comes before the first section. Absent where that is nothing. */
  readonly intro?: SafeHtml;
  readonly sections: readonly Section[];
}

/**
 * What stands between two headings. They may lie in columns and groups: halves of those are kept on both sides, as a range
 * does it, and tidy() removes what is left empty. By hand, because a server's document may lack ranges.
 */
const cut = (tree: DocumentFragment, after: Element | undefined, before: Element | undefined): SafeHtml => {
  let isInside = !after;
  const copy = (from: Node, to: Node): boolean => {
    for (const child of from.childNodes) {
      if (child === before) return true;
      const holdsEnd = !!before && child.contains(before);
      if (child === after) isInside = true;
      else if (holdsEnd || (after && child.contains(after))) {
        const half = to.appendChild(child.cloneNode(false));
        if (copy(child, half)) return true;
      } else if (isInside) to.appendChild(child.cloneNode(true));
    }
    return false;
  };
  const body = tree.ownerDocument.createDocumentFragment();
  copy(tree, body);
  tidy(body);
  return createSafeHtml(body);
};

const hasContent = (safe: SafeHtml): boolean => {
  const tree = treeOf(safe);
  return nodesOf(tree, TEXTS).some(({ nodeValue }) => /\S/.test(nodeValue ?? '')) || !!tree.querySelector('img');
};

/** The words of every heading of a text, for a message that says which there are. */
export const headingsOf = (safe: SafeHtml): readonly string[] =>
  outlineOf(treeOf(safe).cloneNode(true) as DocumentFragment).map(({ text }) => text);

/**
 * The sections of a text, or those under one of its headings, which is named by its words (letter case does not matter)
 * or its id. Deeper headings stay within the body of their section. `undefined` where there is no such heading.
 */
export const splitSections = (safe: SafeHtml, under?: string): SplitText | undefined => {
  const tree = treeOf(safe).cloneNode(true) as DocumentFragment;
  const outline = outlineOf(tree);
  const headings = [...tree.querySelectorAll(HEADING)];
  const levels = headings.map(levelOf);
  let at = -1;
  if (under !== undefined) {
    const wanted = fold(under);
    at = outline.findIndex(({ id, text }) => fold(text) === wanted || id === under || id === ID_PREFIX + under);
    if (at < 0) return undefined;
  }
  const outer = levels[at] ?? 0;
  const starts: number[] = [];
  let end = at + 1;
  for (let current = 6; end < headings.length; end++) {
    const level = levels[end] ?? 6;
    if (level <= outer) break;
    if (level > current) continue;
    current = level;
    starts.push(end);
  }
  const intro = cut(tree, headings[at], headings[starts[0] ?? end]);
  const sections = starts.slice(0, MAX_SECTIONS).flatMap((start, index) => {
    const entry = outline[start];
    const body = cut(tree, headings[start], headings[starts[index + 1] ?? end]);
    return entry ? [{ id: entry.id, title: entry.text, body }] : [];
  });
  return { title: outline[at]?.text ?? '', ...(hasContent(intro) ? { intro } : {}), sections };
};
