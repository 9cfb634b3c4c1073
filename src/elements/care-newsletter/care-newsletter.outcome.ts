import { html, nothing, type TemplateResult } from 'lit';
import { CareSubmitErrorEvent } from '../../events/care-submit-error-event.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import { CareError } from '../../model/care-error.js';
import { RejectedError, type ServicePage, type Submission } from '../../model/submitter.js';
import type { SubmitFunction } from '../../submitters/custom.js';
import { forgetSubmission, isUnconfirmed, markUnconfirmed } from './care-newsletter.idempotency.js';
import {
  isRetryable,
  phraseFor,
  STILL_UNCONFIRMED,
  UNCONFIRMED,
  warnOfFailure,
  withoutTyped,
} from './care-newsletter.messages.js';
import { ownFormIn, type NewsletterPlan } from './care-newsletter.plan.js';
import { markProblems, type Message } from './care-newsletter.validation.js';

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

/**
 * How an attempt ended, and what the visitor is told: as functions of the localizer, because it stays on the page, where the
 * dictionary may arrive later.
 */
export interface Ending {
  readonly state: 'invalid' | 'success' | 'unconfirmed' | 'handed-over' | 'error';
  readonly text?: Message;
  readonly error?: CareError;
  /** What the visitor can do now: buttons and links. */
  readonly actions?: ((localizer: Localizer) => unknown) | undefined;
  /** Where the visitor has something to mend. */
  readonly focus?: HTMLElement | undefined;
  /** For the page; sent once the visitor has been told. */
  readonly event?: Event;
}

/**
 * A real form that a new tab takes over; its button stays, because a browser may refuse to open a tab by itself. An
 * author's form goes out as it would without us: a service that takes GET alone, as Substack does, would refuse a POST.
 */
const handOverView = (page: ServicePage, { form, isOwn }: Attempt, { say }: Localizer): TemplateResult => {
  const method = isOwn && form.matches('[method=get i]') ? 'get' : 'post';
  const words = say('Continue on {site}', { site: new URL(page.action).host });
  if (page.method === 'link') {
    return html`<a part="continue" href=${page.action} target="_blank" rel="noreferrer">${words}</a>`;
  }
  return html`<form part="hand-over" action=${page.action} method=${method} target="_blank" rel="noreferrer">
    ${page.fields.map(([name, value]) => html`<input type="hidden" name=${name} .value=${value} />`)}
    <button part="continue" type="submit">${words}</button>
  </form>`;
};

/** Sends what the form holds now, by the button that was pressed: its name and value may be the visitor's choice. */
const sendAgain = ({ host, form, button }: Attempt): void => {
  const current = form.isConnected ? form : ownFormIn(host);
  const isThere = button && Reflect.get(button, 'form') === current;
  if (current) HTMLFormElement.prototype.requestSubmit.call(current, isThere ? button : null);
};

/** What the visitor can do after an attempt. */
export const actions = (
  attempt: Attempt,
  { retry, page }: { readonly retry?: boolean; readonly page?: ServicePage },
  localizer: Localizer,
): TemplateResult => {
  const { plan, host } = attempt;
  const { say } = localizer;
  const own = plan.protocol === 'native' ? plan.action : undefined;
  const serviceUrl = page ? undefined : (safeUrl(host.serviceUrl, document.baseURI) ?? own);
  return html`${
    retry
      ? html`<button part="retry" type="button" @click=${() => sendAgain(attempt)}>${say('Try again')}</button>`
      : nothing
  }
  ${
    serviceUrl
      ? html`<a part="service" href=${serviceUrl} target="_blank" rel="noreferrer"
          >${say('Sign up on {site} (opens a new tab)', { site: new URL(serviceUrl).host })}</a
        >`
      : nothing
  }
  ${page ? handOverView(page, attempt, localizer) : nothing}`;
};

interface Failure {
  readonly text: Message;
  readonly error: CareError;
  readonly retry: boolean;
}

/** An ending without a confirmation. */
const failed = (attempt: Attempt, state: 'unconfirmed' | 'error', { text, error, retry }: Failure): Ending => {
  error.message = text(attempt.localizer);
  const event = new CareSubmitErrorEvent(error, state === 'error' ? 'not-stored' : state);
  return { state, text, error, event, actions: (localizer) => actions(attempt, { retry }, localizer) };
};

/** It was sent, and no response can be read. */
export const unconfirmed = (attempt: Attempt, submission: Submission, reason: CareError): Ending => {
  const phrase = isUnconfirmed(submission) ? STILL_UNCONFIRMED : UNCONFIRMED;
  markUnconfirmed(submission);
  const error = withoutTyped(reason, submission);
  warnOfFailure(error, { submission, isUnreadable: true });
  return failed(attempt, 'unconfirmed', { text: ({ say }) => say(phrase), error, retry: true });
};

/**
 * This attempt stored nothing. Where an earlier one of the same content may be stored, "nothing was stored" would be
 * untrue; only a refusal of a field is about the content itself, and so about the earlier attempt too.
 */
export const notStored = (attempt: Attempt, submission: Submission, cause: unknown): Ending => {
  const { form, host, localizer } = attempt;
  // code that did not arrive is no CareError: nothing was sent either
  const known = cause instanceof CareError ? cause : new CareError('network', { detail: String(cause) });
  const error = withoutTyped(known, submission);
  warnOfFailure(error, { submission, cause: known.cause });
  const { problems, reason } = cause instanceof RejectedError ? cause : { problems: [], reason: '' };
  const { first, rest } = markProblems(form, problems, localizer);
  if (problems.length) forgetSubmission(host, submission);
  const isStillUnconfirmed = isUnconfirmed(submission);
  const words = [first ? '' : reason, rest].filter(Boolean).join(' ');
  const phrase = isStillUnconfirmed ? STILL_UNCONFIRMED : phraseFor(known);
  const text: Message = ({ say }) => say(phrase) + (words && ` ${say('The service answered: {words}', { words })}`);
  const retry = isStillUnconfirmed || isRetryable(known);
  return { ...failed(attempt, isStillUnconfirmed ? 'unconfirmed' : 'error', { text, error, retry }), focus: first };
};

/** A program has filled in what people do not see. It is told so, because it may have been somebody's own browser. */
export const caughtByHoneypot = (attempt: Attempt, submission: Submission): Ending | undefined => {
  const trap = attempt.form.querySelector<HTMLInputElement>('[data-care-trap]');
  if (!trap?.value) return undefined;
  trap.value = '';
  const text: Message = ({ say }) =>
    say(
      'A hidden field was filled in by a program, so nothing has been sent. It is empty again: please try once more.',
    );
  const error = new CareError('rejected', { detail: 'the hidden field was filled in' });
  return failed(attempt, isUnconfirmed(submission) ? 'unconfirmed' : 'error', { text, error, retry: true });
};
