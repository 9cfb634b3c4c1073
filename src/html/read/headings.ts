import { renameElement } from '../dom.js';

/** CSS selector: a heading of any level. */
export const HEADING = ':is(h1, h2, h3, h4, h5, h6)';

/** The level of HTML's deepest heading. */
export const MAX_HEADING = 6;

/** Level of a heading element: 1 for `h1`. */
export const levelOf = (heading: Element): number => +heading.localName.slice(1);

/**
 * Puts fetched headings below `level`, the level of the title above them: the outermost become `level + 1`, each level
 * below follows without a gap whatever the source skipped, and none goes below 6. A reader of headings alone would take
 * a gap for a missing part.
 */
export const shiftHeadings = (tree: DocumentFragment, level: number): void => {
  const above: number[] = [];
  for (const heading of tree.querySelectorAll(HEADING)) {
    const fetched = levelOf(heading);
    while ((above.at(-1) ?? 0) >= fetched) above.pop();
    above.push(fetched);
    const name = `h${Math.min(MAX_HEADING, level + above.length)}`;
    if (name !== heading.localName) renameElement(heading, name);
  }
};
