import type { PostOptions } from '../http/post.js';
import { systemClock } from '../http/transport.js';
import { CareError } from '../model/care-error.js';
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

/**
 * An author's function behind the port. What it throws and is not a `CareError` becomes `server` with that cause. One that
 * takes longer than `timeout` has its signal aborted, and is `unconfirmed`: a visitor must not wait for ever.
 */
export const customSubmitter = (
  send: SubmitFunction,
  { timeout = 10_000, clock = systemClock }: Pick<PostOptions, 'timeout' | 'clock'> = {},
): Submitter => ({
  async submit(submission, signal) {
    const stop = new AbortController();
    const forward = () => stop.abort(signal.reason);
    signal.addEventListener('abort', forward);
    let cancelTimer: () => void = () => undefined;
    const tooLate = new Promise<SubmissionReceipt>((resolve) => {
      cancelTimer = clock.after(timeout, () => {
        const reason = new CareError('timeout', { detail: `the submitter property took longer than ${timeout} ms` });
        resolve({ outcome: 'unconfirmed', reason });
        stop.abort(reason);
      });
    });
    const answer = async (): Promise<SubmissionReceipt> => {
      const result = await send(submission, stop.signal);
      if (isReceipt(result)) return result;
      if (!(result instanceof Response)) return { outcome: 'stored' };
      // A fetch() that got a 500 resolves: without a look at it, the visitor would read "signed up".
      return settle({ status: result.status, text: await result.text() }, { action: result.url });
    };
    try {
      return await Promise.race([tooLate, answer()]);
    } catch (cause) {
      const isGivenUp = signal.aborted || (cause instanceof Error && cause.name === 'AbortError');
      if (isGivenUp || cause instanceof CareError) throw cause;
      throw new CareError('server', { detail: 'the submitter property threw', cause });
    } finally {
      cancelTimer();
      signal.removeEventListener('abort', forward);
    }
  },
});
