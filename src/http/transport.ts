/** `fetch`, or what a test puts in its place. It must honour `init.signal`. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

/** Time, or what a test puts in its place. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds, unless the returned function was called before. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date().getTime(), // old libraries on host pages replace Date.now
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
