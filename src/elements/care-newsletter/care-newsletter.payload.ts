import type { FormEntry, Submission } from '../../model/submitter.js';
import { warnAbout } from '../../model/warn-once.js';
import { checkEmail } from '../../submitters/check-email.js';
import { recordConsent } from '../../submitters/consent.js';
import { OWN_NAMES, type FieldNames } from '../../submitters/plan.js';
import type { Attempt, NewsletterHost } from './care-newsletter.outcome.js';
import { fieldOf } from './care-newsletter.validation.js';
import { idempotencyKeyFor } from './care-newsletter.idempotency.js';
import { emailFieldOf, type NewsletterPlan } from './care-newsletter.plan.js';

/** What `field-names` calls the parts. */
const PARTS: Readonly<Record<string, keyof FieldNames>> = {
  email: 'email',
  name: 'name',
  'first-name': 'firstName',
  'last-name': 'lastName',
  'consent-id': 'consentId',
  'consent-hash': 'consentHash',
  locale: 'locale',
  'form-id': 'formId',
  'submission-id': 'submissionId',
};

/** `email=EMAIL first-name=FNAME` over the service's own names; first and last name by themselves do without both in one. */
const namesBy = (text: string, { name, ...others }: FieldNames): FieldNames => {
  const pairs = [...text.matchAll(/([\w-]+)=(\S+)/g)].flatMap(([, part = '', given = '']) =>
    PARTS[part] ? [[PARTS[part], given] as const] : [],
  );
  const isSplit = pairs.some(([part]) => part === 'firstName' || part === 'lastName');
  return { ...(name && !isSplit && { name }), ...others, ...Object.fromEntries(pairs) };
};

/** What goes along with every submission of a generated form: the hidden fields written inside the tag. */
const hiddenFields = (element: Element): FormEntry[] =>
  [...element.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
    .filter(({ form }) => !form)
    .map(({ name, value }) => [name, value]);

/** What the author says about the service beyond its URL. */
export const refine = (plan: NewsletterPlan, host: NewsletterHost, own: HTMLFormElement | null): NewsletterPlan => {
  const { fieldNames, successWhen } = host;
  return {
    ...plan,
    ...(fieldNames && { names: namesBy(fieldNames, plan.names ?? OWN_NAMES) }),
    extra: [...(plan.extra ?? []), ...hiddenFields(host)],
    ...(own?.getAttribute('enctype') === 'multipart/form-data' && { encoding: 'multipart' }),
    ...((successWhen === 'status' || successWhen === 'redirect') && { success: successWhen }),
  };
};

/** What the browser would post of the author's form, the address tidied. Forms with files are never sent from here. */
const entriesOf = (form: HTMLFormElement, button: HTMLElement | null, email: string): FormEntry[] => {
  const name = emailFieldOf(form)?.name;
  return [...new FormData(form, button)].flatMap(([key, value]): FormEntry[] =>
    typeof value === 'string' ? [[key, key === name ? email : value]] : [],
  );
};

/**
 * Fills the empty hidden fields by which an author's form asks for the proof of consent, the language or the ids, under the
 * names that our own back ends use.
 */
const filledIn = (
  entries: readonly FormEntry[],
  { consent, locale, formId, submissionId }: Submission,
): FormEntry[] => {
  const parts: Readonly<Record<string, string | undefined>> = {
    'consent[id]': consent?.id,
    'consent[textHash]': consent?.textHash,
    locale,
    formId,
    submissionId,
  };
  return entries.map(([name, value]) => [name, value || (Object.hasOwn(parts, name) && parts[name]) || '']);
};

/** The box of the generated form; in an author's form the one for a consent, where the proof is asked for. */
const consentBoxIn = (form: HTMLFormElement, isOwn: boolean): HTMLInputElement | null | undefined => {
  if (!isOwn) return form.querySelector<HTMLInputElement>('[data-care-consent] input');
  const hasProof = form.querySelector('[type=hidden][name^="consent["]');
  return hasProof && fieldOf(form, 'consent');
};

/** Everything that is sent. */
export const submissionOf = async ({ host, form, isOwn, button, localizer }: Attempt): Promise<Submission> => {
  const typed = (part: 'first-name' | 'last-name') => fieldOf(form, part)?.value.trim() ?? '';
  const checked = checkEmail(emailFieldOf(form)?.value ?? '');
  const email = 'email' in checked ? checked.email : '';
  const [firstName, lastName] = [typed('first-name'), typed('last-name')];
  const entries = isOwn ? entriesOf(form, button, email) : undefined;
  const box = consentBoxIn(form, isOwn);
  const record = box?.checked ? await recordConsent(box.labels?.[0]?.textContent ?? '', host.consentId) : undefined;
  if (record?.detail) warnAbout(host, record.detail);
  const parts: Submission = {
    email,
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(record && { consent: record.consent }),
    locale: localizer.locale,
    ...(host.id && { formId: host.id }),
    ...(entries && { entries }),
  };
  const numbered = { ...parts, submissionId: idempotencyKeyFor(host, parts) };
  return entries ? { ...numbered, entries: filledIn(entries, numbered) } : numbered;
};
