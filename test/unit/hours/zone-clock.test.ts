import { expect } from 'chai';
import { dayOfDate, weekdayOf, zoneClock, type ZoneClock } from '../../../src/hours/zone-clock.js';
import { CareError } from '../../../src/model/care-error.js';

const clockOf = (zone: string): ZoneClock => {
  const clock = zoneClock(zone);
  if (clock instanceof CareError) throw clock;
  return clock;
};
const instant = (zone: string, date: string, minutes: number): string =>
  new Date(clockOf(zone).instantOf(dayOfDate(date), minutes)).toISOString();

describe('zoneClock', () => {
  it('knows the calendar day of an instant', () => {
    const late = Date.parse('2026-03-01T23:30:00Z');
    expect(clockOf('UTC').dayOf(late)).to.equal(dayOfDate('2026-03-01'));
    expect(clockOf('Asia/Tokyo').dayOf(late)).to.equal(dayOfDate('2026-03-02'));
    expect(clockOf('Pacific/Honolulu').dayOf(Date.parse('2026-03-01T09:30:00Z'))).to.equal(dayOfDate('2026-02-28'));
  });

  it('turns a wall time into an instant, on both sides of a change of clocks', () => {
    expect(instant('America/Chicago', '2026-03-07', 480)).to.equal('2026-03-07T14:00:00.000Z');
    expect(instant('America/Chicago', '2026-03-08', 480)).to.equal('2026-03-08T13:00:00.000Z');
    expect(instant('America/Chicago', '2026-11-01', 480)).to.equal('2026-11-01T14:00:00.000Z');
    expect(instant('Asia/Kathmandu', '2026-06-01', 0)).to.equal('2026-05-31T18:15:00.000Z');
    expect(instant('Australia/Lord_Howe', '2026-10-04', 480)).to.equal('2026-10-03T21:00:00.000Z');
  });

  for (const [written, zone] of [
    ['EST', 'America/New_York'],
    ['est', 'America/New_York'],
    ['CST', 'America/Chicago'],
    ['MDT', 'America/Denver'],
    ['PST', 'America/Los_Angeles'],
    ['HST', 'Pacific/Honolulu'],
    ['AKDT', 'America/Anchorage'],
    ['BST', 'Europe/London'],
    ['EST5EDT', 'America/New_York'],
    ['CET', 'Europe/Brussels'],
  ] as const) {
    it(`takes ${written} for ${zone}, in summer and winter`, () => {
      for (const day of ['2026-01-15', '2026-07-15'])
        expect(instant(written, day, 540)).to.equal(instant(zone, day, 540));
    });
  }

  for (const [written, advice] of [
    ['MST', 'America/Phoenix'],
    ['GMT', 'Europe/London'],
    ['IST', 'America/Chicago'],
    ['-05:00', 'America/Chicago'],
    ['GMT-5', 'America/Chicago'],
  ] as const) {
    it(`refuses ${written}, with advice`, () => {
      const error = zoneClock(written);
      expect(error).to.be.instanceOf(CareError).and.include({ code: 'not-configured' });
      expect((error as CareError).detail)
        .to.include(`time-zone="${written}"`)
        .and.include(advice);
    });
  }

  it('moves a time that does not exist by as much as the clocks jump', () => {
    expect(instant('America/Chicago', '2026-03-08', 150)).to.equal('2026-03-08T08:30:00.000Z');
    // Midnight itself is missing in Beirut on this day.
    expect(instant('Asia/Beirut', '2026-03-29', 0)).to.equal('2026-03-28T22:00:00.000Z');
  });

  it('takes the first of a time that comes twice', () => {
    expect(instant('America/Chicago', '2026-11-01', 90)).to.equal('2026-11-01T06:30:00.000Z');
  });

  it('counts minutes past midnight into the next day by the wall clock', () => {
    expect(instant('America/Chicago', '2026-03-07', 1440 + 180)).to.equal('2026-03-08T08:00:00.000Z');
  });

  for (const zone of ['Mars/Olympus', '', 'Central Time', 'America/Chicago ']) {
    it(`reports the zone "${zone}"`, () => {
      expect(zoneClock(zone)).to.be.instanceOf(CareError).and.to.include({ code: 'not-configured' });
    });
  }
});

describe('weekdayOf', () => {
  it('begins the week on Monday', () => {
    expect(
      ['2026-11-23', '2026-11-29', '1970-01-01', '1969-12-28'].map((date) => weekdayOf(dayOfDate(date))),
    ).to.deep.equal([0, 6, 3, 6]);
  });
});
