import type { Clock } from './transport.js';

export interface Deadline {
  /** The caller's signal; its abort reason is passed on. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Milliseconds. */
  readonly timeout: number;
  /** Makes the error that ends the work after `timeout`. */
  readonly late: () => Error;
}

/**
 * Runs `work` until it settles, `signal` is aborted or `timeout` has passed, whichever is first. In the last two cases the
 * signal that `work` got is aborted, and the promise rejects with the reason at once: not every `fetch` of a host page (a
 * polyfill, an agent's wrapper) heeds its signal.
 *
 * @throws The reason of `signal`, what `late` returns, or what `work` throws.
 */
export const withDeadline = async <T>(
  { signal, clock, timeout, late }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  signal.throwIfAborted();
  const stop = new AbortController();
  let leave: () => void = () => undefined;
  let cancelTimer: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: Error): void => {
      reject(reason);
      stop.abort(reason);
    };
    leave = () => end(signal.reason as Error);
    signal.addEventListener('abort', leave);
    cancelTimer = clock.after(timeout, () => end(late()));
  });
  try {
    return await Promise.race([ended, work(stop.signal)]);
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', leave);
  }
};
