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
    ['Roe, DeShawn', 'Roe, DeShawn'],
    ['O’Neill, McKenzie', 'O’Neill, McKenzie'],
    ['DOE, JANE', 'DOE, JANE'],
    ['VAN DER BERG, LYNN', 'VAN DER BERG, LYNN'],
    ['DOE, JANE, MD', 'DOE, JANE', 'MD'],
    ['JANE ROE, MS, LPC', 'JANE ROE', 'MS', 'LPC'],
    ['JANE ROE, M.A.', 'JANE ROE', 'M.A.'],
    // no capitals in these scripts, so none that are loud
    ['김민수, LICSW, CASAC', '김민수', 'LICSW', 'CASAC'],
    ['李小龙, MEd', '李小龙', 'MEd'],
    ['King, Jr., PhD', 'King, Jr.', 'PhD'],
    ['Smith, Ph. D.', 'Smith', 'Ph. D.'],
    ['Dr. med. univ. Margit Popp, MSc', 'Dr. med. univ. Margit Popp', 'MSc'],
    ['Kim Lee, PharmD, BCaBA, LAc, MDiv, PMHNP-BC', 'Kim Lee', 'PharmD', 'BCaBA', 'LAc', 'MDiv', 'PMHNP-BC'],
    ['John A Smith DDS', 'John A Smith DDS'],
    ['Ana Núñez, LMFT, she/her', 'Ana Núñez, LMFT, she/her'],
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

  it('reads a byline of no-break spaces in less than a second', () => {
    const started = performance.now();
    parseAuthorName(`a${'\u00a0'.repeat(50_000)}b, MD`);
    expect(performance.now() - started).to.be.below(1000);
  });
});
