import { CareError } from '../../model/care-error.js';
import { hasNativeEngine, inertDocument, takeContents } from '../dom.js';
import { ATTRIBUTES, ELEMENTS } from './allow-list.js';

/**
 * Parses hostile HTML and keeps what the allow-list names. The fragment belongs to an inert document. A server brings
 * its own.
 */
export type Engine = (html: string) => DocumentFragment | Promise<DocumentFragment>;

interface SanitizingElement extends Element {
  setHTML(html: string, options: { readonly sanitizer: Sanitizer }): void;
}

let sanitizer: Sanitizer | undefined;

/** The browser's own Sanitizer API. It is no Trusted Types sink, so it needs no policy. */
export const nativeEngine = (html: string): DocumentFragment => {
  sanitizer ??= new Sanitizer({
    elements: [...ELEMENTS],
    attributes: [...ATTRIBUTES],
    comments: false,
    dataAttributes: false,
  });
  const root = inertDocument().createElement('div');
  (root as Partial<SanitizingElement>).setHTML?.(html, { sanitizer });
  return takeContents(root);
};

/**
 * The browser's own, else DOMPurify, which is loaded only then.
 * @throws CareError `not-configured` where there is no document, as in Node.
 */
export const defaultEngine: Engine = async (html) => {
  if (typeof document === 'undefined') {
    throw new CareError('not-configured', {
      detail: 'A full text needs a document: ask for cards, or hand an engine to articleBody().',
    });
  }
  return hasNativeEngine() ? nativeEngine(html) : (await import('./dompurify-engine.js')).dompurifyEngine(html);
};
