import { createHttp, type Http } from '../../http/http.js';
import { systemClock } from '../../http/transport.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { inUtf8 } from '../net/encoding.js';
import { createNodeTransport } from '../net/node-transport.js';
import { createPolite } from '../net/polite.js';
import { revalidating } from '../net/revalidate.js';
import { createRobots } from '../net/robots.js';
import { sanitiseForSource } from '../sanitise.js';
import { OWN_SOURCES } from '../sources.js';
import type { SnapshotOptions } from './options.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** The name by which `robots.txt` may call this program. */
const AGENT = 'care-widgets';
/** Bytes of one response: a whole feed in one file. */
const MOST_BYTES = 20e6;
/** Milliseconds for one response. */
const TIMEOUT = 30_000;
/** Bytes of a `robots.txt` that count: those that RFC 9309 demands. */
const RULES_BYTES = 512_000;

/** A response cut off at {@link RULES_BYTES}: the rules up to there hold. */
const beginningOf = (response: Response): Response => {
  let left = RULES_BYTES;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, out) {
      out.enqueue(part.subarray(0, left));
      if ((left -= part.length) <= 0) out.terminate();
    },
  });
  const { status, headers, url, body } = response;
  return Object.defineProperty(new Response(body?.pipeThrough(cut) ?? null, { status, headers }), 'url', {
    value: url,
  });
};

/**
 * The connection for everything that a snapshot requests: few requests at a time, within `robots.txt`, and to no local
 * address.
 */
export const connect = (options: SnapshotOptions, store: Store, state: State) => {
  const { clock = systemClock, allowsPrivate, ignoresRobots, userAgent, credentials } = options;
  const transport = options.transport ?? createNodeTransport({ userAgent, allowPrivate: allowsPrivate, credentials });
  const plain = createHttp({
    transport: async (url, init) => beginningOf(await transport(url, init)),
    clock,
    timeout: TIMEOUT,
  });
  const robots = ignoresRobots ? undefined : createRobots({ http: plain, clock, agent: AGENT, known: state.robots });
  const polite = createPolite({ clock, robots });
  const kept = revalidating(transport, store);
  const text = createHttp({
    transport: async (url, init) => inUtf8(await kept(url, init)),
    ...{ clock, timeout: TIMEOUT, maxBytes: MOST_BYTES },
  });
  const http: Http = { get: (url, signal) => polite(url, () => text.get(url, signal), signal) };
  return { clock, transport, polite, http };
};

export const createSource = (
  { endpoint, key }: SnapshotOptions,
  name: string,
  http: Http,
  onCut: (sentence: string) => void,
): ContentSource => {
  const create = Object.hasOwn(OWN_SOURCES, name) ? OWN_SOURCES[name] : undefined;
  if (!create) {
    const detail = `source '${name}' is none of ${Object.keys(OWN_SOURCES).join(', ')}`;
    throw new CareError('not-configured', { detail });
  }
  return create({
    endpoint,
    http,
    keepsFor: Infinity,
    // pictures of any host: which of them a page loads is decided by that page
    origins: [new URL(endpoint).origin, 'https:'],
    sanitise: sanitiseForSource,
    onCut,
    ...(key ? { key } : {}),
  });
};
