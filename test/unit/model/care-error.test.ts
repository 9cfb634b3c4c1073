import { expect } from 'chai';
import { CareError } from '../../../src/model/care-error.js';

describe('CareError', () => {
  it('is an Error whose message is its code', () => {
    const error = new CareError('timeout');
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({ name: 'CareError', message: 'timeout', code: 'timeout', detail: '' });
    expect([error.url, error.status, error.retryAfter, error.cause]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('carries what helps to repair the page', () => {
    const cause = new TypeError('Failed to fetch');
    const parts = { detail: '429 Too Many Requests', url: 'https://x.example/', status: 429, retryAfter: 3000, cause };
    expect(new CareError('rate-limited', parts)).to.include(parts);
  });
});
