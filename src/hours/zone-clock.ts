import { CareError } from '../model/care-error.js';
import { MINUTES_A_DAY } from './opening-hours.js';

const DAY_MS = MINUTES_A_DAY * 60_000;

/** Wall clock and calendar of one time zone. A day is a count of days since 1970-01-01 in that zone's calendar. */
export interface ZoneClock {
  /** The day on which an instant (milliseconds since 1970 UTC) falls there. */
  dayOf(instant: number): number;
  /**
   * The instant at which clocks there show so many minutes after the midnight of `day`; above 1440 is the next day. A
   * time that clocks jump over is as much later as they jump; of a time that comes twice it is the first.
   */
  instantOf(day: number, minutes: number): number;
}

/** The clock of an IANA zone (`America/Chicago`), or a `not-configured` error where the browser knows no such zone. */
export const zoneClock = (timeZone: string): ZoneClock | CareError => {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    const detail = `time-zone="${timeZone}" is not a time zone; write it like America/Chicago`;
    return new CareError('not-configured', { detail, cause });
  }

  /** What clocks there show, as if it were UTC. */
  const wall = (instant: number): number => {
    const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(instant)) shown[type] = +value;
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const offset = (instant: number): number => wall(instant) - Math.floor(instant / 1000) * 1000;

  return {
    dayOf: (instant) => Math.floor(wall(instant) / DAY_MS),
    instantOf: (day, minutes) => {
      const shown = day * DAY_MS + minutes * 60_000;
      // The offsets a day before and after are those on both sides of any change of clocks near by.
      const before = shown - offset(shown - DAY_MS);
      const after = shown - offset(shown + DAY_MS);
      const valid = [before, after].filter((instant) => wall(instant) === shown);
      return valid.length ? Math.min(...valid) : before;
    },
  };
};

/** Monday 0 to Sunday 6. Day 0 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The day of a calendar date as `2026-12-25`; `NaN` where it is not one. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY_MS;
