import { parsePhone } from '../../src/phone/phone.js';
import type { Content } from './element.js';
import type { Step } from './snippet.js';
import { FIRST_WISH, type Wish } from './wish.js';

/** A sentence of the builder's words (`notice-…`), and the names that stand in it. */
export interface Notice {
  readonly name: 'sample' | 'unread' | 'phone' | 'phone-sample' | 'action' | 'action-sample';
  readonly values?: Readonly<Record<string, string>>;
}

/** What stands in a snippet that must not be published as it is: samples, and what cannot work. */
export const noticesOf = (
  { widget, phone, action }: Wish,
  { endpoint }: Content,
  steps: readonly Step[],
  { sample, isRead }: { readonly sample: string; readonly isRead: boolean },
): readonly Notice[] => {
  const names = JSON.stringify(steps).includes(JSON.stringify(endpoint).slice(1, -1));
  const notices: Notice[] = [];
  if (names && !isRead) notices.push({ name: 'unread', values: { host: new URL(endpoint).host } });
  else if (names && endpoint === sample) notices.push({ name: 'sample' });
  if (widget === 'contact') {
    if (!parsePhone(phone).number) notices.push({ name: 'phone' });
    else if (phone === FIRST_WISH.phone) notices.push({ name: 'phone-sample', values: { phone } });
  }
  if (widget === 'newsletter') {
    if (!/^(?:https?:\/)?\/\S+$/i.test(action.trim())) notices.push({ name: 'action' });
    else if (action === FIRST_WISH.action) notices.push({ name: 'action-sample', values: { action } });
  }
  return notices;
};
