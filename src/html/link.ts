import { safeUrl } from './urls.js';

/** A scheme that no link may have, seen after taking out the blanks and control characters that hide it. */
const HIDDEN = /[\0- \u007f-\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff]/g;
const FOREIGN = /^(?!https?:|mailto:|tel:|sms:)[a-z+.-]+:/i;
const DIRECT = /^(?:mailto|tel|sms):/i;

/** Where a link leads: an absolute web address, or a telephone, message or mail address as written. */
export const linkTarget = (value: string | null, base: string): string | undefined => {
  const bare = value?.replace(HIDDEN, '') ?? '';
  if (FOREIGN.test(bare)) return undefined;
  return DIRECT.test(bare) ? bare : safeUrl(value, base);
};

/** Points a link at a web page that learns neither who sent the reader nor which window they came from. */
export const pointOut = (link: Element, href: string): void => {
  link.setAttribute('href', href);
  if (DIRECT.test(href)) return;
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('referrerpolicy', 'no-referrer');
};

/** The name by which a reader knows the thing behind an address: its file name, else its host. */
export const nameOf = (href: string): string => {
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
