import { loadSubmitter } from '../../context/submitter-registry.js';
import { CareSubmitEvent } from '../../events/care-submit-event.js';
import { CareSubmittedEvent } from '../../events/care-submitted-event.js';
import { CareError } from '../../model/care-error.js';
import type { Submission, SubmissionReceipt } from '../../model/submitter.js';
import { customSubmitter } from '../../submitters/custom.js';
import { forgetSubmission } from './care-newsletter.idempotency.js';
import { adviseOnOwnForm } from './care-newsletter.messages.js';
import {
  actions,
  caughtByHoneypot,
  notStored,
  unconfirmed,
  type Attempt,
  type Ending,
} from './care-newsletter.outcome.js';
import { refine, submissionOf } from './care-newsletter.payload.js';
import { checkFields } from './care-newsletter.validation.js';

const post = async (attempt: Attempt, submission: Submission): Promise<SubmissionReceipt> => {
  const { host, form, isOwn, timeout } = attempt;
  const plan = refine(attempt.plan, host, isOwn ? form : null);
  const options = { timeout };
  const create = host.submitter ? undefined : await loadSubmitter(plan.protocol);
  const chosen = host.submitter ? customSubmitter(host.submitter, options) : create?.(plan, options);
  if (!chosen) throw new CareError('not-configured', { detail: `protocol="${plan.protocol}"` });
  return chosen.submit(submission, new AbortController().signal);
};

/** What a response means for the visitor. */
const endingOf = (attempt: Attempt, submission: Submission, receipt: SubmissionReceipt): Ending => {
  switch (receipt.outcome) {
    case 'stored':
      forgetSubmission(attempt.host, submission);
      return { state: 'success', event: new CareSubmittedEvent('stored') };
    case 'handed-over': {
      const { page } = receipt;
      const site = new URL(page.action).host;
      return {
        state: 'handed-over',
        text: ({ say }) =>
          say('Your sign-up continues on {site}, in a new tab. If no tab has opened, use this button.', { site }),
        event: new CareSubmittedEvent('handed-over'),
        actions: (localizer) => actions(attempt, { page }, localizer),
      };
    }
    case 'unconfirmed':
      return unconfirmed(attempt, submission, receipt.reason);
  }
};

/**
 * Checks what the form holds and sends it, once. Returns how that ended; `undefined` where the page took over. Never rejects.
 */
export const send = async (attempt: Attempt): Promise<Ending | undefined> => {
  const { host, form, localizer } = attempt;
  // until the form has been read: what fails before has sent nothing
  let submission: Submission = { email: '', locale: localizer.locale };
  try {
    adviseOnOwnForm(attempt);
    const focus = checkFields(form, localizer);
    if (focus) {
      return {
        state: 'invalid',
        text: ({ say }) => say('This has not been sent. Please check what is marked.'),
        focus,
      };
    }
    submission = await submissionOf(attempt);
    const caught = caughtByHoneypot(attempt, submission);
    if (caught) return caught;
    if (!host.dispatchEvent(new CareSubmitEvent())) return undefined;
    return endingOf(attempt, submission, await post(attempt, submission));
  } catch (cause) {
    return notStored(attempt, submission, cause);
  }
};
