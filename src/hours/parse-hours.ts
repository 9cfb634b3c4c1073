import { CareError } from '../model/care-error.js';
import { DAY_NAMES, MINUTES_A_DAY, type DaySpans, type OpeningHours, type Span } from './opening-hours.js';

const HOLIDAY = 7;
const TIME = /^(\d{1,2}):(\d{2})$/;

/** Thrown inside this file only, with the part that cannot be read; {@link parseHours} returns it as a value. */
const unreadable = (part: string, why?: string): RangeError => new RangeError(part, { cause: why });

const NOON = 720;

/** Why a span by the 12-hour clock is refused: read by 24 hours it would say "Open now" at night. */
const TWELVE_HOURS = 'hours count from 0 to 24: 5 PM is 17:00; what lasts past midnight is written like 20:00-26:00';

const dayNumber = (word: string): number => {
  if (word === 'ph') return HOLIDAY;
  const day = word.length > 1 ? DAY_NAMES.findIndex((name) => name.startsWith(word)) : -1;
  if (day < 0) throw unreadable(word);
  return day;
};

/** `mo-fr,ph` → 0 to 4 and 7. A range may pass Sunday (`fr-mo`). */
const readDays = (text: string): number[] =>
  text.split(',').flatMap((item) => {
    const [first = '', last, more] = item.split('-');
    const from = dayNumber(first);
    if (last === undefined) return [from];
    const to = dayNumber(last);
    if (more !== undefined || from === HOLIDAY || to === HOLIDAY) {
      throw unreadable(item);
    }
    const range = [from];
    for (let day = from; day !== to; range.push(day)) day = (day + 1) % 7;
    return range;
  });

const readTime = (text: string, latest: number): number => {
  const [, hours = '', minutes = ''] = TIME.exec(text) ?? [];
  const time = hours && +minutes < 60 ? +hours * 60 + +minutes : NaN;
  if (!(time <= latest)) throw unreadable(text);
  return time;
};

const readSpan = (text: string): Span => {
  const [from = '', to, more] = text.split('-');
  if (to === undefined || more !== undefined) {
    throw unreadable(text);
  }
  const start = readTime(from, MINUTES_A_DAY - 1);
  const end = readTime(to, 2 * MINUTES_A_DAY);
  if (start === end) throw unreadable(text);
  // 9:00-5:00, 11:00-2:00: nothing in it is later than 12:59; and 1:00-5:00, where a 24-hour clock has 01:00
  const isAfternoon = /^[1-7]:/.test(from) && end < 8 * 60;
  if (isAfternoon || (start < NOON + 60 && end >= 60 && end < start)) throw unreadable(text, TWELVE_HOURS);
  return { start, end: end > start ? end : end + MINUTES_A_DAY };
};

const readSpans = (text: string): DaySpans => {
  if (text === 'off' || text === 'closed') return [];
  const written = text.split(',');
  const spans = written.map(readSpan);
  // 8:00-12:00, 01:00-05:00 or 1:00-9:00: the afternoon of a 12-hour clock; 9:00-17:00, 6:00-9:00: its evening
  const isTwelve = ({ start }: Span, at: number): boolean => {
    const before = spans[at - 1];
    return !!before && start < before.start && (before.end <= NOON + 60 || /^[1-7]:/.test(written[at] ?? ''));
  };
  if (spans.some(isTwelve)) throw unreadable(text, TWELVE_HOURS);
  return spans.sort((a, b) => a.start - b.start);
};

/**
 * Reads opening hours, a part of the grammar that OpenStreetMap uses:
 *
 *     hours = rule *( ";" rule )
 *     rule  = "24/7" | [ days ] ( span *( "," span ) | "off" | "closed" )
 *     days  = day *( "," day )        day  = "Mo" | "Mo-Fr" | "PH" (public holidays)
 *     span  = "08:00-18:00"           hours 0 to 24; an end before the start, or up to 48:00, is on the next day
 *
 * A span that looks like a 12-hour clock (`9:00-5:00`) is refused: it would be read as open at night.
 *
 * A later rule replaces an earlier one for the days that both name; a rule without days is for all seven; a day that no
 * rule names is closed. Upper and lower case, longer English names (`Mon`, `Monday`), spaces and en dashes make no
 * difference. Returns a `not-configured` error whose `detail` names the part that cannot be read.
 */
export const parseHours = (text: string): OpeningHours | CareError => {
  const days: (DaySpans | undefined)[] = [];
  try {
    const rules = text.toLowerCase().replace(/[‐-―]/g, '-').split(';');
    if (!rules.at(-1)?.trim() && rules.length > 1) rules.pop(); // a semicolon at the end
    for (const rule of rules) {
      // Letters, and the commas and hyphens between them, are the days; "off" and "closed" are not.
      const tight = rule.trim().replace(/\s*([,-])\s*/g, '$1');
      const [, named = '', rest = ''] = /^((?!off|closed)[a-z][a-z,-]*)?:?\s*(.*)$/.exec(tight) ?? [];
      if (!rest) throw unreadable(rule);
      const ruled = readDays(named || 'mo-su');
      const spans = rest === '24/7' ? [{ start: 0, end: MINUTES_A_DAY }] : readSpans(rest);
      for (const day of ruled) days[day] = spans;
    }
  } catch (cause) {
    const { message: part = '', cause: why } = cause as RangeError;
    const detail = `hours="${text}": "${part}" cannot be read${typeof why === 'string' ? ` (${why})` : ''}; write it like Mo-Fr 08:00-18:00; Sa 09:00-12:00; PH off`;
    return new CareError('not-configured', { detail, cause });
  }
  const holidays = days[HOLIDAY];
  return {
    week: DAY_NAMES.map((_, day) => days[day] ?? []),
    ...(holidays && { holidays }),
  };
};
