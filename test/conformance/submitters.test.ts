import { expect } from 'chai';
import type { PostOptions } from '../../src/http/post.js';
import { systemClock } from '../../src/http/transport.js';
import { CareError } from '../../src/model/care-error.js';
import { RejectedError, type Submission, type SubmissionReceipt } from '../../src/model/submitter.js';
import type { Protocol, SubmissionPlan } from '../../src/submitters/plan.js';
import { protocols } from '../../src/submitters/protocols.js';
import { FormRoom, services } from '../support/form-room.js';

const SUBMISSION: Submission = {
  email: 'ada@example.org',
  firstName: 'Ada',
  lastName: 'Roe',
  consent: { id: 'v1', textHash: 'abc' },
  locale: 'en',
  formId: 'footer',
};

/** The receipt, or what the submitter rejected with. */
const submit = async (
  plan: SubmissionPlan & { readonly protocol: string },
  options?: PostOptions,
  signal = new AbortController().signal,
): Promise<SubmissionReceipt | CareError> => {
  const submitter = protocols[plan.protocol as Protocol](plan, options);
  try {
    return await submitter.submit(SUBMISSION, signal);
  } catch (error) {
    if (error instanceof CareError) return error;
    throw error;
  }
};
const verdict = (result: SubmissionReceipt | CareError): string =>
  result instanceof CareError ? result.code : result.outcome;

/** What a visitor must be told, and whether the service then holds the address. */
const expected: Readonly<Record<string, readonly [verdict: string, isStored: boolean]>> = {
  success: ['stored', true],
  known: ['stored', false],
  'rate-limited': ['rate-limited', false],
  forbidden: ['forbidden', false],
  missing: ['not-found', false],
  'server-error': ['server', false],
  'server-error-page': ['server', false],
  unavailable: ['server', false],
  'gateway-timeout': ['unconfirmed', true],
  'answer-hidden': ['unconfirmed', true],
  'error-hidden': ['unconfirmed', false],
  'cut-early': ['unconfirmed', false],
  'cut-late': ['unconfirmed', true],
  'created-empty': ['stored', true],
  'created-text': ['stored', true],
  redirect: ['unconfirmed', true],
  'redirect-away': ['unconfirmed', false],
};
/** The same where an answer is read; a service whose 2xx is success whatever its body does not care. */
const expectedOfBodies: Readonly<Record<string, string>> = {
  'cut-answer': 'unconfirmed',
  endless: 'unconfirmed',
  page: 'unconfirmed',
  empty: 'unconfirmed',
  truncated: 'unconfirmed',
};

for (const [name, { hasNoField, isBlunt }] of Object.entries(services)) {
  describe(`submitter for ${name}`, () => {
    for (const [behaviour, [said, isStored]] of Object.entries(expected)) {
      it(`says "${said}" on ${behaviour}`, async () => {
        const room = new FormRoom();
        expect(verdict(await submit(room.plan(name, behaviour)))).to.equal(said);
        const posts = await room.posts(1);
        // A browser repeats a request by itself where a kept connection broke before any answer.
        if (!behaviour.startsWith('cut-')) expect(posts).to.have.length(1);
        expect(posts.some((post) => post.isStored)).to.equal(isStored);
      });
    }

    for (const [behaviour, said] of Object.entries(expectedOfBodies)) {
      it(`says "${isBlunt ? 'stored' : said}" on ${behaviour}`, async () => {
        const room = new FormRoom();
        expect(verdict(await submit(room.plan(name, behaviour)))).to.equal(isBlunt ? 'stored' : said);
        expect((await room.posts(1)).map((post) => post.isStored)).to.deep.equal([true]);
      });
    }

    it('reports a refusal with the service’s words at the field', async () => {
      const room = new FormRoom();
      const error = await submit(room.plan(name, 'invalid'));
      expect((await room.posts(1))[0]!.isStored).to.equal(false);
      expect(verdict(error)).to.equal(isBlunt ? 'server' : 'rejected');
      if (!(error instanceof RejectedError)) return;
      const { problems, reason } = error;
      if (hasNoField) expect(reason).to.match(/invalid email/i);
      else expect(problems.map(({ field }) => field)).to.deep.equal(['email']);
      for (const { message } of problems) expect(message).to.match(/address|email|valid/i);
    });

    it('waits for the time limit and no longer, and says that nothing is certain', async () => {
      const room = new FormRoom();
      const plan = room.plan(name, 'hang');
      let isSent = false;
      const options: PostOptions = {
        transport: (url, init) => {
          isSent = init.method === 'POST';
          return fetch(url, init);
        },
        clock: {
          now: () => 0,
          after(ms, run) {
            expect(ms).to.equal(10_000);
            void room.posts(1).then(() => isSent && run());
            return () => undefined;
          },
        },
      };
      const result = await submit(plan, options);
      expect(result).to.include({ outcome: 'unconfirmed' });
      expect(result).to.have.nested.property('reason.code', 'timeout');
    });

    it('sends nothing that the visitor did not type, and nothing of the browser’s', async () => {
      const room = new FormRoom();
      await submit(room.plan(name, 'success'));
      const [post] = await room.posts(1);
      const { cookie, referer, authorization, accept } = post!.headers;
      expect({ cookie, referer, authorization, accept }).to.deep.equal({
        cookie: undefined,
        referer: undefined,
        authorization: undefined,
        accept: 'application/json',
      });
      const body = JSON.stringify(post!.fields);
      expect(body).to.include('ada@example.org');
      if (!isBlunt) expect(body).to.include('Ada');
      for (const secret of [location.href, location.host, document.title, navigator.userAgent]) {
        if (secret) expect(body).to.not.include(secret);
      }
    });

    it('sends nothing without a connection', async () => {
      const room = new FormRoom();
      const offline: PostOptions = {
        isOnline: () => false,
        transport: (url, init) => (init.method === 'POST' ? Promise.reject(new Error('sent')) : fetch(url, init)),
      };
      expect(verdict(await submit(room.plan(name, 'success'), offline))).to.equal('offline');
      expect(await room.posts()).to.have.length(0);
    });

    it('gives up with its caller', async () => {
      const room = new FormRoom();
      const stop = new AbortController();
      const leaving = submit(room.plan(name, 'hang'), {}, stop.signal);
      await room.posts(1);
      stop.abort();
      const reason: unknown = await leaving.catch((error: unknown) => error);
      expect(reason).to.equal(stop.signal.reason);
    });
  });
}

describe('submitters and CORS', () => {
  it('say that nothing is certain where a simple POST was stored and its answer refused', async () => {
    const room = new FormRoom();
    expect(verdict(await submit(room.plan('own-form', 'cors-refused')))).to.equal('unconfirmed');
    expect((await room.posts(1)).map((post) => post.isStored)).to.deep.equal([true]);
  });

  it('say the same where a preflight was refused and nothing sent: a page cannot tell them apart', async () => {
    const room = new FormRoom();
    expect(verdict(await submit(room.plan('own-json', 'cors-refused')))).to.equal('unconfirmed');
    expect(await room.posts()).to.have.length(0);
  });
});

describe('submitter for ghost, its token', () => {
  it('does without where there is none, as in early versions of Ghost 5', async () => {
    const room = new FormRoom();
    expect(verdict(await submit(room.plan('ghost', 'token-missing')))).to.equal('stored');
    expect((await room.posts(1))[0]!.fields).to.deep.equal({
      email: 'ada@example.org',
      name: 'Ada Roe',
      emailType: 'signup',
      labels: [],
    });
  });

  it('sends no address where the token cannot be had', async () => {
    const room = new FormRoom();
    expect(verdict(await submit(room.plan('ghost', 'token-error')))).to.equal('server');
    expect(
      verdict(await submit(room.plan('ghost', 'cors-refused'), { clock: { ...systemClock, after: soon } })),
    ).to.equal('network');
    expect(await room.posts()).to.have.length(0);
  });
});

/** A clock whose short pauses take no time, and whose time limits never come. */
function soon(ms: number, run: () => void): () => void {
  if (ms < 1000) queueMicrotask(run);
  return () => undefined;
}
