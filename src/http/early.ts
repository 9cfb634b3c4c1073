import { movedWithin, PRIVATE_REQUEST, stayAt } from './private.js';
import type { Transport } from './transport.js';

interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly stop: AbortController;
}

// On `globalThis`, because the loader and `care-widgets.classic.js` may be on one page: what one has started, the elements
// of the other take over.
const EARLY = Symbol.for('care-widgets.early');
const waiting = ((globalThis as { [EARLY]?: Map<string, EarlyRequest> })[EARLY] ??= new Map<string, EarlyRequest>());

/**
 * The one `fetch()` for GET requests. A redirect to another origin is not followed: the URLs of {@link movedWithin} are tried
 * instead, and where none of them succeeds the response stays an `opaqueredirect`.
 */
const ask: Transport = async (url, init) => {
  const response = await fetch(url, { ...init, ...stayAt(url) });
  if (response.type !== 'opaqueredirect') return response;
  for (const address of movedWithin(url)) {
    const moved = await fetch(address, { ...init, ...stayAt(address) }).catch(() => undefined);
    if (moved?.ok) return moved;
  }
  return response;
};

/**
 * Starts a request before the code that will ask for it has arrived. The first call of {@link networkTransport} for the same
 * URL takes it over, a failure included.
 */
export const requestEarly = (url: string): void => {
  if (waiting.has(url)) return;
  const stop = new AbortController();
  const response = ask(url, { ...PRIVATE_REQUEST, signal: stop.signal });
  response.catch(() => undefined); // never taken over: not an "unhandled rejection" on the host's page
  waiting.set(url, { response, stop });
};

/** The network: an early request where there is one, else a new one. */
export const networkTransport: Transport = (url, init) => {
  const early = waiting.get(url);
  if (!early) return ask(url, init);
  waiting.delete(url);
  const { signal } = init;
  signal?.addEventListener('abort', () => early.stop.abort(signal.reason));
  return early.response;
};
