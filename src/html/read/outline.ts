import { lineOf } from '../dom.js';
import { ID_PREFIX, idsIn } from '../sanitise/ids.js';
import { HEADING, levelOf } from './headings.js';

/** One line of a table of contents. */
export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  /** 1 for the outermost headings of the text. */
  readonly depth: number;
}

/** The text of a heading as the last part of an id. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'section';

/**
 * The headings of a text in order. One without an id gets the same id each time the same text is read, so that a URL
 * with a fragment keeps working; `isTaken` tells what the page has already.
 */
export const outlineOf = (
  tree: DocumentFragment,
  isTaken: (id: string) => boolean = () => false,
): readonly OutlineEntry[] => {
  const headings = [...tree.querySelectorAll(HEADING)];
  const outermost = headings.reduce((least, heading) => Math.min(least, levelOf(heading)), 6);
  const taken = idsIn(tree);
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const text = lineOf(heading);
    const slug = ID_PREFIX + slugOf(text);
    while (!heading.id) {
      const count = (counts.get(slug) ?? 0) + 1;
      counts.set(slug, count);
      const id = count > 1 ? `${slug}-${count}` : slug;
      if (!taken.has(id) && !isTaken(id)) heading.id = id;
    }
    return { id: heading.id, text, depth: levelOf(heading) - outermost + 1 };
  });
};

/** Nobody reads a longer list, and Chromium looks for its direction anew with each entry that is put into it. */
const MAX_ENTRIES = 500;

/** An entry with those that stand below it. */
export interface OutlineTree extends OutlineEntry {
  readonly below: readonly OutlineTree[];
}

/** The first {@link MAX_ENTRIES} entries: those deeper than one, up to the next of its depth or above, are below it. */
export const nestOutline = (outline: readonly OutlineEntry[]): readonly OutlineTree[] => {
  const items: { entry: OutlineEntry; below: OutlineEntry[] }[] = [];
  for (const entry of outline.slice(0, MAX_ENTRIES)) {
    const last = items.at(-1);
    if (last && entry.depth > last.entry.depth) last.below.push(entry);
    else items.push({ entry, below: [] });
  }
  return items.map(({ entry, below }) => ({ ...entry, below: nestOutline(below) }));
};
