import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Transport } from '../../http/transport.js';
import { fieldsOf } from '../../sources/shared/read.js';
import type { Store } from '../snapshot/store.js';

/** Headers by which a server can say that nothing has changed, and what is needed to read the response again. */
const KEPT = ['etag', 'last-modified', 'content-type', 'x-wp-total', 'x-wp-totalpages'] as const;

interface Kept {
  readonly headers: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body: string;
}

const fileFor = (url: string): string =>
  `.care-widgets/http/${createHash('sha256').update(url).digest('hex').slice(0, 32)}.json`;

const readKept = async (store: Store, url: string): Promise<Kept | undefined> => {
  try {
    const { headers, body } = fieldsOf(JSON.parse((await store.read(fileFor(url))) ?? 'null'));
    if (typeof body !== 'string') return undefined;
    return { headers: Object.fromEntries(new Headers(headers as Kept['headers'])), body };
  } catch {
    return undefined;
  }
};

const withUrl = (response: Response, url: string): Response => Object.defineProperty(response, 'url', { value: url });

/**
 * Makes conditional requests (`If-None-Match`) for responses that an earlier run has stored, and stores responses for the
 * next run.
 */
export const revalidating =
  (transport: Transport, store: Store): Transport =>
  async (url, init) => {
    const kept = await readKept(store, url);
    const { etag, 'last-modified': modified } = kept?.headers ?? {};
    const headers = new Headers(init.headers);
    if (etag) headers.set('if-none-match', etag);
    if (modified) headers.set('if-modified-since', modified);
    const response = await transport(url, { ...init, headers });
    if (response.status === 304 && kept) {
      return withUrl(new Response(Buffer.from(kept.body, 'base64'), { headers: kept.headers }), response.url);
    }
    const isKept =
      response.ok && response.body && (response.headers.has('etag') || response.headers.has('last-modified'));
    if (!isKept || !response.body) return response;
    const { body: source } = response;
    // nothing is stored of a response that was not read to its end, by the size limit or a lost connection
    async function* keeping(): AsyncGenerator<Uint8Array> {
      const parts: Uint8Array[] = [];
      for await (const part of source) {
        parts.push(part);
        yield part;
      }
      const found = KEPT.flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value] as const];
      });
      const entry: Kept = { headers: Object.fromEntries(found), body: Buffer.concat(parts).toString('base64') };
      await store.write(fileFor(url), JSON.stringify(entry));
    }
    const body = Readable.toWeb(Readable.from(keeping())) as ReadableStream<Uint8Array>;
    return withUrl(new Response(body, { status: response.status, headers: response.headers }), response.url);
  };
