import { expect } from 'chai';
import { credentialOf } from '../../../src/data/credentials.js';

describe('credentialOf', () => {
  it('knows degrees, licenses with their states, certifications, fellowships, qualifications, designations', () => {
    expect(credentialOf('MS')).to.deep.equal({ expansion: 'Master of Science', kind: 'degree' });
    expect(credentialOf('LICDC')).to.deep.equal({
      expansion: 'Licensed Independent Chemical Dependency Counselor',
      kind: 'license',
      jurisdiction: 'OH',
    });
    expect(credentialOf('CASAC')?.jurisdiction).to.equal('NY');
    expect(credentialOf('CADC-II')?.kind).to.equal('certification');
    expect(credentialOf('FASAM')?.kind).to.equal('fellowship');
    expect(credentialOf('SAE')?.kind).to.equal('qualification');
    expect(credentialOf('QMHP')?.kind).to.equal('designation');
    expect(credentialOf('OTR/L')?.expansion).to.equal('Occupational Therapist, Registered/Licensed');
  });

  for (const [written, letters] of [
    ['Ph.D.', 'PhD'],
    ['M.Ed.', 'MEd'],
    [' LPC ', 'LPC'],
    ['CSAT®', 'CSAT'],
    ['CADC II', 'CADC-II'],
    ['NCAC-I', 'NCAC I'],
  ] as const) {
    it(`reads "${written}" as ${letters}`, () => {
      expect(credentialOf(letters)).to.exist;
      expect(credentialOf(written)).to.deep.equal(credentialOf(letters));
    });
  }

  for (const letters of ['ACS', 'CAP', 'CCS', 'CDCA', 'CPS', 'LAC', 'LCDC', 'MAC', 'NCC', 'SAP', 'EMDR-C', 'ICAADC']) {
    it(`does not guess ${letters}`, () => {
      expect(credentialOf(letters)).to.equal(undefined);
    });
  }

  for (const letters of ['', 'XYZ', 'ms', 'MAc', 'constructor', '__proto__', 'MS=']) {
    it(`does not know "${letters}"`, () => {
      expect(credentialOf(letters)).to.equal(undefined);
    });
  }
});
