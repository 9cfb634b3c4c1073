import { CareError } from '../model/care-error.js';
import { MINUTES_A_DAY, type DaySpans, type OpeningHours } from './opening-hours.js';
import { dayOfDate, weekdayOf, zoneClock } from './zone-clock.js';

/** How far ahead the next change is looked for, in days: past a closed week and the holidays around it. */
const HORIZON = 31;

/** Whether a place is open, and until when that holds. */
export interface OpeningStatus {
  readonly isOpen: boolean;
  /** When it closes or opens next. Absent where it does neither within a month: always open, or always closed. */
  readonly changesAt?: Date;
  /** In how many days of the place's own calendar that is: 0 today, 1 tomorrow. */
  readonly daysAway?: number;
  /** Whether the same time of day comes once before that. */
  readonly isFar?: boolean;
  /** IANA zone by whose clocks to tell that; there wherever `changesAt` is. */
  readonly zone?: string;
  /** True where the hours have a rule for public holidays, but no dates of them were given, or not all can be read. */
  readonly mayDifferOnHolidays: boolean;
}

export interface StatusQuestion {
  readonly hours: OpeningHours;
  /** IANA zone of the place. May be missing only where every day is the same all day. */
  readonly timeZone?: string | null | undefined;
  readonly now: Date;
  /**
   * Dates of the place's public holidays, `2026-12-25`. No calendar of them is built in: they differ by state, employer
   * and year, and a wrong one would send somebody to a closed door. Without dates, the `PH` rule never applies and
   * {@link OpeningStatus.mayDifferOnHolidays} says so.
   */
  readonly holidays?: Iterable<string>;
}

const isWholeDay = (spans: DaySpans): boolean => spans.some(({ start, end }) => start === 0 && end >= MINUTES_A_DAY);

/**
 * Whether a place is open now, by its own clocks: right for visitors in other zones, across midnight and where clocks
 * change. Returns a `not-configured` error where the zone is missing or does not exist.
 */
export const openingStatus = ({ hours, timeZone, now, holidays = [] }: StatusQuestion): OpeningStatus | CareError => {
  const closedDays = new Set([...holidays].map(dayOfDate));
  // NaN: a date that could not be read may be today
  const mayDifferOnHolidays = hours.holidays !== undefined && (!closedDays.size || closedDays.has(NaN));
  const all = hours.holidays && closedDays.size ? [...hours.week, hours.holidays] : hours.week;
  if (all.every((spans) => !spans.length)) return { isOpen: false, mayDifferOnHolidays };
  if (all.every(isWholeDay)) return { isOpen: true, mayDifferOnHolidays };
  if (!timeZone) {
    // Whose clocks? Guessing the visitor's would send people to a closed door.
    const detail = 'hours need a time-zone; write it like America/Chicago';
    return new CareError('not-configured', { detail });
  }
  const clock = zoneClock(timeZone);
  if (clock instanceof CareError) return clock;

  const instant = now.getTime();
  const today = clock.dayOf(instant);
  const spansOf = (day: number): DaySpans =>
    (closedDays.has(day) ? hours.holidays : undefined) ?? hours.week[weekdayOf(day)] ?? [];
  const change = (isOpen: boolean, at: number): OpeningStatus => ({
    isOpen,
    changesAt: new Date(at),
    daysAway: clock.dayOf(at) - today,
    isFar: at - instant > 23 * 3_600_000, // of the shortest day
    zone: clock.zone,
    mayDifferOnHolidays,
  });

  let openUntil: number | undefined;
  // From yesterday: its spans may last into today.
  for (let day = today - 1; day <= today + HORIZON; day++) {
    for (const span of spansOf(day)) {
      const start = clock.instantOf(day, span.start);
      const end = clock.instantOf(day, span.end);
      if (end <= instant || end <= start) continue; // over, or lost where clocks jump ahead
      if (start > (openUntil ?? instant)) {
        return openUntil === undefined ? change(false, start) : change(true, openUntil);
      }
      openUntil = Math.max(openUntil ?? end, end);
    }
  }
  if (openUntil === undefined) return { isOpen: false, mayDifferOnHolidays };
  // not beyond what was looked at: the last time that it closes for now
  return clock.dayOf(openUntil) > today + HORIZON ? { isOpen: true, mayDifferOnHolidays } : change(true, openUntil);
};
