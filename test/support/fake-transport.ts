import type { Transport } from '../../src/http/transport.js';

export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** What a request is answered with: a body, JSON, an answer, a failure, or what a function makes of the request. */
export type Reply =
  | string
  | Response
  | Error
  | ((request: SentRequest) => Reply | Promise<Reply>)
  | { readonly [name: string]: unknown }
  | readonly unknown[];

const toResponse = async (reply: Reply, request: SentRequest): Promise<Response> => {
  if (typeof reply === 'function') return toResponse(await reply(request), request);
  if (reply instanceof Error) throw reply;
  if (reply instanceof Response) return reply;
  return new Response(typeof reply === 'string' ? reply : JSON.stringify(reply));
};

/** What `fetch` rejects with where there is no connection, no such host, or an answer that CORS hides. */
export const networkFailure = (): Error => new TypeError('Failed to fetch');

/** A reply that never comes. */
export const silence = (): Promise<never> => new Promise(() => undefined);

/** An answer that came from another address, as after a redirect. */
export const answerFrom = (url: string, body: string): Response =>
  Object.defineProperty(new Response(body), 'url', { value: url });

/** A body that goes on for ever in pieces of `bytes`, and tells how much was read and whether it was let go. */
export const endlessBody = (
  bytes = 1e6,
): { body: ReadableStream<Uint8Array>; sent: () => number; isLetGo: () => boolean } => {
  let sent = 0;
  let isLetGo = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        sent += bytes;
        controller.enqueue(new Uint8Array(bytes).fill(32));
      },
      cancel() {
        isLetGo = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, sent: () => sent, isLetGo: () => isLetGo };
};

/**
 * In place of the network: answers with the replies in turn, the last one for ever, and heeds `init.signal` as `fetch`
 * does. `requests` is what was asked.
 */
export const fakeTransport = (...replies: readonly [Reply, ...Reply[]]): Transport & { requests: SentRequest[] } => {
  const requests: SentRequest[] = [];
  const transport = (url: string, init: RequestInit): Promise<Response> => {
    const reply = replies[Math.min(requests.length, replies.length - 1)] ?? '';
    const request = { url, init };
    requests.push(request);
    const { signal } = init;
    return new Promise((resolve, reject) => {
      const stop = () => reject(signal?.reason as Error);
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop);
      toResponse(reply, request).then(resolve, (error: unknown) => reject(error as Error));
    });
  };
  return Object.assign(transport, { requests });
};

/** What a promise rejects with; fails where it does not. */
export const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  const value = await promise.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ('error' in value) return value.error;
  throw new Error(`resolved with ${JSON.stringify(value.result)}, though it should have been rejected`);
};
