import { hasNativeEngine, inertDocument, takeContents } from '../dom.js';
import { ATTRIBUTES, ELEMENTS } from './allow-list.js';

export { hasNativeEngine };

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

/** The browser's own, else DOMPurify, which is loaded only then. */
export const defaultEngine: Engine = async (html) =>
  hasNativeEngine() ? nativeEngine(html) : (await import('./dompurify-engine.js')).dompurifyEngine(html);
