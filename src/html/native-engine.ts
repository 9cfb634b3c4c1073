import { ATTRIBUTES, ELEMENTS } from './allow-list.js';
import { takeContents } from './contents.js';
import { inertDocument } from './inert.js';

interface SanitizingElement extends Element {
  setHTML(html: string, options: { readonly sanitizer: Sanitizer }): void;
}

const sanitizes = (element: Element): element is SanitizingElement => 'setHTML' in element;

let sanitizer: Sanitizer | undefined;

/** True where the browser sanitises by itself. */
export const hasNativeEngine = (): boolean => typeof Sanitizer === 'function' && sanitizes(document.documentElement);

/** The browser's own Sanitizer API. It is no Trusted Types sink, so it needs no policy. */
export const nativeEngine = (html: string): DocumentFragment => {
  sanitizer ??= new Sanitizer({
    elements: [...ELEMENTS],
    attributes: [...ATTRIBUTES],
    comments: false,
    dataAttributes: false,
  });
  const root = inertDocument().createElement('div');
  if (sanitizes(root)) root.setHTML(html, { sanitizer });
  return takeContents(root);
};
