import { expect } from 'chai';
import type { OpeningHours } from '../../../src/hours/opening-hours.js';
import { parseHours } from '../../../src/hours/parse-hours.js';
import { CareError } from '../../../src/model/care-error.js';

const read = (text: string): OpeningHours => {
  const hours = parseHours(text);
  if (hours instanceof CareError) throw hours;
  return hours;
};
/** `8-18 8-18 - ...`, Monday to Sunday, for short expectations. */
const week = (text: string): string =>
  read(text)
    .week.map((spans) => spans.map(({ start, end }) => `${start / 60}-${end / 60}`).join('+') || 'off')
    .join(' ');

describe('parseHours', () => {
  const readable: [string, string][] = [
    ['Mo-Fr 08:00-18:00; Sa 09:00-12:00; PH off', '8-18 8-18 8-18 8-18 8-18 9-12 off'],
    ['24/7', '0-24 0-24 0-24 0-24 0-24 0-24 0-24'],
    ['Mo-Su 24/7', '0-24 0-24 0-24 0-24 0-24 0-24 0-24'],
    ['08:00-12:30', '8-12.5 8-12.5 8-12.5 8-12.5 8-12.5 8-12.5 8-12.5'],
    ['Fr 20:00-02:00', 'off off off off 20-26 off off'],
    ['Fr 20:00-26:00', 'off off off off 20-26 off off'],
    ['Fr 20:00-24:00', 'off off off off 20-24 off off'],
    ['Fr 20:00-00:00', 'off off off off 20-24 off off'],
    ['Mo 13:00-17:00, 08:00-12:00', '8-12+13-17 off off off off off off'],
    ['Mo,We, Fr 8:00-9:00', '8-9 off 8-9 off 8-9 off off'],
    ['Sa-Mo 10:00-11:00', '10-11 off off off off 10-11 10-11'],
    ['Mo-Fr 08:00-18:00; We off', '8-18 8-18 off 8-18 8-18 off off'],
    ['Mo-Fr 08:00-18:00; We closed;', '8-18 8-18 off 8-18 8-18 off off'],
    ['monday - friday: 08:00 – 18:00', '8-18 8-18 8-18 8-18 8-18 off off'],
    ['MON 08:00-18:00', '8-18 off off off off off off'],
    ['off', 'off off off off off off off'],
  ];
  for (const [text, expected] of readable) {
    it(`reads "${text}"`, () => expect(week(text)).to.equal(expected));
  }

  for (const text of [
    '9:00-5:00',
    '09:00-05:00',
    '11:00-2:00',
    '8:00-12:00,1:00-5:00',
    '8:00-12:00, 1:00-9:00',
    '08:00-12:00, 01:00-05:00',
    '9:00-17:00, 6:00-9:00',
    '08:00-16:00,5:30-8:00',
    '1:00-5:00',
    '1:00-7:30',
    '12:00-5:00',
  ]) {
    it(`refuses "${text}", which is of a 12-hour clock, with advice`, () => {
      const error = parseHours(`Mo-Fr ${text}`);
      expect(error).to.be.instanceOf(CareError);
      expect((error as CareError).detail).to.include('5 PM is 17:00');
    });
  }

  for (const [text, expected] of [
    ['20:00-02:00', '20-26'],
    ['13:00-01:00', '13-25'],
    ['10:00-00:00', '10-24'],
    ['10:00-00:30', '10-24.5'],
    ['09:00-29:00', '9-29'],
    ['01:00-05:00', '1-5'],
    ['1:00-8:00', '1-8'],
    ['0:00-6:00, 22:00-24:00', '0-6+22-24'],
    ['22:00-6:00', '22-30'],
  ] as const) {
    it(`reads "${text}", which a 24-hour clock can only mean`, () => {
      expect(week(`Mo ${text}`)).to.equal(`${expected} off off off off off off`);
    });
  }

  it('keeps the rule for public holidays apart', () => {
    expect(read('Mo-Fr 08:00-18:00; PH off').holidays).to.deep.equal([]);
    expect(read('Mo-Fr,PH 08:00-10:00').holidays).to.deep.equal([{ start: 480, end: 600 }]);
    expect(read('Mo-Fr 08:00-18:00')).to.not.have.property('holidays');
  });

  const unreadable: [string, string][] = [
    ['', ''],
    ['Mo-Fr', 'mo-fr'],
    ['Mo-Fr 8am-6pm', '8am'],
    ['Mo-Fr 08:00', '08:00'],
    ['Mo-Fr 08:00-18:00-20:00', '08:00-18:00-20:00'],
    ['Mo-Fr 08:60-18:00', '08:60'],
    ['Mo-Fr 25:00-26:00', '25:00'],
    ['Mo-Fr 24:00-26:00', '24:00'],
    ['Mo-Fr 08:00-49:00', '49:00'],
    ['Mo-Fr 08:00-08:00', '08:00-08:00'],
    ['Xy 08:00-18:00', 'xy'],
    ['M 08:00-18:00', 'm'],
    ['Mo-PH 08:00-18:00', 'mo-ph'],
    ['Mo-We-Fr 08:00-18:00', 'mo-we-fr'],
    ['Mo 08:00-18:00;;Tu off', ''],
    ['by appointment', 'by'],
    ['Lun-Vie 08:00-18:00', 'lun'],
    ['<b>', '<b>'],
  ];
  for (const [text, part] of unreadable) {
    it(`reports "${text}"`, () => {
      const error = parseHours(text);
      expect(error).to.be.instanceOf(CareError);
      expect(error).to.include({ code: 'not-configured' });
      expect((error as CareError).detail).to.include(`hours="${text}": "${part}" cannot be read`);
    });
  }
});
