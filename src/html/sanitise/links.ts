import { safeUrl } from '../urls.js';

const DIRECT = /^(?:mailto|tel|sms):/i;

/**
 * Where a web URL leads. The browser's own parser decides what the scheme is, because it is what follows a link: it
 * sees through `java&#10;script:`. What it takes for the path of a relative URL although it was meant as a script, as
 * after a no-break space, leads nowhere either.
 */
export const webTarget = (value: unknown, base: string): string | undefined => {
  const href = safeUrl(value, base);
  return href && /^[^?#]*script:/i.test(href) ? undefined : href;
};

/** Where a link leads: {@link webTarget}, or a mail, telephone or message URL. */
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
