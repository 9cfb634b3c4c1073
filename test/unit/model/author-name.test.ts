import { expect } from 'chai';
import { parseAuthorName } from '../../../src/model/author-name.js';

describe('parseAuthorName', () => {
  const bylines: readonly (readonly [byline: string, name: string, ...credentials: string[]])[] = [
    ['Jane Roe', 'Jane Roe'],
    ['Jane Roe, MS, LPC', 'Jane Roe', 'MS', 'LPC'],
    ['Dr. Jordan Rivera, PhD, LMFT', 'Dr. Jordan Rivera', 'PhD', 'LMFT'],
    ['Sam O’Neill ,LCSW', 'Sam O’Neill', 'LCSW'],
    ['Ana Ruiz, Ph.D., PsyD', 'Ana Ruiz', 'Ph.D.', 'PsyD'],
    ['Ana Ruiz, M.Ed., LCDC-I, CADC II', 'Ana Ruiz', 'M.Ed.', 'LCDC-I', 'CADC II'],
    ['Ana Ruiz, LMFT-S, NCAC I, BC-DMT, LAC/S', 'Ana Ruiz', 'LMFT-S', 'NCAC I', 'BC-DMT', 'LAC/S'],
    ['Kim Lee, LCSW®', 'Kim Lee', 'LCSW®'],
    // what belongs to the name
    ['Martin Luther King, Jr.', 'Martin Luther King, Jr.'],
    ['Martin Luther King, Jr., PhD', 'Martin Luther King, Jr.', 'PhD'],
    ['John Roe, III, MD', 'John Roe, III', 'MD'],
    ['Roe, Jane', 'Roe, Jane'],
    ['Harbor Clinic, Inc.', 'Harbor Clinic, Inc.'],
    ['María José, Núñez', 'María José, Núñez'],
    // letters need a name before them
    ['MS', 'MS'],
    ['', ''],
    [', ,', ''],
    // a title in words is no credential
    ['Jane Roe, Clinical Director', 'Jane Roe, Clinical Director'],
    ['Jane Roe, LPC, Clinical Director', 'Jane Roe, LPC, Clinical Director'],
  ];
  for (const [byline, name, ...credentials] of bylines) {
    it(`reads "${byline}" as "${name}" with ${credentials.length} credentials`, () => {
      expect(parseAuthorName(byline)).to.deep.equal({ name, credentials });
    });
  }

  it('keeps order and spelling of the letters', () => {
    expect(parseAuthorName('Jane Roe, LPC, MS, lpc').credentials).to.deep.equal([]);
    expect(parseAuthorName('Jane Roe, LPC, MS').credentials).to.deep.equal(['LPC', 'MS']);
  });
});
