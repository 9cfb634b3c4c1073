import { CareError } from '../model/care-error.js';
import { MINUTES_A_DAY } from './opening-hours.js';

const DAY_MS = MINUTES_A_DAY * 60_000;

/** Wall clock and calendar of one time zone. A day is a count of days since 1970-01-01 in that zone's calendar. */
export interface ZoneClock {
  /** The IANA zone that was meant, where an abbreviation was written. */
  readonly zone: string;
  /** The day on which an instant (milliseconds since 1970 UTC) falls there. */
  dayOf(instant: number): number;
  /**
   * The instant at which clocks there show so many minutes after the midnight of `day`; above 1440 is the next day. A
   * time that clocks jump over is as much later as they jump; of a time that comes twice it is the first.
   */
  instantOf(day: number, minutes: number): number;
}

/**
 * The zones that people mean by these abbreviations. Browsers read some of them as a fixed offset (`EST` is New York's
 * winter time, all year), which is an hour wrong in summer, and refuse others.
 */
const MEANT: Readonly<Record<string, string | undefined>> = {
  EST: 'America/New_York',
  EDT: 'America/New_York',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  MDT: 'America/Denver',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  AKST: 'America/Anchorage',
  AKDT: 'America/Anchorage',
  HST: 'Pacific/Honolulu',
  BST: 'Europe/London',
};

/** Fixed offsets, right for half a year or in one of several places: a status by them could be an hour wrong. */
const UNCERTAIN: Readonly<Record<string, string | undefined>> = {
  MST: 'America/Denver, or America/Phoenix where clocks do not change',
  GMT: 'Europe/London, or UTC',
};

/** Zones that are not named after a place, but that browsers know with their changes of clocks, if any. */
const KNOWN = /^(?:UTC|UCT|CET|EET|MET|WET|GB|NZ|PRC|ROC|ROK)$/;

/** The IANA zone for what an author wrote, or what to write instead. */
const zoneOf = (written: string): { readonly zone: string } | { readonly instead: string } => {
  const upper = written.toUpperCase();
  const zone = MEANT[upper];
  if (zone) return { zone };
  const isAbbreviation = /^[A-Z]{2,4}$/.test(upper) && !KNOWN.test(upper);
  const isOffset = /^(?:UTC|GMT)?[+-]\d/.test(upper);
  if (isAbbreviation || isOffset) return { instead: UNCERTAIN[upper] ?? 'America/Chicago' };
  return { zone: written };
};

/**
 * The clock of an IANA zone (`America/Chicago`), or a `not-configured` error where the browser knows no such zone. US
 * abbreviations stand for the zone that people mean, summer time included (`EST` is `America/New_York`, `HST`
 * `Pacific/Honolulu`). `MST`, `GMT`, other abbreviations and plain offsets (`-05:00`) are refused with advice: they would be
 * an hour wrong for half of the year in some of their places.
 */
export const zoneClock = (timeZone: string): ZoneClock | CareError => {
  const known = zoneOf(timeZone);
  const refuse = (instead: string, cause?: unknown) =>
    new CareError('not-configured', {
      detail: `time-zone="${timeZone}" is not a time zone; write it like ${instead}`,
      cause,
    });
  if ('instead' in known) return refuse(known.instead);
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: known.zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    return refuse('America/Chicago', cause);
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
    zone: known.zone,
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
export const dayOfDate = (date: string): number => new Date(`${date}T00:00Z`).getTime() / DAY_MS;
