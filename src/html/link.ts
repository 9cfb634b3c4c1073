import { safeUrl } from './urls.js';

const DIRECT = /^(?:mailto|tel|sms):/i;

/**
 * Where a link leads: a web, mail, telephone or message address. The browser's own parser decides what the scheme is,
 * because it is what follows the link: it sees through `java&#10;script:`. What it takes for the path of a relative
 * address although it was meant as a script, as after a no-break space, leads nowhere either.
 */
export const linkTarget = (value: string, base: string): string | undefined => {
  const href = DIRECT.test(value.trim()) ? value.trim() : safeUrl(value, base);
  return href && /script:/i.test(href) ? undefined : href;
};

/** Points a link at a page that learns neither who sent the reader nor which window they came from. */
export const pointOut = (link: Element, href: string): void => {
  link.setAttribute('href', href);
  if (DIRECT.test(href)) return;
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('referrerpolicy', 'no-referrer');
};
