import type { ContactChannel } from '../../events/care-contact-event.js';
import { iconElement } from '../shared/icon.js';
import type { Channel } from './care-contact.channels.js';

/** On generated links; all others are the author's. */
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
  // an address breaks before its @ and its dots, and is heard in one; a number stays one piece for the page's scripts
  for (const piece of number.split(/(?=[@.]\D)/))
    written.append(piece, Object.assign(document.createElement('wbr'), { ariaHidden: 'true' }));
  const words = document.createElement('bdi');
  words.append(start, ...(end === undefined ? [] : [written, end]));
  link.replaceChildren(words);
  if (channel === 'phone' || channel === 'text' || channel === 'email') link.prepend(iconElement(channel));
  // A number breaks before it does so inside, where there is room for it; a box of its own gets no underline from the link
  // around it. Against what a page says of everything: wider words, and those that do not break, run out of the button …
  for (const part of [words, written])
    part.style.cssText =
      'display: inline-block; max-inline-size: 100%; inline-size: auto !important; white-space: normal !important; text-decoration: inherit';
  // … and beside its fill another colour would vanish.
  for (const part of link.querySelectorAll<HTMLElement>('*')) part.style.setProperty('color', 'inherit', 'important');
  return link;
};
