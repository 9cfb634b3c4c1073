import type { Finding } from '../../diagnosis/finding.js';
import { createHttp, type Answer, type Http } from '../../http/http.js';
import type { Transport } from '../../http/transport.js';
import { CareError } from '../../model/care-error.js';
import { createNodeTransport, type NodeTransportOptions } from '../net/node-transport.js';

/** Any origin will do: the question is whether the response allows one that is not its own. */
export const ORIGIN = 'https://page.invalid';

/** Asks one after the other, as a page of another site would. */
export class Visit {
  readonly findings: Finding[] = [];
  readonly transport: Transport;
  readonly #http: Http;
  readonly #signal = new AbortController().signal;

  constructor(options: NodeTransportOptions) {
    const ask = createNodeTransport(options);
    this.transport = (url, init) => ask(url, { ...init, headers: { origin: ORIGIN } });
    this.#http = createHttp({ transport: this.transport });
  }

  add(...findings: readonly Finding[]): void {
    this.findings.push(...findings);
  }

  /** The response, or the error in its place. Rejects where the URL must not be requested. */
  async get(url: string): Promise<Answer | CareError> {
    try {
      return await this.#http.get(url, this.#signal);
    } catch (error) {
      if (error instanceof CareError && error.code !== 'not-configured') return error;
      throw error;
    }
  }
}
