import { CareError, isAbort } from '../model/care-error.js';
import type { Submission, SubmissionReceipt, Submitter } from '../model/submitter.js';
import { settle } from './settle.js';

/**
 * The `submitter` property: any async function. It throws where nothing was stored, and resolves to a
 * {@link SubmissionReceipt}, to the `Response` of its own `fetch()` (read as the `json` protocol reads one), or to
 * anything else for success.
 */
export type SubmitFunction = (submission: Submission, signal: AbortSignal) => Promise<unknown>;

const isReceipt = (value: unknown): value is SubmissionReceipt =>
  typeof value === 'object' && value !== null && 'outcome' in value;

/** An author's function behind the port. What it throws and is not a `CareError` becomes `server` with that cause. */
export const customSubmitter = (send: SubmitFunction): Submitter => ({
  async submit(submission, signal) {
    try {
      const result = await send(submission, signal);
      if (isReceipt(result)) return result;
      if (!(result instanceof Response)) return { outcome: 'stored' };
      // A fetch() that got a 500 resolves: without a look at it, the visitor would read "signed up".
      return await settle({ status: result.status, text: await result.text() }, { action: result.url });
    } catch (cause) {
      if (cause instanceof CareError || isAbort(cause) || signal.aborted) throw cause;
      throw new CareError('server', { detail: 'the submitter property threw', cause });
    }
  },
});
