import type { SafeHtml } from '../model/safe-html.js';
import { shiftHeadings } from './headings.js';
import { outlineOf, type OutlineEntry } from './outline.js';
import { toFragment } from './safe-html.js';
import { wrapTables } from './tables.js';

/** What depends on the place where a text is shown. */
export interface PrepareOptions {
  /** Level of the title, 1 to 6: the headings of the text go below it. */
  readonly headingLevel: number;
  /** Name for a table without a caption, in the widget's language: "Table". */
  readonly tableLabel: string;
}

/** A text ready to be inserted. */
export interface PreparedHtml {
  readonly fragment: DocumentFragment;
  /** For a table of contents; ids are those in `fragment`. */
  readonly outline: readonly OutlineEntry[];
}

/** A copy of a text for one place on the page; the text itself stays as it is for others. */
export const prepare = (safe: SafeHtml, { headingLevel, tableLabel }: PrepareOptions): PreparedHtml => {
  const fragment = toFragment(safe);
  shiftHeadings(fragment, headingLevel);
  wrapTables(fragment, tableLabel);
  return { fragment, outline: outlineOf(fragment) };
};
