import { pointOut } from './link.js';

/** The name by which a reader knows the thing behind an address: its file name, else its host. */
const nameOf = (href: string): string => {
  const { hostname, pathname } = new URL(href);
  const file = /[^/]+\.\w{2,4}$/.exec(pathname)?.[0];
  if (!file) return hostname.replace(/^www\./, '');
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
};

/** Puts a plain link, or within a link its words, in the place of something that would load by itself. */
export const replaceByLink = (element: Element, href: string, words: string): void => {
  const text = words.trim() || nameOf(href);
  if (element.parentElement?.closest('a')) return element.replaceWith(text);
  const link = element.ownerDocument.createElement('a');
  link.append(text);
  pointOut(link, href);
  element.replaceWith(link);
};
