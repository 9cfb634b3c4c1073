import { expect } from 'chai';
import { createHttp, type Http, type HttpOptions } from '../../../src/http/http.js';
import { CareError } from '../../../src/model/care-error.js';
import {
  answerFrom,
  endlessBody,
  fakeTransport,
  networkFailure,
  rejection,
  silence,
  type Reply,
} from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

const ADDRESS = 'https://clinic.example/wp-json/wp/v2/posts?slug=a';
const FRESH = () => new AbortController().signal;

/** A client over these replies, with its clock and what it asked. */
const setUp = (replies: readonly [Reply, ...Reply[]], options: HttpOptions = {}) => {
  const transport = fakeTransport(...replies);
  const clock = new ManualClock();
  const http: Http = createHttp({ transport, clock, ...options });
  const get = (signal = FRESH()) => http.get(ADDRESS, signal);
  return { get, clock, requests: transport.requests };
};
const status =
  (code: number, headers: Record<string, string> = {}, body = '') =>
  (): Response =>
    new Response(body, { status: code, headers });

/** Lets the second attempt happen: timer 1 limits the first request, timer 2 is the pause. */
const passPause = async (clock: ManualClock): Promise<number> => {
  const pause = await clock.timer(2);
  clock.advance(pause);
  return pause;
};

const errorOf = async (promise: Promise<unknown>): Promise<CareError> => {
  const error = await rejection(promise);
  expect(error).to.be.instanceOf(CareError);
  return error as CareError;
};

describe('http: one GET', () => {
  it('answers with text, headers and address, and stops its clock', async () => {
    const { get, clock, requests } = setUp([new Response('[1]', { headers: { 'x-wp-total': '49' } })]);
    const answer = await get();
    expect(answer).to.include({ url: ADDRESS, text: '[1]' });
    expect(answer.headers.get('x-wp-total')).to.equal('49');
    expect(requests).to.have.length(1);
    expect(clock.pending).to.equal(0);
  });

  it('asks without cookies, referrer or a header that would cost a preflight', async () => {
    const { get, requests } = setUp(['']);
    await get();
    const [{ url, init }] = requests as [(typeof requests)[0]];
    const { signal, ...rest } = init;
    expect(url).to.equal(ADDRESS);
    expect(signal).to.be.instanceOf(AbortSignal);
    expect(rest).to.deep.equal({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('says where a redirect led', async () => {
    const { get } = setUp([answerFrom('https://www.clinic.example/feed.json', '{}')]);
    expect((await get()).url).to.equal('https://www.clinic.example/feed.json');
  });

  it('does not follow a redirect to another origin, and says so', async () => {
    const redirect = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    const { get, requests } = setUp([redirect]);
    const error = await errorOf(get());
    expect(error).to.include({ code: 'network', url: ADDRESS });
    expect(error.detail).to.include('redirect').and.include('write the address');
    expect(requests).to.have.length(1); // it would be a redirect again
  });

  it('reads the answer of a polyfill without streams, up to the limit', async () => {
    const answer =
      (text: string): Reply =>
      () =>
        Object.defineProperty(new Response(text), 'body', { value: undefined });
    expect((await setUp([answer('\ufeff[1]')]).get()).text).to.equal('[1]');
    const { get } = setUp([answer('x'.repeat(11))], { maxBytes: 10 });
    expect(await errorOf(get())).to.include({ code: 'too-large' });
  });

  it('reads an answer without a body as empty text', async () => {
    const { get } = setUp([new Response(null, { status: 204 })]);
    expect((await get()).text).to.equal('');
  });
});

describe('http: time limit', () => {
  it('rejects with timeout, aborts the request and does not try again', async () => {
    const { get, clock, requests } = setUp([silence], { timeout: 1234 });
    const waiting = errorOf(get());
    expect(await clock.timer(1)).to.equal(1234);
    clock.advance(1233);
    expect(requests[0]?.init.signal?.aborted).to.equal(false);
    clock.advance(1);
    const error = await waiting;
    expect(error).to.include({ code: 'timeout', url: ADDRESS });
    expect(error.detail).to.include('1234');
    expect(requests[0]?.init.signal?.aborted).to.equal(true);
    expect(requests).to.have.length(1);
    expect(clock.pending).to.equal(0);
  });

  it('is ten seconds unless told', async () => {
    const { get, clock } = setUp([silence]);
    const waiting = errorOf(get());
    expect(await clock.timer(1)).to.equal(10_000);
    clock.advance(10_000);
    await waiting;
  });

  it('holds where a fetch of the page does not heed its signal', async () => {
    const clock = new ManualClock();
    const http = createHttp({ transport: () => new Promise(() => undefined), clock });
    const waiting = errorOf(http.get(ADDRESS, FRESH()));
    await clock.timer(1);
    clock.advance(10_000);
    expect(await waiting).to.include({ code: 'timeout' });
  });

  it('holds for the answer’s body too', async () => {
    const stalled: Reply = ({ init: { signal } }) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('[{"id":'));
            signal?.addEventListener('abort', () => controller.error(signal.reason));
          },
        }),
      );
    const { get, clock } = setUp([stalled]);
    const waiting = errorOf(get());
    await clock.timer(1);
    clock.advance(10_000);
    expect(await waiting).to.include({ code: 'timeout' });
  });

  it('is counted anew for the second attempt', async () => {
    const { get, clock, requests } = setUp([networkFailure(), silence]);
    const waiting = errorOf(get());
    await passPause(clock);
    expect(await clock.timer(3)).to.equal(10_000);
    clock.advance(10_000);
    expect(await waiting).to.include({ code: 'timeout' });
    expect(requests).to.have.length(2);
  });
});

describe('http: abort', () => {
  it('rejects with the caller’s reason, aborts the request, leaves no timer', async () => {
    const { get, clock, requests } = setUp([silence]);
    const caller = new AbortController();
    const waiting = rejection(get(caller.signal));
    caller.abort();
    expect(await waiting).to.equal(caller.signal.reason);
    expect(requests[0]?.init.signal?.aborted).to.equal(true);
    expect(requests).to.have.length(1);
    expect(clock.pending).to.equal(0);
  });

  it('rejects a caller that had left before', async () => {
    const { get, clock } = setUp(['[]']);
    const left = AbortSignal.abort();
    expect(await rejection(get(left))).to.equal(left.reason);
    expect(clock.pending).to.equal(0);
  });

  it('ends the pause before the second attempt', async () => {
    const { get, clock, requests } = setUp([networkFailure(), '[]']);
    const caller = new AbortController();
    const waiting = rejection(get(caller.signal));
    await clock.timer(2);
    caller.abort();
    expect(await waiting).to.equal(caller.signal.reason);
    expect(clock.pending).to.equal(0);
    expect(requests).to.have.length(1);
  });
});

describe('http: second attempt', () => {
  const failures: readonly (readonly [name: string, reply: Reply, code: string])[] = [
    ['a network failure', networkFailure(), 'network'],
    ['502', status(502), 'server'],
    ['504', status(504), 'server'],
  ];
  for (const [name, reply, code] of failures) {
    it(`follows ${name}, after a short breath`, async () => {
      const { get, clock, requests } = setUp([reply, '[2]']);
      const answer = get();
      expect(await passPause(clock)).to.be.within(100, 1000);
      expect((await answer).text).to.equal('[2]');
      expect(requests).to.have.length(2);
      expect(clock.pending).to.equal(0);
    });

    it(`is the last after ${name}`, async () => {
      const { get, clock, requests } = setUp([reply]);
      const waiting = errorOf(get());
      await passPause(clock);
      expect(await waiting).to.include({ code, url: ADDRESS });
      expect(requests).to.have.length(2);
      expect(clock.pending).to.equal(0);
    });
  }

  it('does not happen where trying again is no use', async () => {
    for (const code of [400, 401, 403, 404, 410, 429, 500, 501, 503, 505]) {
      const { get, clock, requests } = setUp([status(code)]);
      await errorOf(get());
      expect(requests, String(code)).to.have.length(1);
      expect(clock.pending, String(code)).to.equal(0);
    }
  });

  it('follows a body that broke off', async () => {
    const broken: Reply = () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) }));
    const { get, clock } = setUp([broken, '[2]']);
    const answer = get();
    await passPause(clock);
    expect((await answer).text).to.equal('[2]');
  });

  for (const code of [429, 503]) {
    it(`waits as long as Retry-After of ${code} says in seconds`, async () => {
      const { get, clock, requests } = setUp([status(code, { 'retry-after': '3' }), '[2]']);
      const answer = get();
      expect(await clock.timer(2)).to.equal(3000);
      clock.advance(2999);
      expect(requests).to.have.length(1);
      clock.advance(1);
      expect((await answer).text).to.equal('[2]');
    });

    it(`waits until the date in Retry-After of ${code}`, async () => {
      const date = new Date(Date.now() + 9000).toUTCString();
      const { get, clock } = setUp([status(code, { 'retry-after': date }), '[2]']);
      const answer = get();
      expect(await passPause(clock)).to.be.within(0, 9000);
      expect((await answer).text).to.equal('[2]');
    });

    it(`goes ahead at once where that date of ${code} has passed`, async () => {
      const { get, clock } = setUp([status(code, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), '[2]']);
      const answer = get();
      expect(await passPause(clock)).to.equal(0);
      await answer;
    });

    it(`takes ten seconds of ${code}, and no more`, async () => {
      const { get, clock } = setUp([status(code, { 'retry-after': '10' }), '[2]']);
      const answer = get();
      expect(await passPause(clock)).to.equal(10_000);
      await answer;
      const late = setUp([status(code, { 'retry-after': '11' })]);
      expect(await errorOf(late.get())).to.include({ code: 'rate-limited', status: code, retryAfter: 11_000 });
      expect(late.requests).to.have.length(1);
      const far = setUp([status(code, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() })]);
      const error = await errorOf(far.get());
      expect(error).to.include({ code: 'rate-limited', status: code });
      expect(error.retryAfter).to.be.within(3_500_000, 3_600_000);
    });
  }

  it('takes an unreadable Retry-After for none', async () => {
    const { get, requests } = setUp([status(429, { 'retry-after': 'soon' })]);
    const error = await errorOf(get());
    expect(error).to.include({ code: 'rate-limited' });
    expect(error.retryAfter).to.equal(undefined);
    expect(requests).to.have.length(1);
  });
});

describe('http: what a status means', () => {
  const codes = {
    400: 'server',
    401: 'forbidden',
    403: 'forbidden',
    404: 'not-found',
    410: 'gone',
    429: 'rate-limited',
    500: 'server',
  };
  for (const [number, code] of Object.entries(codes)) {
    it(`${number} is ${code}`, async () => {
      const { get } = setUp([status(+number)]);
      expect(await errorOf(get())).to.include({ code, status: +number, url: ADDRESS, detail: number });
    });
  }

  it('names the page that answered', async () => {
    const { get } = setUp([status(403, {}, '<!doctype html><html><head>\n<title>\n Access denied | Shield </title>')]);
    expect((await errorOf(get())).detail).to.equal('403 Access denied | Shield');
  });

  it('names the message of an error object', async () => {
    const body =
      '{"code":"rest_login_required","message":"DRA: Only authenticated users can access the REST API.","data":{"status":401}}';
    const { get } = setUp([status(401, {}, body)]);
    expect((await errorOf(get())).detail).to.equal('401 DRA: Only authenticated users can access the REST API.');
  });

  it('keeps a long title short', async () => {
    const { get } = setUp([status(500, {}, `<title>${'x'.repeat(100_000)}</title>`)]);
    expect((await errorOf(get())).detail.length).to.be.below(300);
  });
});

describe('http: no connection', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
  });
  const connect = (value: boolean) => Object.defineProperty(navigator, 'onLine', { value, configurable: true });

  it('is offline where the device says so, and is not tried again', async () => {
    connect(false);
    const { get, requests, clock } = setUp([networkFailure()]);
    expect(await errorOf(get())).to.include({ code: 'offline', url: ADDRESS });
    expect(requests).to.have.length(1);
    expect(clock.pending).to.equal(0);
  });

  it('is network otherwise, with the cause', async () => {
    connect(true);
    const cause = networkFailure();
    const { get, clock } = setUp([cause]);
    const waiting = errorOf(get());
    await passPause(clock);
    expect(await waiting).to.include({ code: 'network', cause });
  });
});

describe('http: size of an answer', () => {
  it('stops reading at 5 MB, lets the connection go and does not try again', async () => {
    const endless = endlessBody();
    const { get, clock, requests } = setUp([new Response(endless.body)]);
    const error = await errorOf(get());
    expect(error.code).to.equal('too-large');
    expect(error.detail).to.include('5 MB');
    expect(endless.sent()).to.be.within(5e6, 7e6);
    expect(endless.isLetGo()).to.equal(true);
    expect(requests).to.have.length(1);
    expect(clock.pending).to.equal(0);
  });

  it('takes an answer of exactly the limit', async () => {
    const { get } = setUp(['x'.repeat(10)], { maxBytes: 10 });
    expect((await get()).text).to.have.length(10);
    const over = setUp(['x'.repeat(11)], { maxBytes: 10 });
    expect((await errorOf(over.get())).code).to.equal('too-large');
  });

  it('counts bytes, not characters', async () => {
    const { get } = setUp(['€€€€'], { maxBytes: 10 });
    expect((await errorOf(get())).code).to.equal('too-large');
  });
});

describe('http: text', () => {
  it('drops a byte order mark', async () => {
    const { get } = setUp([new Response(Uint8Array.of(0xef, 0xbb, 0xbf, 0x5b, 0x5d))]);
    expect((await get()).text).to.equal('[]');
  });

  it('joins characters whose bytes arrive apart', async () => {
    const bytes = new TextEncoder().encode('día 🌱 العلاج');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { get } = setUp([new Response(body)]);
    expect((await get()).text).to.equal('día 🌱 العلاج');
  });

  it('replaces what is no UTF-8, and loses nothing else', async () => {
    const { get } = setUp([new Response(Uint8Array.of(0x61, 0xff, 0x62))]);
    expect((await get()).text).to.equal('a\ufffdb');
  });

  it('does not wait an hour because a gateway says so', async () => {
    for (const code of [502, 503, 504]) {
      const { get, clock, requests } = setUp([status(code, { 'retry-after': '3600' })]);
      expect((await errorOf(get())).code).to.equal('rate-limited');
      expect(clock.pending).to.equal(0);
      expect(requests).to.have.length(1);
    }
  });

  it('names an error page of nothing but openings in less than a second', async () => {
    const { get } = setUp([status(500, {}, '<title'.repeat(33_000))]);
    const started = performance.now();
    await errorOf(get());
    expect(performance.now() - started).to.be.below(1000);
  });
});
