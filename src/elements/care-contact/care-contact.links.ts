import type { ContactChannel } from '../../events/care-contact-event.js';
import { iconElement } from '../shared/icon.js';
import type { Channel } from './care-contact.channels.js';

/** Marks generated links; links without it are the author's. */
export const MARK = 'data-care-channel';

/** Whether the author wrote a link for this channel. */
export const hasOwnLink = (host: Element, channel: ContactChannel): boolean =>
  host.querySelector(`:scope > [slot="${channel}"]:not([${MARK}])`) !== null;

/** Whether the author's children hold a number that no attribute names: it must not vanish. */
export const hasOtherNumber = (host: Element, channels: readonly Channel[]): boolean => {
  const digitsOf = (href = '') => href.replace(/\D/g, '');
  const named = channels.flatMap(({ href }) => digitsOf(href) || []);
  return [...host.querySelectorAll<HTMLAnchorElement>('a[href^="tel:" i]:not([slot])')].some(({ href }) => {
    const digits = digitsOf(href);
    return !named.some((number) => number.endsWith(digits) || digits.endsWith(number));
  });
};

/** The link of a channel, or plain words where it cannot be followed. `before` is used again where it can be. */
export const linkFor = (
  { channel, href, label, number = '' }: Channel,
  locale: string,
  before: HTMLElement | undefined,
): HTMLElement => {
  const name = href ? 'a' : 'span';
  const link = before?.localName === name ? before : document.createElement(name);
  link.slot = channel;
  link.setAttribute(MARK, '');
  if (href) link.setAttribute('href', href);
  link.dir = 'auto';
  link.lang = locale;
  const [start = '', end] = label.split('{number}');
  const written = document.createElement('bdi');
  written.dir = 'ltr';
  // an email address may wrap before its @ and dots, which screen readers must not announce; a number stays one text node,
  // for scripts that swap numbers
  for (const piece of number.split(/(?=[@.]\D)/))
    written.append(piece, Object.assign(document.createElement('wbr'), { ariaHidden: 'true' }));
  const words = document.createElement('bdi');
  words.append(start, ...(end === undefined ? [] : [written, end]));
  link.replaceChildren(words);
  if (channel === 'phone' || channel === 'text' || channel === 'email') link.prepend(iconElement(channel));
  // `inline-block`, so that a line breaks before a number rather than inside it, where there is room; such a box does not
  // take the link's underline. `!important` against a page's rules for all elements: wider words, or words that do not wrap,
  // would run out of the button …
  for (const part of [words, written])
    part.style.cssText =
      'display: inline-block; max-inline-size: 100%; inline-size: auto !important; white-space: normal !important; text-decoration: inherit';
  // … and beside its fill another colour would vanish.
  for (const part of link.querySelectorAll<HTMLElement>('*')) part.style.setProperty('color', 'inherit', 'important');
  return link;
};
