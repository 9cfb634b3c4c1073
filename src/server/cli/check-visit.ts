import { lookup } from 'node:dns/promises';
import type { Finding } from '../../diagnosis/finding.js';
import { networkTransport } from '../../http/early.js';
import { createHttp, type Answer, type Http } from '../../http/http.js';
import { isPrivateHost } from '../../http/private.js';
import type { Transport } from '../../http/transport.js';
import { CareError } from '../../model/care-error.js';

const MOST_REDIRECTS = 5;

/** Any origin will do: what is wanted to know is whether the answer allows one that is not its own. */
export const ORIGIN = 'https://page.invalid';

const refuse = (url: string): never => {
  throw new CareError('not-configured', {
    detail: `${url} is an address of the local network; write --allow-private if it is meant`,
    url,
  });
};

const lookUp = async (hostname: string): Promise<readonly string[]> =>
  (await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true })).map(({ address }) => address);

/** Asks as a page of another site would, follows redirects one by one, and none into the local network unless that is allowed. */
export const transportFor =
  (allowPrivate: boolean, ask: Transport = networkTransport, addressesOf = lookUp): Transport =>
  async (address, init) => {
    let url = address;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const { hostname, protocol } = new URL(url);
      if (!/^https?:$/.test(protocol)) refuse(url);
      if (!allowPrivate) {
        if (isPrivateHost(hostname)) refuse(url);
        if ((await addressesOf(hostname)).some(isPrivateHost)) refuse(url);
      }
      const response = await ask(url, { ...init, redirect: 'manual', headers: { origin: ORIGIN } });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) return response;
      await response.body?.cancel();
      url = new URL(location, url).href;
    }
    throw new CareError('network', { detail: 'redirects without an end', url });
  };

/** Asks one after the other, and each address once. */
export class Visit {
  readonly findings: Finding[] = [];
  readonly #http: Http;
  readonly #signal = new AbortController().signal;
  readonly transport: Transport;

  constructor(allowPrivate: boolean) {
    this.transport = transportFor(allowPrivate);
    this.#http = createHttp({ transport: this.transport });
  }

  add(...findings: readonly Finding[]): void {
    this.findings.push(...findings);
  }

  async get(url: string): Promise<Answer | CareError> {
    try {
      return await this.#http.get(url, this.#signal);
    } catch (error) {
      const { cause } = error as Error;
      if (cause instanceof CareError) throw cause; // refused
      if (error instanceof CareError && error.code !== 'not-configured') return error;
      throw error;
    }
  }
}
