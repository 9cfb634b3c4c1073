import { expect } from 'chai';
import { post, type PostOptions } from '../../../src/http/post.js';
import { CareError } from '../../../src/model/care-error.js';

const URL_ = 'https://x.example/subscribe';
const { signal } = new AbortController();
const send = (options: PostOptions, caller = signal) =>
  post(URL_, { body: '{}', contentType: 'application/json' }, caller, { isOnline: () => true, ...options });
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** A transport that never answers, and heeds its signal as `fetch` does. */
const silent = (_url: string, { signal: stop }: RequestInit): Promise<Response> =>
  new Promise((_, reject) => stop?.addEventListener('abort', () => reject(stop.reason as Error)));

describe('post', () => {
  it('sends one POST without cookies, referrer or redirects', async () => {
    const calls: [string, RequestInit][] = [];
    await send({
      transport: async (url, init) => {
        calls.push([url, init]);
        return new Response('{}');
      },
    });
    expect(calls).to.have.length(1);
    const [url, { signal: _, ...init }] = calls[0]!;
    expect(url).to.equal(URL_);
    expect(init).to.deep.equal({
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: '{}',
    });
  });

  it('answers with status and text, whatever the status', async () => {
    const transport = async () => new Response('broken', { status: 500 });
    expect(await send({ transport })).to.deep.equal({ status: 500, text: 'broken' });
  });

  it('never tries again', async () => {
    let count = 0;
    const answer = await send({
      transport: () => {
        count++;
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    expect(count).to.equal(1);
    expect(answer).to.include({ status: 0, text: '' });
    expect(answer.flaw).to.include({ code: 'network', url: URL_ });
    expect(answer.flaw!.detail).to.include('CORS').and.to.include('connect-src');
  });

  it('answers with a flaw at the time limit, and stops the request', async () => {
    let stopped = false;
    const answer = await send({
      timeout: 1234,
      transport: (url, init) => {
        init.signal?.addEventListener('abort', () => (stopped = true));
        return silent(url, init);
      },
      clock: {
        now: () => 0,
        after(ms, run) {
          expect(ms).to.equal(1234);
          queueMicrotask(run);
          return () => undefined;
        },
      },
    });
    expect(stopped).to.equal(true);
    expect(answer).to.include({ status: 0 });
    expect(answer.flaw).to.include({ code: 'timeout' });
  });

  it('stops its clock once the answer is there', async () => {
    let isRunning = false;
    const after = () => {
      isRunning = true;
      return () => {
        isRunning = false;
      };
    };
    await send({ transport: async () => new Response('{}'), clock: { now: () => 0, after } });
    expect(isRunning).to.equal(false);
  });

  it('reads no more than the limit, and keeps the status', async () => {
    const answer = await send({ maxBytes: 10, transport: async () => new Response('x'.repeat(11), { status: 201 }) });
    expect(answer).to.include({ status: 201, text: '' });
    expect(answer.flaw).to.include({ code: 'too-large' });
  });

  it('reads the answer of a polyfill without streams', async () => {
    const response = Object.defineProperty(new Response('{"ok":false}', { status: 201 }), 'body', { value: undefined });
    expect(await send({ transport: async () => response })).to.deep.equal({ status: 201, text: '{"ok":false}' });
  });

  it('answers with a flaw where the transport itself breaks, as a wrapped fetch may', async () => {
    const transport = (): Promise<Response> => {
      throw new TypeError('x is not a function');
    };
    const { flaw, status } = await send({ transport });
    expect([status, flaw?.code]).to.deep.equal([0, 'network']);
  });

  it('sends nothing offline, or for a caller that has left', async () => {
    const transport = () => Promise.reject(new Error('sent'));
    expect(await failure(send({ transport, isOnline: () => false })))
      .to.be.instanceOf(CareError)
      .and.include({
        code: 'offline',
      });
    const left = AbortSignal.abort();
    expect(await failure(send({ transport }, left))).to.equal(left.reason);
  });

  it('rejects with its caller’s reason', async () => {
    const caller = new AbortController();
    const leaving = failure(send({ transport: silent }, caller.signal));
    caller.abort();
    expect(await leaving).to.equal(caller.signal.reason);
  });
});
