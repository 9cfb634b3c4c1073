import { toIso } from '../shared/read.js';

/**
 * By their first letters, without accents: English, as RFC 822 has it, and the languages of sites whose dates follow their
 * own: Spanish, Portuguese, French, German, Italian, Dutch.
 */
const MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 },
  ...{ ene: 1, abr: 4, ago: 8, set: 9, dic: 12, fev: 2, mai: 5, out: 10, dez: 12 },
  ...{ avr: 4, juin: 6, juil: 7, aou: 8, okt: 10, gen: 1, mag: 5, giu: 6, lug: 7, ott: 10, maa: 3, mrt: 3, mei: 5 },
};

/** French has two months that begin with the same three letters. */
const monthOf = (name: string): number => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS[plain.slice(0, 4)] ?? MONTHS[plain.slice(0, 3)] ?? NaN;
};

/** Offsets from UTC in minutes: the zones of RFC 822, and others that have one meaning only. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
  ...{ akst: -540, akdt: -480, hst: -600, bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, jst: 540 },
  ...{ aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
};

const TIME = String.raw`(?<hour>\d{1,2})[:h](?<minute>\d\d?)(?::(?<second>\d\d?)(?:[.,]\d+)?)?(?:\s*(?<half>[ap])\.?m\.?)?`;
const ZONE = String.raw`(?<zone>(?:GMT|UTC?|Z)?\s*[+-]\d\d?:?(?:\d\d)?|[A-Z]{1,5})?(?:\s*\(.*\))?`;
const DAY_NAME = String.raw`(?:\p{L}+(?:\.?,\s*|\.?\s+))?`;
const MONTH = String.raw`(?<name>[\p{L}\p{M}]{3,12})\.?`;
/** What stands before the hour: "2 March 2024 - 10:30", "March 2, 2024 at 10:30". */
const AT = String.raw`(?:,?\s+(?:(?:-|at)\s+)?)`;

/** The shapes in which feeds write a moment. */
const SHAPES = [
  String.raw`(?<year>\d{4})[-/年](?<month>\d\d?)[-/月](?<day>\d\d?)日?(?:(?:T|\s+)${TIME}\s*${ZONE})?`, // ISO 8601, SQL
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)`,
  String.raw`${DAY_NAME}(?<day>\d\d?)(?:[\s-]+|\.\s+|\s+de\s+)${MONTH}(?:[\s-]+|\s+de\s+)(?<year>\d{2,4})(?:${AT}${TIME})?\s*${ZONE}`, // RFC 822
  String.raw`${DAY_NAME}${MONTH}\s+(?<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:${AT}${TIME})?\s*${ZONE}`,
  String.raw`${DAY_NAME}${MONTH}\s+(?<day>\d\d?)\s+${TIME}\s*${ZONE}\s*(?<year>\d{4})`, // asctime
  String.raw`(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})(?:${AT}${TIME}\s*${ZONE})?`, // with dots, it has one order
].map((shape) => new RegExp(`^${shape}$`, 'iu'));

/** Longer than any date. */
const LONGEST = 80;

const digits = (value: number, length = 2): string => String(value).padStart(length, '0');

const offsetOf = (zone = ''): string => {
  const name = zone.trim().toLowerCase();
  const [, sign, hours = '', minutes = '0'] = /([+-])(\d\d?):?(\d\d)?$/.exec(name) ?? [];
  const total = sign ? (+hours * 60 + +minutes) * (sign === '-' ? -1 : 1) : (ZONES[name] ?? 0);
  if (!total || Math.abs(total) > 14 * 60) return 'Z';
  const size = Math.abs(total);
  return `${total < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
};

/** RFC 2822: two digits are of this century up to 49. */
const fullYear = (year: string): number =>
  year.length === 4 ? +year : +year + (year.length === 2 && +year < 50 ? 2000 : 1900);

const hourOf = ({ hour = '0', half }: Readonly<Record<string, string | undefined>>): number =>
  half ? (+hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : +hour;

/**
 * A moment as feeds write it, as ISO 8601 with offset: the publisher's own day and time stay. RFC 822 and what is taken for
 * it, ISO 8601, SQL, asctime, "March 2, 2024", seconds since 1970. Without a zone: UTC. `undefined` for what is no date, or
 * may be two (`02/03/2024`).
 */
export const readDate = (value: unknown): string | undefined => {
  const text = String(value ?? '').trim();
  if (text.length > LONGEST) return undefined;
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    return `${toIso(+text * (text.length === 10 ? 1000 : 1)).slice(0, 19)}Z`;
  }
  for (const shape of SHAPES) {
    const found = shape.exec(text)?.groups;
    if (!found) continue;
    const { year = '', name = '', month, day = '', minute = '0', second = '0', zone } = found;
    const [y, m, d, h] = [fullYear(year), month ? +month : monthOf(name), +day, hourOf(found)];
    const date = new Date(Date.UTC(y, m - 1, d, h, +minute, Math.min(+second, 59))); // 60 is a leap second
    // of a date that was never set, programs write the year 0 or 1
    const isReal = y > 1900 && date.getUTCDate() === d && date.getUTCMonth() === m - 1 && date.getUTCHours() === h;
    if (isReal) return toIso(date.getTime()).slice(0, 19) + offsetOf(zone);
  }
  return undefined;
};
