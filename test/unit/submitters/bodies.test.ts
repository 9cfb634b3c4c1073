import { expect } from 'chai';
import type { Submission } from '../../../src/model/submitter.js';
import { toEntries } from '../../../src/submitters/to-entries.js';
import { toJson } from '../../../src/submitters/to-json.js';

const action = 'https://x.example/';
const ADA: Submission = {
  email: 'ada@example.org',
  firstName: 'Ada',
  lastName: 'Roe',
  consent: { id: 'v1', textHash: 'abc' },
  locale: 'en',
  formId: 'footer',
};
const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the body of a submission', () => {
  it('is exactly what a site’s own back end is promised', () => {
    expect(plainly(toJson(toEntries(ADA, { action })))).to.deep.equal({
      email: 'ada@example.org',
      name: 'Ada Roe',
      consent: { id: 'v1', textHash: 'abc' },
      locale: 'en',
      formId: 'footer',
    });
  });

  it('leaves out what was not asked for', () => {
    const { email, locale } = ADA;
    expect(plainly(toJson(toEntries({ email, locale }, { action })))).to.deep.equal({ email, locale });
    const hashless = toEntries({ email, locale, consent: { id: 'v1' } }, { action });
    expect(plainly(toJson(hashless))).to.deep.equal({ email, locale, consent: { id: 'v1' } });
  });

  it('goes under the service’s names, and only those parts that have one', () => {
    expect(
      toEntries(ADA, { action, names: { email: 'EMAIL', firstName: 'FNAME' }, extra: [['b_1', '']] }),
    ).to.deep.equal([
      ['EMAIL', 'ada@example.org'],
      ['FNAME', 'Ada'],
      ['b_1', ''],
    ]);
  });

  it('is the author’s own form where there is one', () => {
    const entries = [
      ['your-email', 'ada@example.org'],
      ['topic', 'a'],
      ['topic', 'b'],
    ] as const;
    expect(toEntries({ ...ADA, entries }, { action, names: { email: 'x' }, extra: [['y', 'z']] })).to.deep.equal(
      entries,
    );
  });
});

describe('toJson', () => {
  it('nests by brackets and gathers repeated names', () => {
    const tree = toJson([
      ['a', '1'],
      ['b[c]', '2'],
      ['b[d][e]', '3'],
      ['list[]', '4'],
      ['many', '5'],
      ['many', '6'],
      ['many', '7'],
      ['b[tags][]', '8'],
      ['b[tags][]', '9'],
    ]);
    expect(plainly(tree)).to.deep.equal({
      a: '1',
      b: { c: '2', d: { e: '3' }, tags: ['8', '9'] },
      list: ['4'],
      many: ['5', '6', '7'],
    });
  });

  it('takes every name for a name', () => {
    toJson([
      ['__proto__[polluted]', 'yes'],
      ['constructor[prototype][polluted]', 'yes'],
    ]);
    expect({}).to.not.have.property('polluted');
  });
});
