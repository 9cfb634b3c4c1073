import { html, nothing, type TemplateResult } from 'lit';
import { loadSubmitter } from '../../context/submitter-registry.js';
import { CareSubmitErrorEvent } from '../../events/care-submit-error-event.js';
import { CareSubmitEvent } from '../../events/care-submit-event.js';
import { CareSubmittedEvent } from '../../events/care-submitted-event.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Phrase } from '../../localize/spanish.js';
import { CareError } from '../../model/care-error.js';
import {
  RejectedError,
  type FormEntry,
  type ServicePage,
  type Submission,
  type SubmissionReceipt,
} from '../../model/submitter.js';
import { checkEmail } from '../../submitters/check-email.js';
import { recordConsent } from '../../submitters/consent.js';
import { customSubmitter, type SubmitFunction } from '../../submitters/custom.js';
import type { FieldNames } from '../../submitters/plan.js';
import { checkFields, emailFieldOf, fieldOf, markProblems } from './care-newsletter.fields.js';
import type { NewsletterPlan } from './care-newsletter.plan.js';

// Loaded when a visitor comes into the form: whoever only reads the page should not carry it.

const PARTS: Readonly<Record<string, keyof FieldNames>> = {
  email: 'email',
  name: 'name',
  'first-name': 'firstName',
  'last-name': 'lastName',
};

/** `email=EMAIL first-name=FNAME`; `undefined` where nothing is named. */
const namesIn = (text = ''): FieldNames | undefined => {
  const pairs = [...text.matchAll(/([\w-]+)=(\S+)/g)].flatMap(
    ([, part = '', name = '']): [keyof FieldNames, string][] => (PARTS[part] ? [[PARTS[part], name]] : []),
  );
  return pairs.length ? Object.fromEntries(pairs) : undefined;
};

/** What goes along with every submission of a generated form: the hidden fields written inside the tag. */
const hiddenFields = (element: Element): FormEntry[] =>
  [...element.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
    .filter(({ form }) => !form)
    .map(({ name, value }) => [name, value]);

/** What the author says about the service beyond its address. */
const refine = (plan: NewsletterPlan, host: NewsletterHost, own: HTMLFormElement | null): NewsletterPlan => {
  const { successWhen } = host;
  const names = namesIn(host.fieldNames);
  return {
    ...plan,
    ...(names && { names: { ...plan.names, ...names } }),
    extra: [...(plan.extra ?? []), ...hiddenFields(host)],
    ...(own?.getAttribute('enctype') === 'multipart/form-data' && { encoding: 'multipart' }),
    ...((successWhen === 'status' || successWhen === 'redirect') && { success: successWhen }),
  };
};

/** The element, as far as sending concerns it. */
export interface NewsletterHost extends HTMLElement {
  readonly fieldNames?: string | undefined;
  readonly successWhen?: string | undefined;
  readonly consentId?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly submitter?: SubmitFunction | undefined;
}

/** One attempt. */
export interface Attempt {
  readonly host: NewsletterHost;
  readonly form: HTMLFormElement;
  readonly isOwn: boolean;
  /** The button that was pressed, if any: its name and value belong to the author's form. */
  readonly button: HTMLElement | null;
  readonly plan: NewsletterPlan;
  readonly localizer: Localizer;
  /** Milliseconds, of the `timeout` setting. */
  readonly timeout: number | undefined;
}

/** How an attempt ended, and what the visitor is told. */
export interface Ending {
  readonly state: 'invalid' | 'success' | 'unconfirmed' | 'handed-over' | 'error';
  readonly text: string;
  readonly error?: CareError;
  /** What the visitor can do now: buttons and links. */
  readonly actions?: unknown;
  /** Where the visitor has something to mend. */
  readonly focus?: HTMLElement | undefined;
  /** For the page; sent once the visitor has been told. */
  readonly event?: Event;
}

/** Of each form: what was sent last without a confirmation, and under which number. */
const numbers = new WeakMap<HTMLFormElement, { readonly content: string; readonly id: string }>();

/** The same number for the same content, until it is stored: whoever tries again must not be stored twice. */
const numberFor = (form: HTMLFormElement, content: string): string => {
  const known = numbers.get(form);
  if (known?.content === content) return known.id;
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  numbers.set(form, { content, id });
  return id;
};

const entriesOf = (form: HTMLFormElement, button: HTMLElement | null, email: string): FormEntry[] => {
  const name = emailFieldOf(form)?.name;
  return [...new FormData(form, button)].flatMap(([key, value]): FormEntry[] =>
    typeof value === 'string' ? [[key, key === name ? email : value]] : [],
  );
};

const submissionOf = async (attempt: Attempt): Promise<Submission> => {
  const { host, form, isOwn, button, localizer } = attempt;
  const typed = (part: 'first-name' | 'last-name') => fieldOf(form, part)?.value.trim() ?? '';
  const checked = checkEmail(emailFieldOf(form)?.value ?? '');
  const email = 'email' in checked ? checked.email : '';
  const [firstName, lastName] = [typed('first-name'), typed('last-name')];
  const box = isOwn ? null : form.querySelector<HTMLInputElement>('[data-care-consent] input');
  const record = box?.checked ? await recordConsent(box.labels?.[0]?.textContent ?? '', host.consentId) : undefined;
  if (record?.detail) console.warn(`<care-newsletter> ${record.detail}`);
  const parts: Submission = {
    email,
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(record && { consent: record.consent }),
    locale: localizer.locale,
    ...(host.id && { formId: host.id }),
    ...(isOwn && { entries: entriesOf(form, button, email) }),
  };
  return { ...parts, submissionId: numberFor(form, JSON.stringify(parts)) };
};

/** What a visitor is told where nothing was stored. */
const phraseFor = ({ code }: CareError): Phrase => {
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

/** Trying again can only help where the cause may pass. */
const PASSING = ['offline', 'network', 'timeout', 'rate-limited', 'server', 'malformed'];

const HIDDEN_ANSWER =
  'If it happens always: the service must send Access-Control-Allow-Origin, a Content-Security-Policy must name it in connect-src, its answer must be JSON; success-when="status" or "redirect" tells what else is success, protocol="native" posts into a new tab.';

/**
 * The error as the page and the console may see it: a service may repeat in its answer what was typed, and error trackers
 * collect both.
 */
const withoutTyped = (error: CareError, { email, firstName, lastName, entries = [] }: Submission): CareError => {
  const { code, url, status, retryAfter } = error;
  const typed = [email, firstName, lastName, ...entries.map(([, value]) => value)];
  let { detail } = error;
  for (const text of typed) {
    if (text && text.length > 2)
      detail = detail.replace(new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi'), '…');
  }
  return new CareError(code, {
    detail,
    url,
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
};

const warn = (error: CareError, more = ''): void =>
  console.warn(['<care-newsletter>', error.code, error.detail, more, error.url].filter(Boolean).join(' | '));

/** A real form that a new tab takes over; its button stays, because a browser may refuse to open a tab by itself. */
const handOver = (page: ServicePage, { say }: Localizer): TemplateResult => {
  const words = say('Continue on {site}', { site: new URL(page.action).host });
  if (page.method === 'link') {
    return html`<a part="continue" href=${page.action} target="_blank" rel="noreferrer">${words}</a>`;
  }
  return html`<form part="hand-over" action=${page.action} method="post" target="_blank" rel="noreferrer">
    ${page.fields.map(([name, value]) => html`<input type="hidden" name=${name} .value=${value} />`)}
    <button part="continue" type="submit">${words}</button>
  </form>`;
};

const actions = (
  { form, plan, host, localizer }: Attempt,
  { retry, page }: { readonly retry?: boolean; readonly page?: ServicePage },
): TemplateResult => {
  const { say } = localizer;
  const own = plan.protocol === 'native' ? plan.action : undefined;
  const serviceUrl = page ? undefined : (safeUrl(host.serviceUrl, document.baseURI) ?? own);
  const again = () => HTMLFormElement.prototype.requestSubmit.call(form);
  return html`${retry ? html`<button part="retry" type="button" @click=${again}>${say('Try again')}</button>` : nothing}
  ${
    serviceUrl
      ? html`<a part="service" href=${serviceUrl} target="_blank" rel="noreferrer"
          >${say('Sign up on {site} (opens a new tab)', { site: new URL(serviceUrl).host })}</a
        >`
      : nothing
  }
  ${page ? handOver(page, localizer) : nothing}`;
};

/** An ending without a confirmation. */
const unhappy = (
  attempt: Attempt,
  state: 'unconfirmed' | 'error',
  text: string,
  error: CareError,
  retry: boolean,
): Ending => {
  error.message = text;
  const event = new CareSubmitErrorEvent(error, state === 'error' ? 'not-stored' : state);
  return { state, text, error, event, actions: actions(attempt, { retry }) };
};

/** A program has filled in what people do not see. It is told so, because it may have been somebody's own browser. */
const trapped = (attempt: Attempt): Ending | undefined => {
  const trap = attempt.form.querySelector<HTMLInputElement>('[data-care-trap]');
  if (!trap?.value) return undefined;
  trap.value = '';
  const text = attempt.localizer.say(
    'A hidden field was filled in by a program, so nothing has been sent. It is empty again: please try once more.',
  );
  return unhappy(attempt, 'error', text, new CareError('rejected', { detail: 'the hidden field was filled in' }), true);
};

/**
 * Checks what the form holds and sends it, once. Answers what became of it, or `undefined` where the page took over. Never
 * rejects.
 */
export const send = async (attempt: Attempt): Promise<Ending | undefined> => {
  const { host, form, isOwn, localizer, timeout } = attempt;
  const { say } = localizer;
  const focus = checkFields(form, localizer);
  if (focus) return { state: 'invalid', text: say('Nothing has been sent yet. Please check what is marked.'), focus };
  const caught = trapped(attempt);
  if (caught) return caught;
  if (!host.dispatchEvent(new CareSubmitEvent())) return undefined;
  const plan = refine(attempt.plan, host, isOwn ? form : null);
  const submission = await submissionOf(attempt);
  const options = timeout ? { timeout } : {};
  let receipt: SubmissionReceipt;
  try {
    const create = host.submitter ? undefined : await loadSubmitter(plan.protocol);
    const chosen = host.submitter ? customSubmitter(host.submitter, options) : create?.(plan, options);
    if (!chosen) throw new CareError('not-configured', { detail: `protocol="${plan.protocol}"` });
    receipt = await chosen.submit(submission, new AbortController().signal);
  } catch (cause) {
    return failed(attempt, submission, cause);
  }
  switch (receipt.outcome) {
    case 'stored':
      numbers.delete(form);
      return { state: 'success', text: '', event: new CareSubmittedEvent('stored') };
    case 'handed-over': {
      const { page } = receipt;
      const { host: site } = new URL(page.action);
      const text = say('Your sign-up continues on {site}, in a new tab. If no tab has opened, use this button.', {
        site,
      });
      const event = new CareSubmittedEvent('handed-over');
      return { state: 'handed-over', text, event, actions: actions(attempt, { page }) };
    }
    case 'unconfirmed': {
      const error = withoutTyped(receipt.reason, submission);
      warn(error, HIDDEN_ANSWER);
      const text = say(
        'We could not confirm whether your sign-up arrived. A message from us in your inbox means that it did. If there is none after a while, please send it again.',
      );
      return unhappy(attempt, 'unconfirmed', text, error, true);
    }
  }
};

const failed = (attempt: Attempt, submission: Submission, cause: unknown): Ending => {
  const { form, localizer } = attempt;
  // code that did not arrive is no CareError: nothing was sent either
  const known = cause instanceof CareError ? cause : new CareError('network', { detail: String(cause) });
  const error = withoutTyped(known, submission);
  warn(error);
  if (known.cause) console.warn(known.cause);
  let text = localizer.say(phraseFor(known));
  let focus: HTMLElement | undefined;
  if (cause instanceof RejectedError) {
    const { first, rest } = markProblems(form, cause.problems, localizer);
    const words = [first ? '' : cause.reason, rest].filter(Boolean).join(' ');
    if (words) text += ` ${localizer.say('The service answered: {words}', { words })}`;
    focus = first;
  }
  return { ...unhappy(attempt, 'error', text, error, PASSING.includes(known.code)), focus };
};
