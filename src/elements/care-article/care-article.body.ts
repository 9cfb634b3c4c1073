import type { OutlineEntry } from '../../html/outline.js';
import { prepare } from '../../html/prepare.js';
import { textOf } from '../../html/safe-html.js';
import type { SafeHtml } from '../../model/safe-html.js';
import { PROSE } from './care-article.marks.js';
import { readingMinutes } from './care-article.reading-time.js';

const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i;

interface BodyOptions {
  /** What stands there now: answered again where nothing has changed. */
  readonly before: Body | undefined;
  /** 1 to 6, of the title. */
  readonly headingLevel: number;
  readonly tableLabel: string;
  /** Reads the headings for a table of contents, where one is wanted. */
  readonly outlineOf: ((tree: DocumentFragment) => readonly OutlineEntry[]) | undefined;
  /** BCP 47 of the text, where known. */
  readonly language: string | undefined;
  /** BCP 47 of the page around it. */
  readonly locale: string;
}

/** The text of an article as one element of the page. */
export interface Body {
  readonly element: HTMLElement;
  readonly outline: readonly OutlineEntry[];
  /** Of reading. */
  readonly minutes: number;
  /** What it was made of. */
  readonly safe: SafeHtml;
  readonly key: string;
  /** Makes the element fit for the shadow root, or for the light DOM. */
  place(isIsolated: boolean): void;
}

export const createBody = (safe: SafeHtml, { before, outlineOf, language, locale, ...options }: BodyOptions): Body => {
  const key = JSON.stringify([language, locale, options, !!outlineOf]);
  if (before?.safe === safe && before.key === key) return before;
  const fragment = prepare(safe, options);
  const outline = outlineOf?.(fragment) ?? [];
  const element = document.createElement('div');
  element.setAttribute(PROSE, '');
  if (language) element.lang = language;
  element.dir = !language ? 'auto' : RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
  element.append(fragment);
  const minutes = readingMinutes(textOf(safe), language ?? locale);
  return {
    element,
    outline,
    minutes,
    safe,
    key,
    place(isIsolated) {
      element.removeAttribute(isIsolated ? 'slot' : 'part');
      element.setAttribute(isIsolated ? 'part' : 'slot', 'body');
    },
  };
};
