import type { Clock } from './transport.js';

/** Settles after `ms` milliseconds; rejects with the reason of `signal` as soon as that is aborted. */
export const pause = (ms: number, clock: Clock, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', leave);
      resolve();
    });
    const leave = () => {
      cancel();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
