import { expect } from 'chai';
import { CRISIS_LINES } from '../../../src/data/crisis-lines.js';
import { parsePhone, telUrl } from '../../../src/phone/phone.js';

describe('CRISIS_LINES', () => {
  for (const [region, lines] of Object.entries(CRISIS_LINES)) {
    it(`begins with the emergency number in ${region}, and every number can be dialled as it stands`, () => {
      expect(lines[0]).to.have.all.keys('call');
      for (const { call, text, tty } of lines) {
        for (const number of [call, text, tty]) {
          if (number) expect(telUrl(parsePhone(number))).to.equal(`tel:${number}`);
        }
      }
    });

    it(`prints in ${region} what it dials`, () => {
      for (const { call, display } of lines) {
        if (display) expect(telUrl(parsePhone(display, region))).to.equal(`tel:${call}`);
      }
    });
  }

  it('never puts a country code before a short code', () => {
    const us = CRISIS_LINES.us.find(({ name }) => name?.startsWith('988'));
    expect(us).to.include({ call: '988', text: '988', isAlways: true });
  });

  it('does not present the referral line as a crisis line', () => {
    expect(CRISIS_LINES.us.find(({ name }) => name?.includes('SAMHSA'))).to.include({ kind: 'referral' });
  });
});
