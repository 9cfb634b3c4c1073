import { complain } from '../../controllers/complain.js';
import type { Channel, ContactDetails } from './care-contact.channels.js';

const LAYOUTS = ['banner', 'card', 'inline', 'sticky'];

/** Tells the webmaster what cannot be used as it is written, and what to write instead. */
export const reportMistakes = (
  element: Element & ContactDetails & { readonly layout?: string | undefined },
  channels: readonly Channel[],
): void => {
  const { email, href, layout } = element;
  if (layout && !LAYOUTS.includes(layout)) {
    complain(element, `layout="${layout}" is unknown; write ${LAYOUTS.join(', ')}`);
  }
  for (const { channel, detail } of channels) {
    if (detail) complain(element, `${channel === 'text' ? 'text-number' : channel}: ${detail}`);
    else if (channel === 'email' && !channels.some((other) => other.channel === 'email' && other.href)) {
      complain(element, `email="${email ?? ''}" is no address; write it like hello@your-clinic.example`);
    }
  }
  if (href?.trim() && !channels.some(({ channel }) => channel === 'link')) {
    complain(element, `href="${href}" cannot be followed; write the address of a page, such as /contact/`);
  }
  if (!element.childElementCount) complain(element, 'nothing to show; write phone="+1 555 123 4567"');
};
