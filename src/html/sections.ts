import type { SafeHtml } from '../model/safe-html.js';
import { HEADING, levelOf } from './headings.js';
import { ID_PREFIX } from './ids.js';
import { outlineOf } from './outline.js';
import { mint, treeOf } from './safe-html.js';
import { tidy } from './tidy.js';

/** A heading and what stands under it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: SafeHtml;
}

/** Of one text; an explainer has five. Each costs more the longer the text is. */
const MAX_SECTIONS = 100;

const fold = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * The sections of a text, or those under one of its headings, which is named by its words (letter case does not matter)
 * or its id. Deeper headings stay within the body of their section. Empty where there is no such heading or nothing under
 * it.
 */
export const splitSections = (safe: SafeHtml, under?: string): readonly Section[] => {
  const tree = treeOf(safe).cloneNode(true) as DocumentFragment;
  const outline = outlineOf(tree);
  const headings = [...tree.querySelectorAll(HEADING)];
  const levels = headings.map(levelOf);
  let first = 0;
  let outer = 0;
  if (under !== undefined) {
    const wanted = fold(under);
    const at = outline.findIndex(({ id, text }) => fold(text) === wanted || id === under || id === ID_PREFIX + under);
    if (at < 0) return [];
    first = at + 1;
    outer = levels[at] ?? 0;
  }
  const starts: number[] = [];
  let end = first;
  for (let current = 6; end < headings.length; end++) {
    const level = levels[end] ?? 6;
    if (level <= outer) break;
    if (level > current) continue;
    current = level;
    starts.push(end);
  }
  return starts.slice(0, MAX_SECTIONS).flatMap((start, index) => {
    const heading = headings[start];
    const entry = outline[start];
    if (!heading || !entry) return [];
    const next = headings[starts[index + 1] ?? end];
    const range = new Range();
    range.setStartAfter(heading);
    if (next) range.setEndBefore(next);
    else range.setEnd(tree, tree.childNodes.length);
    // A range, because headings may lie in columns and groups; it leaves halves of those behind, which tidy() removes.
    const body = range.cloneContents();
    tidy(body);
    return [{ id: entry.id, title: entry.text, body: mint(body) }];
  });
};
