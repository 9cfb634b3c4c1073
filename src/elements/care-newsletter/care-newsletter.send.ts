import { loadSubmitter } from '../../context/submitter-registry.js';
import { CareSubmitEvent } from '../../events/care-submit-event.js';
import { CareSubmittedEvent } from '../../events/care-submitted-event.js';
import { CareError } from '../../model/care-error.js';
import type { Submission, SubmissionReceipt } from '../../model/submitter.js';
import { customSubmitter } from '../../submitters/custom.js';
import { actions } from './care-newsletter.actions.js';
import { advise } from './care-newsletter.advice.js';
import type { Attempt, Ending } from './care-newsletter.attempt.js';
import { notStored, trapped, unconfirmed } from './care-newsletter.endings.js';
import { checkFields } from './care-newsletter.fields.js';
import { forget } from './care-newsletter.memory.js';
import { refine, submissionOf } from './care-newsletter.submission.js';

// Loaded when a visitor comes into the form: whoever only reads the page should not carry it.

const post = async (attempt: Attempt, submission: Submission): Promise<SubmissionReceipt> => {
  const { host, form, isOwn, timeout } = attempt;
  const plan = refine(attempt.plan, host, isOwn ? form : null);
  const options = timeout ? { timeout } : {};
  const create = host.submitter ? undefined : await loadSubmitter(plan.protocol);
  const chosen = host.submitter ? customSubmitter(host.submitter, options) : create?.(plan, options);
  if (!chosen) throw new CareError('not-configured', { detail: `protocol="${plan.protocol}"` });
  return chosen.submit(submission, new AbortController().signal);
};

/** What an answer means for the visitor. */
const endingOf = (attempt: Attempt, submission: Submission, receipt: SubmissionReceipt): Ending => {
  switch (receipt.outcome) {
    case 'stored':
      forget(attempt.host, submission);
      return { state: 'success', text: '', event: new CareSubmittedEvent('stored') };
    case 'handed-over': {
      const { page } = receipt;
      const text = attempt.localizer.say(
        'Your sign-up continues on {site}, in a new tab. If no tab has opened, use this button.',
        { site: new URL(page.action).host },
      );
      const event = new CareSubmittedEvent('handed-over');
      return { state: 'handed-over', text, event, actions: actions(attempt, { page }) };
    }
    case 'unconfirmed':
      return unconfirmed(attempt, submission, receipt.reason);
  }
};

/**
 * Checks what the form holds and sends it, once. Answers what became of it, or `undefined` where the page took over. Never
 * rejects.
 */
export const send = async (attempt: Attempt): Promise<Ending | undefined> => {
  const { host, form, localizer } = attempt;
  advise(attempt);
  const focus = checkFields(form, localizer);
  if (focus) {
    return { state: 'invalid', text: localizer.say('This has not been sent. Please check what is marked.'), focus };
  }
  const submission = await submissionOf(attempt);
  const caught = trapped(attempt, submission);
  if (caught) return caught;
  if (!host.dispatchEvent(new CareSubmitEvent())) return undefined;
  try {
    return endingOf(attempt, submission, await post(attempt, submission));
  } catch (cause) {
    return notStored(attempt, submission, cause);
  }
};
