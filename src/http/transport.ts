/** `fetch`, or what a test puts in its place. It must honour `init.signal`. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

/** Time, or what a test puts in its place. */
export interface Clock {
  /** Milliseconds; only differences count. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds, unless the returned function was called before. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * What every request of this library has in common: no cookies and no referrer, so that the endpoint learns an address
 * and nothing about the page or the visitor. No header of our own either: one would cost a preflight, and WordPress
 * refuses those.
 */
export const PRIVATE = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const satisfies RequestInit;
