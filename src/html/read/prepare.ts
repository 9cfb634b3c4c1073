import type { SafeHtml } from '../../model/safe-html.js';
import { toFragment } from '../safe-html.js';
import { separateIds } from '../sanitise/ids.js';
import { shiftHeadings } from './headings.js';

/** What depends on the place where a text is shown. */
export interface PrepareOptions {
  /** Level of the title, 1 to 6: the headings of the text go below it. */
  readonly headingLevel: number;
  /** Name for a table without a caption, in the widget's language: "Table". */
  readonly tableLabel: string;
  /** The copy that stands there now and will be replaced: its ids are free. */
  readonly replaced?: Element | undefined;
}

/**
 * A copy of a text for one place on the page; the text itself stays as it is for others. For a table of contents, hand
 * the copy to `outlineOf()` before it is inserted.
 */
export const prepare = (safe: SafeHtml, { headingLevel, tableLabel, replaced }: PrepareOptions): DocumentFragment => {
  const fragment = toFragment(safe);
  separateIds(fragment, replaced);
  shiftHeadings(fragment, headingLevel);
  fragment.querySelectorAll('[role]:not([aria-label])').forEach((region, index) => {
    // Numbered, because two landmarks of one name cannot be told apart.
    region.setAttribute('aria-label', index ? `${tableLabel} ${index + 1}` : tableLabel);
  });
  return fragment;
};
