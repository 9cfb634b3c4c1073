import { PRIVATE, type Transport } from './transport.js';

interface EarlyRequest {
  readonly response: Promise<Response>;
  readonly stop: AbortController;
}

// On `globalThis`, because the loader is a script of its own: what WordPress appends to its address (`?ver=6.1`) would
// otherwise make a second module of anything that it shared with the elements' code.
const EARLY = Symbol.for('care-widgets.early');
const page = globalThis as { [EARLY]?: Map<string, EarlyRequest> };

/**
 * Starts a request before the code that will ask for it has arrived. Whoever asks {@link networkTransport} for the same
 * address first takes it over; a failure is theirs to see.
 */
export const requestEarly = (url: string): void => {
  const waiting = (page[EARLY] ??= new Map());
  if (waiting.has(url)) return;
  const stop = new AbortController();
  const response = fetch(url, { ...PRIVATE, signal: stop.signal });
  response.catch(() => undefined); // never taken over: not an "unhandled rejection" on the host's page
  waiting.set(url, { response, stop });
};

/** The network: an early request where there is one, else a new one. */
export const networkTransport: Transport = (url, init) => {
  const early = page[EARLY]?.get(url);
  if (!early) return fetch(url, init);
  page[EARLY]?.delete(url);
  init.signal?.addEventListener('abort', () => early.stop.abort(init.signal?.reason));
  return early.response;
};
