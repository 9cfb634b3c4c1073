import type { Submitter } from '../model/submitter.js';

/** A submitter whose second call during a first one is that first one: a double click sends once. */
export const singleFlight = (submitter: Submitter): Submitter => {
  let running: ReturnType<Submitter['submit']> | undefined;
  return {
    submit: (submission, signal) =>
      (running ??= submitter.submit(submission, signal).finally(() => {
        running = undefined;
      })),
  };
};
