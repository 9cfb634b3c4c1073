import { CareSubmitErrorEvent } from '../../events/care-submit-error-event.js';
import { CareError } from '../../model/care-error.js';
import { RejectedError, type Submission } from '../../model/submitter.js';
import { actions } from './care-newsletter.actions.js';
import type { Attempt, Ending } from './care-newsletter.attempt.js';
import { markProblems } from './care-newsletter.fields.js';
import { doubt, forget, isInDoubt } from './care-newsletter.memory.js';
import { mayPass, phraseFor, STILL_UNCONFIRMED, UNCONFIRMED, warn, withoutTyped } from './care-newsletter.words.js';

interface Failure {
  readonly text: string;
  readonly error: CareError;
  readonly retry: boolean;
}

/** An ending without a confirmation. */
const unhappy = (attempt: Attempt, state: 'unconfirmed' | 'error', { text, error, retry }: Failure): Ending => {
  error.message = text;
  const event = new CareSubmitErrorEvent(error, state === 'error' ? 'not-stored' : state);
  return { state, text, error, event, actions: actions(attempt, { retry }) };
};

/** It was sent, and no answer can be read. */
export const unconfirmed = (attempt: Attempt, submission: Submission, reason: CareError): Ending => {
  const text = attempt.localizer.say(isInDoubt(submission) ? STILL_UNCONFIRMED : UNCONFIRMED);
  doubt(submission);
  const error = withoutTyped(reason, submission);
  warn(error, { submission, isHidden: true });
  return unhappy(attempt, 'unconfirmed', { text, error, retry: true });
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
  warn(error, { submission, cause: known.cause });
  const { problems, reason } = cause instanceof RejectedError ? cause : { problems: [], reason: '' };
  const { first, rest } = markProblems(form, problems, localizer);
  if (problems.length) forget(host, submission);
  const isStillInDoubt = isInDoubt(submission);
  const words = [first ? '' : reason, rest].filter(Boolean).join(' ');
  const answer = words && ` ${localizer.say('The service answered: {words}', { words })}`;
  const text = localizer.say(isStillInDoubt ? STILL_UNCONFIRMED : phraseFor(known)) + answer;
  const retry = isStillInDoubt || mayPass(known);
  return { ...unhappy(attempt, isStillInDoubt ? 'unconfirmed' : 'error', { text, error, retry }), focus: first };
};

/** A program has filled in what people do not see. It is told so, because it may have been somebody's own browser. */
export const trapped = (attempt: Attempt, submission: Submission): Ending | undefined => {
  const trap = attempt.form.querySelector<HTMLInputElement>('[data-care-trap]');
  if (!trap?.value) return undefined;
  trap.value = '';
  const text = attempt.localizer.say(
    'A hidden field was filled in by a program, so nothing has been sent. It is empty again: please try once more.',
  );
  const error = new CareError('rejected', { detail: 'the hidden field was filled in' });
  return unhappy(attempt, isInDoubt(submission) ? 'unconfirmed' : 'error', { text, error, retry: true });
};
