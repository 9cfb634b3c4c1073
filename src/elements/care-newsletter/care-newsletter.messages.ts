import type { Phrase } from '../../localize/spanish.js';
import { CareError } from '../../model/care-error.js';
import type { Submission } from '../../model/submitter.js';
import { warnAbout } from '../../model/warn-once.js';
import type { Attempt } from './care-newsletter.outcome.js';
import { emailFieldOf } from './care-newsletter.plan.js';

/** What a visitor is told where nothing was stored. */
export const phraseFor = ({ code }: CareError): Phrase => {
  switch (code) {
    case 'offline':
      return 'You seem to be offline. Nothing has been sent, and what you typed is still here.';
    case 'network':
    case 'timeout':
      return 'The sign-up service could not be reached. Nothing was stored, and what you typed is still here.';
    case 'rate-limited':
      return 'The sign-up service is taking no more for the moment. Nothing was stored. Please try again in a few minutes.';
    case 'rejected':
    case 'too-large':
      return 'The sign-up service did not accept this. Nothing was stored. Please check what you entered.';
    case 'not-configured':
    case 'forbidden':
    case 'protected':
    case 'not-found':
    case 'gone':
      return 'The sign-up service takes nothing from this page at the moment. Nothing was stored.';
    default:
      return 'The sign-up service has a problem. Nothing was stored, and what you typed is still here.';
  }
};

export const UNCONFIRMED: Phrase =
  'We could not confirm whether your sign-up arrived. A message from us in your inbox means that it did. If there is none after a while, please send it again.';

export const STILL_UNCONFIRMED: Phrase =
  'This try did not get through, and whether an earlier one arrived is still not known. A message from us in your inbox means that it did. If there is none after a while, please send it again.';

/** Trying again can only help where the cause may pass. */
export const isRetryable = ({ code }: CareError): boolean =>
  ['offline', 'network', 'timeout', 'rate-limited', 'server', 'malformed'].includes(code);

const UNREADABLE_RESPONSE =
  'If it happens always: the service must send Access-Control-Allow-Origin, a Content-Security-Policy must name it in connect-src, its answer must be JSON; success-when="status" or "redirect" tells what else is success, protocol="native" posts into a new tab.';

/** A text without what the visitor typed: a service may repeat it, and error trackers collect what the console gets. */
const without = (text: string, { email, firstName, lastName, entries = [] }: Submission): string =>
  [email, firstName, lastName, ...entries.map(([, value]) => value)].reduce<string>(
    (rest, typed) =>
      typed && typed.length > 2
        ? rest.replace(new RegExp(typed.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi'), '…')
        : rest,
    text,
  );

/** The error as the page and the console may see it. */
export const withoutTyped = ({ code, detail, url, status, retryAfter }: CareError, submission: Submission): CareError =>
  new CareError(code, {
    detail: without(detail, submission),
    url,
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
  });

/** Tells the webmaster what happened, and what to do about a response that cannot be read. */
export const warnOfFailure = (
  { code, detail, url }: CareError,
  { cause, submission, isUnreadable }: { cause?: unknown; submission: Submission; isUnreadable?: boolean },
): void => {
  console.warn(
    ['<care-newsletter>', code, detail, isUnreadable && UNREADABLE_RESPONSE, url].filter(Boolean).join(' | '),
  );
  const trace = cause instanceof Error ? (cause.stack ?? '') : '';
  if (cause) console.warn(without(trace.includes(String(cause)) ? trace : `${String(cause)} ${trace}`, submission));
};

/** What only a generated form can be told by attributes. */
const FOR_GENERATED = [
  'fields',
  'field-names',
  'consent',
  'consent-text',
  'privacy-url',
  'postal-address',
  'button-label',
];

/** Tells the webmaster, once, what does not do what it seems to do in a form of the author's own. */
export const adviseOnOwnForm = ({ host, form, isOwn, plan }: Attempt): void => {
  if (!isOwn) return;
  const tell = (text: string): void => warnAbout(host, text, form);
  const vain = FOR_GENERATED.filter((name) => host.hasAttribute(name));
  if (vain.length) {
    tell(
      `${vain.join(', ')}: without effect on a form of your own, which must say it without JavaScript too; write it into the form`,
    );
  }
  if (!emailFieldOf(form)?.name && !host.submitter)
    tell('the email field has no name, so it is never sent; write name="email"');
  if (form.getAttribute('method')?.toLowerCase() !== 'post' && plan.protocol !== 'link') {
    tell('without JavaScript this form would write the address into a URL; write method="post"');
  }
};
