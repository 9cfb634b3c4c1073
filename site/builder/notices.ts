import { openingStatus } from '../../src/hours/opening-status.js';
import { parseHours } from '../../src/hours/parse-hours.js';
import { zoneClock } from '../../src/hours/zone-clock.js';
import { CareError } from '../../src/model/care-error.js';
import { parsePhone } from '../../src/phone/phone.js';
import type { Content } from './element.js';
import type { Step } from './snippet.js';
import { FIRST_WISH, type Wish } from './wish.js';

/** A sentence of the builder's words (`notice-…`), and the names that stand in it. */
export interface Notice {
  readonly name:
    'sample' | 'unread' | 'phone' | 'phone-sample' | 'hours' | 'zone' | 'zone-missing' | 'action' | 'action-sample';
  readonly values?: Readonly<Record<string, string>>;
}

/** Whether visitors will read if somebody answers now; nothing is said of what is left out. */
const hoursNotices = (written: string, timeZone: string): readonly Notice[] => {
  if (timeZone && zoneClock(timeZone) instanceof CareError) return [{ name: 'zone' }];
  const hours = written ? parseHours(written) : undefined;
  if (!hours) return [];
  if (hours instanceof CareError) return [{ name: 'hours' }];
  const isUnclear = openingStatus({ hours, timeZone, now: new Date() }) instanceof CareError;
  return isUnclear ? [{ name: 'zone-missing' }] : [];
};

/** What stands in a snippet that must not be published as it is: samples, and what cannot work. */
export const noticesOf = (
  { widget, phone, hours, zone, action }: Wish,
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
    notices.push(...hoursNotices(hours.trim(), zone.trim()));
  }
  if (widget === 'newsletter') {
    if (!/^(?:https?:\/)?\/\S+$/i.test(action.trim())) notices.push({ name: 'action' });
    else if (action === FIRST_WISH.action) notices.push({ name: 'action-sample', values: { action } });
  }
  return notices;
};
