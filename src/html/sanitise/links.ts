import { safeUrl } from '../urls.js';

const DIRECT = /^(?:mailto|tel|sms):/i;

/**
 * The absolute URL of a web link; `undefined` where it leads nowhere safe. The browser's own parser decides what the scheme
 * is, because it is what follows the link: it sees through `java&#10;script:`. A script URL that it takes for a relative
 * path, as behind a no-break space, is refused too.
 */
export const webTarget = (value: unknown, base: string): string | undefined => {
  const href = safeUrl(value, base);
  return href && /^[^?#]*script:/i.test(href) ? undefined : href;
};

/** Where a link leads: {@link webTarget}, or a `mailto:`, `tel:` or `sms:` URL. */
const linkTarget = (value: string, base: string): string | undefined =>
  DIRECT.test(value.trim()) ? value.trim() : webTarget(value, base);

/** URLs as people write them: `http://tel:+1512`, and the schemes of single programs, which the engine would refuse. */
export const plainAddress = (value: string): string =>
  value
    .trim()
    .replace(/^https?:\/\/(?=(?:mailto|tel|sms):)/i, '')
    .replace(/^callto:/i, 'tel:')
    .replace(/^smsto:/i, 'sms:')
    .replace(/^whatsapp:\/\/send\/?\?phone=\+?/i, 'https://wa.me/');

/** Points a link at a page that learns neither who sent the reader nor which window they came from. */
export const pointOut = (link: Element, href: string): void => {
  link.setAttribute('href', href);
  if (DIRECT.test(href)) return;
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('referrerpolicy', 'no-referrer');
};

/** Resolves every link on the article's URL; one that leads nowhere safe stays as text. */
export const resolveLinks = (tree: DocumentFragment, url: string): void => {
  for (const element of tree.querySelectorAll('[href]')) {
    const href = element.localName === 'a' && linkTarget(element.getAttribute('href') ?? '', url);
    if (href) pointOut(element, href);
    else element.removeAttribute('href');
  }
};
