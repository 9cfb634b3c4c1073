import { expect } from 'chai';
import { articleBody } from '../../../../src/html/article-body.js';
import { CareError } from '../../../../src/model/care-error.js';

describe('articleBody() without an engine', () => {
  it('rejects with a CareError where there is no document', async () => {
    const answer = await articleBody('<p>a</p>', { url: 'https://site.example/' }).catch((error: unknown) => error);
    if (typeof document === 'undefined') {
      expect(answer).to.be.instanceOf(CareError);
      expect((answer as CareError).code).to.equal('not-configured');
    } else {
      expect(answer).not.to.be.instanceOf(Error);
    }
  });
});
