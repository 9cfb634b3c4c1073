import type { ContactChannel } from '../../events/care-contact-event.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Phrase } from '../../localize/spanish.js';
import { parsePhone, smsUrl, telUrl } from '../../phone/phone.js';

/** What an author wrote about the ways to reach the clinic. */
export interface ContactDetails {
  readonly phone?: string | undefined;
  readonly phoneLabel?: string | undefined;
  readonly textNumber?: string | undefined;
  readonly tty?: string | undefined;
  readonly email?: string | undefined;
  readonly href?: string | undefined;
  readonly hrefLabel?: string | undefined;
  readonly crisisRegion?: string | undefined;
}

/** One way to reach the clinic. */
export interface Channel {
  readonly channel: ContactChannel;
  /** Absent where it cannot be followed: then the words are shown without a link. */
  readonly href?: string | undefined;
  /** Words around `{number}`, or all of them. */
  readonly label: string;
  /** The number or address as written, set apart because it reads from left to right in every language. */
  readonly number?: string;
  /** For the webmaster: what is wrong with the number. */
  readonly detail?: string | undefined;
}

const dial = (
  channel: 'phone' | 'text' | 'tty',
  written: string,
  country: string | undefined,
): Omit<Channel, 'label'> => {
  const phone = parsePhone(written, country);
  return {
    channel,
    number: phone.display,
    href: channel === 'text' ? smsUrl(phone) : telUrl(phone),
    detail: phone.detail,
  };
};

/** The channels that the attributes name, in the order in which they are shown. */
export const channelsOf = (details: ContactDetails, { say }: Localizer): readonly Channel[] => {
  const channels: Channel[] = [];
  const { phone, phoneLabel, textNumber, tty, email, href, hrefLabel, crisisRegion } = details;
  const add = (channel: Omit<Channel, 'label'>, label: string | undefined, phrase: Phrase): void => {
    // an own label without the number: many desktops cannot dial, and paper never can
    const own = label && (!channel.number || /(?:\d\D*){3}/.test(label) ? label : `${label} {number}`);
    channels.push({ ...channel, label: own || (channel.href ? say(phrase) : '{number}') });
  };
  if (phone?.trim()) {
    const label = phoneLabel?.trim() ?? '';
    const isNumber = /^[\d\s()+./-]+$/.test(label);
    const channel = dial('phone', phone.trim(), crisisRegion);
    add(isNumber ? { ...channel, number: label } : channel, isNumber ? '' : label, 'Call {number}');
  }
  if (textNumber?.trim()) add(dial('text', textNumber.trim(), crisisRegion), '', 'Text {number}');
  if (tty?.trim()) add(dial('tty', tty.trim(), crisisRegion), '', 'TTY {number}');
  const address = email?.trim().replace(/^mailto:/i, '');
  if (address) {
    const isAddress = /^[^\s@<>"?&]+@[^\s@<>"?&]+\.[^\s@<>"?&]+$/.test(address);
    add({ channel: 'email', number: address, href: isAddress ? `mailto:${address}` : undefined }, '', 'Email {number}');
  }
  const url = safeUrl(href, document.baseURI);
  if (url) add({ channel: 'link', href: url }, hrefLabel?.trim(), 'Contact us');
  return channels;
};
