import { expect } from 'chai';
import { CareError } from '../../../src/model/care-error.js';
import type { Submission, SubmissionReceipt } from '../../../src/model/submitter.js';
import { customSubmitter } from '../../../src/submitters/custom.js';
import { protocols } from '../../../src/submitters/protocols.js';
import { fakeTransport } from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

const ADA: Submission = { email: 'ada@example.org', locale: 'en' };
const { signal } = new AbortController();
const failure = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('customSubmitter', () => {
  it('takes a function that returns nothing for success', async () => {
    expect(await customSubmitter(async () => undefined).submit(ADA, signal)).to.deep.equal({ outcome: 'stored' });
  });

  it('passes a receipt, a CareError and an abort through', async () => {
    const receipt: SubmissionReceipt = { outcome: 'unconfirmed', reason: new CareError('network') };
    expect(await customSubmitter(async () => receipt).submit(ADA, signal)).to.equal(receipt);
    for (const error of [new CareError('rate-limited'), new DOMException('left', 'AbortError')]) {
      expect(await failure(customSubmitter(() => Promise.reject(error)).submit(ADA, signal))).to.equal(error);
    }
  });

  it('reads the answer of a fetch() that was merely returned', async () => {
    const answer = (status: number, text: string) =>
      customSubmitter(async () => new Response(text, { status })).submit(ADA, signal);
    expect(await answer(200, '{"ok":true}')).to.deep.equal({ outcome: 'stored' });
    expect(await failure(answer(500, ''))).to.include({ code: 'server' });
    expect(await failure(answer(422, '{}'))).to.include({ code: 'rejected' });
  });

  it('is not certain where the body of a returned answer breaks off', async () => {
    const torn = () => new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) });
    const receipt = await customSubmitter(async () => new Response(torn(), { status: 200 })).submit(ADA, signal);
    expect(receipt).to.have.property('outcome', 'unconfirmed');
  });

  it('gives a function ten seconds, then aborts it, and is not certain', async () => {
    const clock = new ManualClock();
    let given: AbortSignal | undefined;
    const never = (_submission: Submission, stop: AbortSignal): Promise<never> => {
      given = stop;
      return new Promise(() => undefined);
    };
    const receipt = customSubmitter(never, { clock }).submit(ADA, signal);
    clock.advance(9_999);
    expect(given?.aborted).to.equal(false);
    clock.advance(1);
    expect(given?.aborted).to.equal(true);
    expect(await receipt).to.have.property('outcome', 'unconfirmed');
  });

  it('makes an error of whatever else is thrown', async () => {
    const cause = new TypeError('x is not a function');
    const error = await failure(
      customSubmitter(() => {
        throw cause;
      }).submit(ADA, signal),
    );
    expect(error).to.be.instanceOf(CareError).and.to.include({ code: 'server', cause });
  });
});

describe('ghost', () => {
  const PLAN = { action: 'https://clinic.example/blog/members/', names: { email: 'email' } };

  it('signs up below the folder of the site, with the labels among the hidden fields, and no other of them', async () => {
    const transport = fakeTransport('token', new Response('Created.', { status: 201 }));
    const extra = [
      ['labels', 'Evenings'],
      ['source', 'footer'],
      ['labels', 'Family'],
    ] as const;
    await protocols.ghost({ ...PLAN, extra }, { transport, clock: new ManualClock() }).submit(ADA, signal);
    expect(transport.requests.map(({ url }) => url)).to.deep.equal([
      'https://clinic.example/blog/members/api/integrity-token/',
      'https://clinic.example/blog/members/api/send-magic-link/',
    ]);
    expect(JSON.parse(String(transport.requests[1]?.init.body))).to.deep.equal({
      email: 'ada@example.org',
      emailType: 'signup',
      labels: ['Evenings', 'Family'],
      integrityToken: 'token',
    });
  });
});

describe('the protocols that send nothing', () => {
  const plan = { action: 'https://x.us3.list-manage.com/subscribe/post?u=1&id=2', names: { email: 'EMAIL' } };

  it('describe the form that a new tab posts', async () => {
    const native = protocols.native({ ...plan, extra: [['b_1_2', '']] });
    expect(await native.submit(ADA, signal)).to.deep.equal({
      outcome: 'handed-over',
      page: {
        method: 'post',
        action: plan.action,
        fields: [
          ['EMAIL', 'ada@example.org'],
          ['b_1_2', ''],
        ],
      },
    });
  });

  it('describe a link that carries nothing', async () => {
    const link = protocols.link(plan);
    const receipt = await link.submit(ADA, signal);
    expect(receipt).to.deep.equal({ outcome: 'handed-over', page: { method: 'link', action: plan.action } });
    expect(JSON.stringify(receipt)).to.not.include('ada');
  });

  it('heed a caller that has left', async () => {
    for (const name of ['native', 'link'] as const) {
      const left = AbortSignal.abort();
      expect(await failure(protocols[name](plan).submit(ADA, left))).to.equal(left.reason);
    }
  });
});
