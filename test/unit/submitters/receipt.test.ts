import { expect } from 'chai';
import { CareError } from '../../../src/model/care-error.js';
import type { SubmissionPlan } from '../../../src/submitters/plan.js';
import { receiptOf } from '../../../src/submitters/receipt.js';

const say = async (status: number, text: string, plan: Partial<SubmissionPlan> = {}): Promise<string> => {
  try {
    return (await receiptOf({ status, text }, { action: 'https://x.example/', ...plan })).outcome;
  } catch (error) {
    if (error instanceof CareError) return error.code;
    throw error;
  }
};

describe('settle', () => {
  const answers: [number, string, string][] = [
    [200, '{}', 'stored'],
    [200, 'true', 'unconfirmed'],
    [200, '0', 'unconfirmed'],
    [200, '-1', 'unconfirmed'],
    [200, '', 'unconfirmed'],
    [200, 'OK', 'stored'],
    [200, 'FAIL', 'unconfirmed'],
    [200, '<p>ok</p>', 'unconfirmed'],
    [200, '<b>Notice</b>: x {y}\n{"status":"mail_sent"}', 'stored'],
    [200, '{"error":"closed"}', 'rejected'],
    [200, '{"error":"You are already subscribed"}', 'stored'],
    [201, '', 'stored'],
    [202, '', 'stored'],
    [204, '', 'stored'],
    [201, 'Created.', 'stored'],
    [302, '', 'unconfirmed'],
    [400, '', 'rejected'],
    [400, '{"error":"Member exists"}', 'stored'],
    [401, '', 'forbidden'],
    [403, '{"message":"no"}', 'forbidden'],
    [404, '', 'not-found'],
    [405, '', 'server'],
    [409, '', 'stored'],
    [410, '', 'gone'],
    [413, '', 'too-large'],
    [415, '', 'server'],
    [422, '{}', 'rejected'],
    [429, '{"error":"already subscribed this hour"}', 'rate-limited'],
    [500, '', 'server'],
    [500, '{"error":"member exists"}', 'server'],
    [502, '', 'unconfirmed'],
    [503, '', 'server'],
    [504, '', 'unconfirmed'],
    [524, '', 'unconfirmed'],
    [0, '', 'unconfirmed'],
  ];
  for (const [status, text, expected] of answers) {
    it(`takes ${status} ${text || '(empty)'} for "${expected}"`, async () =>
      expect(await say(status, text)).to.equal(expected));
  }

  it('takes a redirect for success only where the owner says so', async () => {
    expect(await say(302, '', { success: 'redirect' })).to.equal('stored');
    expect(await say(200, '<p>', { success: 'redirect' })).to.equal('unconfirmed');
  });

  it('takes any 2xx for success only where the service says no more than that', async () => {
    expect(await say(200, '<p>', { success: 'status' })).to.equal('stored');
    expect(await say(500, 'FAIL', { success: 'status' })).to.equal('server');
    expect(await say(302, '', { success: 'status' })).to.equal('unconfirmed');
  });

  it('believes a status that came, even where its body was cut', async () => {
    const flaw = new CareError('network');
    const plan = { action: 'https://x.example/' };
    expect(await receiptOf({ status: 200, text: '', flaw }, plan)).to.deep.equal({
      outcome: 'unconfirmed',
      reason: flaw,
    });
    expect(await receiptOf({ status: 201, text: '', flaw }, plan)).to.deep.equal({
      outcome: 'unconfirmed',
      reason: flaw,
    });
    const error: unknown = await receiptOf({ status: 500, text: '', flaw }, plan).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(CareError).and.to.include({ code: 'server' });
  });

  it('is not certain where reading the answer breaks on this page', async () => {
    const cause = new TypeError('x is not a function'); // as natives do that a library of the host page has replaced
    const answer = {
      status: 200,
      get text(): string {
        throw cause;
      },
    };
    const receipt = await receiptOf(answer, { action: 'https://x.example/' });
    expect(receipt).to.have.property('outcome', 'unconfirmed');
    expect(receipt).to.have.nested.property('reason.cause', cause);
  });

  it('tells the webmaster what to mend', async () => {
    const plan = { action: 'https://x.example/' };
    const detail = async (status: number, text: string): Promise<string> => {
      const receipt = await receiptOf({ status, text }, plan);
      return receipt.outcome === 'unconfirmed' ? receipt.reason.detail : '';
    };
    expect(await detail(302, '')).to.include('redirect');
    expect(await detail(200, '')).to.include('204');
    expect(await detail(200, '<html><title>Login</title>'))
      .to.include('not JSON')
      .and.to.include('Login');
    expect(await detail(504, '')).to.include('504');
  });
});
