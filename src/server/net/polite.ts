import { pause } from '../../http/pause.js';
import type { Clock } from '../../http/transport.js';
import { CareError } from '../../model/care-error.js';
import type { Robots } from './robots.js';
import { createTurns } from './turns.js';

export interface PoliteOptions {
  readonly clock: Clock;
  /** What the sites allow; without it everything. */
  readonly robots?: Robots | undefined;
  /** Requests that run at the same time. Default 2. */
  readonly atOnce?: number;
}

/** Runs requests, few at a time, and again where a server asks for that. */
export type Polite = <T>(url: string, request: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** The longest time that a server may name to be asked again, in milliseconds. */
const LONGEST_WAIT = 300_000;
/** Waits before further attempts where the response names no time, in milliseconds; then it gives up. */
const WAITS = [1000, 3000];
const MOST_ATTEMPTS = 6;
const TRANSIENT = [502, 503, 504];

/** How long to wait before asking again; `undefined` where that is no use. */
const waitAfter = (error: unknown, attempt: number): number | undefined => {
  if (!(error instanceof CareError) || attempt >= MOST_ATTEMPTS) return undefined;
  const { code, status, retryAfter } = error;
  if (retryAfter !== undefined) return retryAfter <= LONGEST_WAIT ? retryAfter : undefined;
  const mayPass =
    code === 'timeout' || code === 'rate-limited' || (code === 'network' ? !status : TRANSIENT.includes(status ?? 0));
  return mayPass ? WAITS[attempt - 1] : undefined;
};

export const createPolite = ({ clock, robots, atOnce = 2 }: PoliteOptions): Polite => {
  const inTurn = createTurns(atOnce);
  /** By origin: when the next request may start. */
  const starts = new Map<string, number>();

  return (url, request, signal) =>
    inTurn(async () => {
      signal.throwIfAborted();
      const delay = (await robots?.check(url, signal)) ?? 0;
      for (let attempt = 1; ; attempt++) {
        const { origin } = new URL(url);
        const start = Math.max(clock.now(), starts.get(origin) ?? 0);
        starts.set(origin, start + delay);
        if (start > clock.now()) await pause(start - clock.now(), clock, signal);
        try {
          return await request();
        } catch (error) {
          signal.throwIfAborted();
          const wait = waitAfter(error, attempt);
          if (wait === undefined) throw error;
          await pause(wait, clock, signal);
        }
      }
    });
};
