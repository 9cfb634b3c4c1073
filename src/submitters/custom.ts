import { withDeadline } from '../http/deadline.js';
import type { PostOptions } from '../http/post.js';
import { systemClock } from '../http/transport.js';
import { CareError } from '../model/care-error.js';
import type { Submission, SubmissionReceipt, Submitter } from '../model/submitter.js';
import { receiptOf } from './receipt.js';

/**
 * The `submitter` property: any async function. It throws where nothing was stored, and resolves to a
 * {@link SubmissionReceipt}, to the `Response` of its own `fetch()` (read as the `json` protocol reads one), or to
 * anything else for success.
 */
export type SubmitFunction = (submission: Submission, signal: AbortSignal) => Promise<unknown>;

const isReceipt = (value: unknown): value is SubmissionReceipt =>
  typeof value === 'object' && value !== null && 'outcome' in value;

/**
 * Wraps an author's function as a {@link Submitter}. An exception that is no `CareError` becomes `server` with that cause. A
 * function that takes longer than `timeout` has its signal aborted, and counts as `unconfirmed`: a visitor must not wait for
 * ever.
 */
export const customSubmitter = (
  send: SubmitFunction,
  { timeout = 10_000, clock = systemClock }: Pick<PostOptions, 'timeout' | 'clock'> = {},
): Submitter => ({
  async submit(submission, signal) {
    let isLate = false;
    const late = () => {
      isLate = true;
      return new CareError('timeout', { detail: `the submitter property took longer than ${timeout} ms` });
    };
    const answer = async (stop: AbortSignal): Promise<SubmissionReceipt> => {
      const result = await send(submission, stop);
      if (isReceipt(result)) return result;
      if (!(result instanceof Response)) return { outcome: 'stored' };
      // A fetch() that got a 500 resolves: without a look at it, the visitor would read "signed up".
      const { status, url } = result;
      const flaw = (cause: unknown) => ({ status, text: '', flaw: new CareError('network', { url, cause }) });
      return receiptOf(await result.text().then((text) => ({ status, text }), flaw), { action: url });
    };
    try {
      return await withDeadline({ signal, clock, timeout, late }, answer);
    } catch (cause) {
      if (isLate) return { outcome: 'unconfirmed', reason: cause as CareError };
      const isGivenUp = signal.aborted || (cause instanceof Error && cause.name === 'AbortError');
      if (isGivenUp || cause instanceof CareError) throw cause;
      throw new CareError('server', { detail: 'the submitter property threw', cause });
    }
  },
});
