import { expect } from 'chai';
import type { OpeningHours } from '../../../src/hours/opening-hours.js';
import { openingStatus, type OpeningStatus, type StatusQuestion } from '../../../src/hours/opening-status.js';
import { parseHours } from '../../../src/hours/parse-hours.js';
import { CareError } from '../../../src/model/care-error.js';

const read = (text: string): OpeningHours => {
  const hours = parseHours(text);
  if (hours instanceof CareError) throw hours;
  return hours;
};
const ask = (
  text: string,
  now: string,
  { timeZone = 'America/Chicago', ...more }: Partial<StatusQuestion> = {},
): OpeningStatus => {
  const status = openingStatus({ hours: read(text), now: new Date(now), timeZone, ...more });
  if (status instanceof CareError) throw status;
  return status;
};
/** `open until 2026-... (0)` */
const say = (...question: Parameters<typeof ask>): string => {
  const { isOpen, changesAt, daysAway } = ask(...question);
  return `${isOpen ? 'open' : 'closed'} until ${changesAt?.toISOString().slice(0, 16) ?? 'ever'} (${daysAway ?? '-'})`;
};

const OFFICE = 'Mo-Fr 08:00-18:00; Sa 09:00-12:00; PH off';

describe('openingStatus', () => {
  // 2026-11-23 is a Monday; Chicago is at UTC-6 in winter.
  it('says until when it is open', () => {
    expect(say(OFFICE, '2026-11-23T20:00Z')).to.equal('open until 2026-11-24T00:00 (0)');
  });

  it('opens at the first minute and is closed at the last', () => {
    expect(ask(OFFICE, '2026-11-23T14:00Z').isOpen).to.equal(true);
    expect(ask(OFFICE, '2026-11-23T13:59:59.999Z').isOpen).to.equal(false);
    expect(ask(OFFICE, '2026-11-24T00:00Z').isOpen).to.equal(false);
    expect(ask(OFFICE, '2026-11-23T23:59:59.999Z').isOpen).to.equal(true);
  });

  it('says when it opens next: today, tomorrow, after the weekend', () => {
    expect(say(OFFICE, '2026-11-23T12:00Z')).to.equal('closed until 2026-11-23T14:00 (0)');
    expect(say(OFFICE, '2026-11-24T03:00Z')).to.equal('closed until 2026-11-24T14:00 (1)');
    expect(say(OFFICE, '2026-11-28T19:00Z')).to.equal('closed until 2026-11-30T14:00 (2)');
  });

  it('goes by the clocks of the place, not by those of the visitor', () => {
    // Nine in the morning in Tokyo, seven in the evening of the day before in Chicago.
    expect(say(OFFICE, '2026-11-24T01:00Z')).to.equal('closed until 2026-11-24T14:00 (1)');
    expect(say(OFFICE, '2026-11-24T01:00Z', { timeZone: 'Asia/Tokyo' })).to.equal('open until 2026-11-24T09:00 (0)');
  });

  it('keeps a span over midnight with the day on which it begins', () => {
    const night = 'Fr 20:00-02:00; Sa off';
    expect(say(night, '2026-11-28T07:00Z')).to.equal('open until 2026-11-28T08:00 (0)');
    expect(say(night, '2026-11-28T03:00Z')).to.equal('open until 2026-11-28T08:00 (1)');
    expect(say(night, '2026-11-28T09:00Z')).to.equal('closed until 2026-12-05T02:00 (6)');
    expect(say('Fr 20:00-48:00', '2026-11-29T05:00Z')).to.equal('open until 2026-11-29T06:00 (1)');
  });

  it('joins spans that touch or overlap', () => {
    expect(say('Mo 08:00-12:00,12:00-18:00', '2026-11-23T15:00Z')).to.equal('open until 2026-11-24T00:00 (0)');
    expect(say('Mo 00:00-24:00; Tu 00:00-06:00', '2026-11-23T15:00Z')).to.equal('open until 2026-11-24T12:00 (1)');
    expect(say('Mo 08:00-14:00,12:00-13:00', '2026-11-23T15:00Z')).to.equal('open until 2026-11-23T20:00 (0)');
  });

  it('knows a pause', () => {
    const pause = 'Mo 08:00-12:00,13:00-17:00';
    expect(say(pause, '2026-11-23T15:00Z')).to.equal('open until 2026-11-23T18:00 (0)');
    expect(say(pause, '2026-11-23T18:30Z')).to.equal('closed until 2026-11-23T19:00 (0)');
  });

  it('is right on the days when clocks change', () => {
    // 8 March 2026: 02:00 becomes 03:00 in Chicago. 1 November 2026: 02:00 becomes 01:00.
    const night = 'Sa 22:00-04:00';
    expect(say(night, '2026-03-08T07:00Z')).to.equal('open until 2026-03-08T09:00 (0)');
    expect(say(night, '2026-11-01T07:00Z')).to.equal('open until 2026-11-01T10:00 (0)');
    expect(say('Su 08:00-18:00', '2026-03-08T12:59Z')).to.equal('closed until 2026-03-08T13:00 (0)');
    expect(say('Su 08:00-18:00', '2026-11-01T13:59Z')).to.equal('closed until 2026-11-01T14:00 (0)');
    // A span of which nothing is left is none: 02:00 to 03:00 does not happen that night.
    expect(say('Su 02:00-03:00', '2026-03-08T08:00Z')).to.equal('closed until 2026-03-15T07:00 (7)');
    expect(say('Su 02:00-03:00', '2026-03-08T07:00Z')).to.equal('closed until 2026-03-15T07:00 (7)');
    expect(say('Su 02:30-03:15', '2026-03-08T07:00Z')).to.equal('closed until 2026-03-15T07:30 (7)');
  });

  it('never changes where it is always open or always closed, and needs no zone for that', () => {
    const anywhere = { timeZone: null };
    expect(say('24/7', '2026-11-23T15:00Z', anywhere)).to.equal('open until ever (-)');
    expect(say('Mo-Su 00:00-24:00', '2026-11-23T15:00Z', anywhere)).to.equal('open until ever (-)');
    expect(say('off', '2026-11-23T15:00Z', anywhere)).to.equal('closed until ever (-)');
  });

  describe('on public holidays', () => {
    const holidays = ['2026-11-26', '2026-11-27'];

    it('goes by the PH rule on the dates given', () => {
      expect(say(OFFICE, '2026-11-26T20:00Z', { holidays })).to.equal('closed until 2026-11-28T15:00 (2)');
      expect(say('24/7; PH off', '2026-11-25T20:00Z', { holidays })).to.equal('open until 2026-11-26T06:00 (1)');
      expect(say('PH 10:00-12:00', '2026-11-25T20:00Z', { holidays })).to.equal('closed until 2026-11-26T16:00 (1)');
    });

    it('closes where nothing opens again within the month', () => {
      const question = { holidays: ['2026-11-26'] };
      expect(say('PH 10:00-14:00', '2026-11-26T17:00Z', question)).to.equal('open until 2026-11-26T20:00 (0)');
      expect(say('PH 24/7', '2026-11-26T17:00Z', question)).to.equal('open until 2026-11-27T06:00 (1)');
      expect(say('24/7; PH 00:00-12:00,12:00-24:00', '2026-11-26T17:00Z', question)).to.equal('open until ever (-)');
    });

    it('treats them as ordinary days where the hours have no rule for them', () => {
      expect(say('Mo-Fr 08:00-18:00', '2026-11-26T20:00Z', { holidays })).to.equal('open until 2026-11-27T00:00 (0)');
    });

    it('says that it may differ where there is a rule and no dates', () => {
      expect(ask(OFFICE, '2026-11-26T20:00Z').mayDifferOnHolidays).to.equal(true);
      expect(ask('24/7; PH off', '2026-11-26T20:00Z').mayDifferOnHolidays).to.equal(true);
      expect(ask(OFFICE, '2026-11-26T20:00Z', { holidays }).mayDifferOnHolidays).to.equal(false);
      expect(ask('24/7', '2026-11-26T20:00Z').mayDifferOnHolidays).to.equal(false);
      const unread = ['2026-11-26', '11/27/2026'];
      expect(ask(OFFICE, '2026-11-27T20:00Z', { holidays: unread }).mayDifferOnHolidays).to.equal(true);
    });

    it('looks past a whole closed week', () => {
      const closed = ['21', '22', '23', '24', '25', '26'].map((day) => `2026-12-${day}`);
      expect(say(OFFICE, '2026-12-19T20:00Z', { holidays: closed })).to.equal('closed until 2026-12-28T14:00 (9)');
    });
  });

  it('reports a zone that is missing or does not exist', () => {
    for (const timeZone of [null, undefined, '', 'America/Springfield']) {
      const status = openingStatus({ hours: read(OFFICE), now: new Date(), timeZone });
      expect(status, String(timeZone)).to.be.instanceOf(CareError).and.to.include({ code: 'not-configured' });
    }
  });

  it('agrees with a clock that is read minute by minute', () => {
    let seed = 20261123;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
    const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia', 'America/St_Johns', 'UTC'];
    const texts = [OFFICE, 'Fr-Su 20:00-02:30', '24/7; We off', 'Mo 08:00-12:00,13:00-17:00; Th 22:00-30:00'];
    for (let round = 0; round < 300; round++) {
      const [text, timeZone] = [pick(texts), pick(zones)];
      const hours = read(text);
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        weekday: 'short',
        hour: 'numeric',
        minute: 'numeric',
      });
      const isOpenAt = (instant: number): boolean => {
        const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
        const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part.weekday!);
        const minutes = +part.hour! * 60 + +part.minute!;
        return [0, 1].some((back) =>
          hours.week[(day + 7 - back) % 7]!.some(
            ({ start, end }) => start <= minutes + back * 1440 && minutes + back * 1440 < end,
          ),
        );
      };
      // June: no zone above changes its clocks, so that reading a clock is enough.
      const now = Date.UTC(2026, 5, 1 + random(14), random(24), random(60));
      const status = openingStatus({ hours, timeZone, now: new Date(now) });
      if (status instanceof CareError) throw status;
      const what = `${text} in ${timeZone} at ${new Date(now).toISOString()}`;
      expect(status.isOpen, what).to.equal(isOpenAt(now));
      const change = status.changesAt!.getTime();
      expect(isOpenAt(change), `${what}, changed`).to.equal(!status.isOpen);
      for (let at = now; at < change; at += 600_000) {
        expect(isOpenAt(at), `${what}, before`).to.equal(status.isOpen);
      }
      expect(isOpenAt(change - 60_000), `${what}, just before`).to.equal(status.isOpen);
    }
  });
});
