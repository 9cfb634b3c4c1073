import { expect } from 'chai';
import { recordConsent } from '../../../src/submitters/consent.js';

describe('recordConsent', () => {
  it('records SHA-256 of the text, whatever the white space', async () => {
    const { consent, detail } = await recordConsent(' I  agree\n to emails. ', 'v1');
    // printf 'I agree to emails.' | sha256sum
    const textHash = 'dc6de3adfdad93ada97de455c1288e411ea46e66dcb950913ece4c825b572d40';
    expect(consent).to.deep.equal({ id: 'v1', textHash });
    expect(detail).to.equal(undefined);
  });

  it('takes letters with accents for the same however they are typed', async () => {
    const [a, b] = await Promise.all([recordConsent('S\u00ed'), recordConsent('Si\u0301')]);
    expect(a).to.deep.equal(b);
  });

  it('tells texts apart, and gives each an id of its own', async () => {
    const [a, b] = await Promise.all([recordConsent('One'), recordConsent('Two')]);
    expect(a.consent.id).to.equal(a.consent.textHash!.slice(0, 12));
    expect(a.consent.id).to.not.equal(b.consent.id);
  });

  it('records the id alone where the browser offers no hashing, and says why', async () => {
    for (const [id, expected] of [
      ['v1', 'v1'],
      [undefined, 'unhashed'],
    ] as const) {
      const { consent, detail } = await recordConsent('I agree', id, null);
      expect(consent).to.deep.equal({ id: expected });
      expect(detail).to.include('https');
    }
  });
});
