import robotsParser from 'robots-parser';
import type { Http } from '../../http/http.js';
import type { Clock } from '../../http/transport.js';
import { CareError } from '../../model/care-error.js';
import { omitEmpty } from '../../sources/shared/read.js';
import { reasonOf } from './reason.js';

/** What a site's `robots.txt` said, and when. */
export interface KnownRobots {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface RobotsOptions {
  readonly http: Http;
  readonly clock: Clock;
  /** The user agent name that rules may refer to. */
  readonly agent: string;
  /** By origin. Filled by earlier runs and by this one, so that a file is not requested each time. */
  readonly known: Map<string, KnownRobots>;
}

/** The rules of the sites that are asked. */
export interface Robots {
  /** Milliseconds between two requests. Rejects with CareError `forbidden` where the site does not want to be asked. */
  check(url: string, signal: AbortSignal): Promise<number>;
}

/** RFC 9309: no longer than a day. */
const LIFETIME = 86_400_000;
/** A site that wants more between two requests is asked after this, in milliseconds. */
const LONGEST_DELAY = 10_000;
/**
 * RFC 9309: without a file, or where it is refused, leads nowhere or cannot be read, everything is allowed; where its server
 * fails or is too busy, nothing.
 */
const allowsAll = ({ code, status = 0 }: CareError): boolean =>
  code === 'too-large' || (status >= 300 && status < 500 && status !== 429);

export const createRobots = ({ http, clock, agent, known }: RobotsOptions): Robots => {
  const asking = new Map<string, Promise<string>>();

  const load = async (origin: string, signal: AbortSignal): Promise<string> => {
    const before = known.get(origin);
    const age = clock.now() - (before?.at ?? -Infinity);
    if (before && age >= 0 && age < LIFETIME) return before.text; // negative where a clock was set back
    const text = await http.get(`${origin}/robots.txt`, signal).then(
      (answer) => answer.text,
      (error: unknown) => {
        if (!(error instanceof CareError)) throw error;
        if (allowsAll(error)) return '';
        const { code, detail: before, status, url, retryAfter, cause } = error;
        // where the host does not answer at all, robots.txt is not the matter
        if (status === undefined && code !== 'timeout')
          throw new CareError(code, { detail: before, url: `${origin}/`, cause });
        const wait = retryAfter === undefined ? 'some' : Math.max(1, Math.ceil(retryAfter / 60_000));
        const detail = `robots.txt of ${origin} cannot be read (${reasonOf(error)}), so that nobody knows what programs may read there: try again in ${wait} minutes; if the site is your own, write --ignore-robots`;
        throw new CareError(code, { detail, url, cause, ...omitEmpty({ status, retryAfter }) });
      },
    );
    known.set(origin, { text, at: clock.now() });
    return text;
  };

  return {
    async check(url, signal) {
      const { origin } = new URL(url);
      const text = asking.get(origin) ?? load(origin, signal);
      asking.set(origin, text);
      text.catch(() => asking.delete(origin));
      const rules = robotsParser(`${origin}/robots.txt`, await text);
      if (rules.isAllowed(url, agent) === false) {
        const detail = `robots.txt of ${origin} does not want programs to read this; if the site is your own, write --ignore-robots`;
        throw new CareError('forbidden', { detail, url });
      }
      return Math.min((rules.getCrawlDelay(agent) ?? 0) * 1000, LONGEST_DELAY);
    },
  };
};
