import { outlineOf, type OutlineEntry } from '../../html/read/outline.js';
import { directionOf } from '../../html/read/direction.js';
import { prepare } from '../../html/read/prepare.js';
import { watchTables } from '../../html/read/scrolling-tables.js';
import { textOf } from '../../html/safe-html.js';
import { isOnPage } from '../../html/sanitise/ids.js';
import type { SafeHtml } from '../../model/safe-html.js';
import { readingMinutes } from '../../localize/reading-time.js';

/** Marks the element of the light DOM that holds the text; the prose rules hold within it. */
export const PROSE = 'data-care-body';

interface BodyOptions {
  /** The body that is shown now: returned again where nothing has changed. */
  readonly before: Body | undefined;
  /** Level of the title, 1 to 6. */
  readonly headingLevel: number;
  readonly tableLabel: string;
  /** Whether the headings are to be read, for a table of contents. */
  readonly withOutline: boolean;
  /** BCP 47 of the text, where known. */
  readonly language: string | undefined;
  /** BCP 47 of the page around it. */
  readonly locale: string;
}

/** The text of an article as one element of the page. */
export interface Body {
  readonly element: HTMLElement;
  readonly outline: readonly OutlineEntry[];
  /** Reading time in whole minutes. */
  readonly minutes: number;
  /** The sanitised text that it was made from. */
  readonly safe: SafeHtml;
  readonly key: string;
}

export const createBody = (
  safe: SafeHtml,
  { before, withOutline, language, locale, ...options }: BodyOptions,
): Body => {
  const key = JSON.stringify([language, locale, options, withOutline]);
  if (before?.safe === safe && before.key === key) return before;
  const fragment = prepare(safe, { ...options, replaced: before?.element });
  const outline = withOutline ? outlineOf(fragment, (id) => isOnPage(id, before?.element)) : [];
  const element = document.createElement('div');
  element.setAttribute(PROSE, '');
  // `slot` counts in the light DOM, `part` in the shadow root: each is ignored in the other place
  element.slot = 'body';
  element.setAttribute('part', 'body');
  if (language) element.lang = language;
  element.append(fragment);
  watchTables(element);
  // last: Chromium looks for the direction anew with each child that an element with `dir=auto` is given
  element.dir = directionOf(language);
  const minutes = readingMinutes(textOf(safe), language ?? locale);
  return { element, outline, minutes, safe, key };
};
