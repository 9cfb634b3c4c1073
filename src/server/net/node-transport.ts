import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { Transport } from '../../http/transport.js';
import { CareError } from '../../model/care-error.js';
import { isPrivate, literalAddress, PrivateAddressError, publicLookup } from './private-addresses.js';
import { parseUrl } from '../../model/parse-url.js';

/** Basic authentication, sent only to the host that it was given for. */
export interface Credentials {
  readonly origin: string;
  /** The value of the `Authorization` header. */
  readonly authorization: string;
}

export interface NodeTransportOptions {
  readonly userAgent: string;
  readonly credentials?: Credentials | undefined;
  /** Whether addresses of local networks may be asked. */
  readonly allowPrivate: boolean;
  /** Looks names up where `allowPrivate` is false. Default: the system's, without local addresses. */
  readonly lookup?: LookupFunction;
}

const MOST_REDIRECTS = 10;

/** Decompresses `deflate`. By its standard it has a zlib header; some servers leave that out, and browsers read both. */
async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]();
  const first = await parts.next();
  if (first.done) return;
  const { value: head } = first;
  const decoder = (head[0] ?? 0) % 16 === 8 ? createInflate() : createInflateRaw();
  async function* whole(): AsyncGenerator<Buffer> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => parts };
  }
  yield* pipeline(Readable.from(whole()), decoder, () => undefined);
}

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: () => Duplex.from(inflated),
  br: createBrotliDecompress,
};

const refusePrivate = (url: string): never => {
  throw new CareError('not-configured', {
    detail: 'an address of this machine or its local network; if that is meant, write --allow-private',
    url,
  });
};

const toResponse = (incoming: IncomingMessage, url: string): Response => {
  const { statusCode = 0, rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const decode = DECODERS[headers.get('content-encoding')?.trim().toLowerCase() ?? ''];
  const hasBody = ![101, 204, 205, 304].includes(statusCode);
  if (!hasBody) incoming.resume();
  const stream = decode && hasBody ? pipeline(incoming, decode(), () => undefined) : incoming;
  const body = hasBody ? (Readable.toWeb(stream) as ReadableStream<Uint8Array>) : null;
  const response = new Response(body, { status: statusCode < 200 ? 204 : Math.min(statusCode, 599), headers });
  return Object.defineProperty(response, 'url', { value: url });
};

/**
 * GET by Node's own modules, because `fetch` cannot be told which addresses to connect to. Redirects are followed, each
 * checked anew. Rejects with CareError for local addresses and redirects that lead nowhere.
 */
export const createNodeTransport = ({
  userAgent,
  allowPrivate,
  credentials,
  lookup = publicLookup(),
}: NodeTransportOptions): Transport => {
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

  const ask = (url: URL, init: RequestInit): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const address = literalAddress(url.hostname);
      if (!allowPrivate && address && isPrivate(address)) return reject(new PrivateAddressError(url.href));
      const isSecure = url.protocol === 'https:';
      const headers = {
        ...Object.fromEntries(new Headers(init.headers)),
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': userAgent,
        ...(url.origin === credentials?.origin ? { authorization: credentials.authorization } : {}),
      };
      const options = { headers, ...(init.signal ? { signal: init.signal } : {}), ...(allowPrivate ? {} : { lookup }) };
      const sent = isSecure
        ? httpsRequest(url, { ...options, agent: agents['https:'] }, resolve)
        : httpRequest(url, { ...options, agent: agents['http:'] }, resolve);
      sent.once('error', reject);
      sent.end();
      return undefined;
    });

  return async (address, init) => {
    const seen = new Set<string>();
    for (let url = new URL(address); ;) {
      seen.add(url.href);
      const incoming = await ask(url, init).catch((error: unknown) => {
        if (error instanceof PrivateAddressError) return refusePrivate(url.href);
        throw error;
      });
      const { statusCode = 0 } = incoming;
      const { location } = incoming.headers;
      if (![301, 302, 303, 307, 308].includes(statusCode) || !location) return toResponse(incoming, url.href);
      incoming.resume();
      const next = parseUrl(location, url);
      const problem =
        !next || !/^https?:$/.test(next.protocol)
          ? 'a redirect to something that is no web address'
          : seen.has(next.href)
            ? 'redirects in a circle'
            : seen.size > MOST_REDIRECTS
              ? `more than ${MOST_REDIRECTS} redirects`
              : undefined;
      if (!next || problem) {
        throw new CareError('network', {
          detail: `${problem}: ${[...seen, location].join(' → ')}`,
          url: address,
          status: statusCode,
        });
      }
      url = Object.assign(next, { username: '', password: '' }); // a message or a file would show them to others
    }
  };
};
