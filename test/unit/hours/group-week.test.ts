import { expect } from 'chai';
import { groupWeek } from '../../../src/hours/group-week.js';
import { parseHours } from '../../../src/hours/parse-hours.js';
import { CareError } from '../../../src/model/care-error.js';

const groups = (text: string): string => {
  const hours = parseHours(text);
  if (hours instanceof CareError) throw hours;
  return groupWeek(hours)
    .map(({ first, last, spans }) => `${first}-${last}:${spans.length}`)
    .join(' ');
};

describe('groupWeek', () => {
  it('joins neighbouring days with the same hours', () => {
    expect(groups('Mo-Fr 08:00-18:00; Sa 09:00-12:00')).to.equal('0-4:1 5-5:1 6-6:0');
    expect(groups('24/7')).to.equal('0-6:1');
  });

  it('keeps days apart that only look alike', () => {
    expect(groups('Mo 08:00-12:00; Tu 08:00-13:00; We 08:00-12:00,13:00-14:00')).to.equal('0-0:1 1-1:1 2-2:2 3-6:0');
    expect(groups('Mo,We 08:00-12:00')).to.equal('0-0:1 1-1:0 2-2:1 3-6:0');
  });
});
