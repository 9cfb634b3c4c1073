import type { DaySpans, OpeningHours } from './opening-hours.js';

/** Neighbouring days with the same hours, Monday 0 to Sunday 6. */
export interface DayGroup {
  readonly first: number;
  readonly last: number;
  readonly spans: DaySpans;
}

const isSame = (a: DaySpans, b: DaySpans): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);

/** The week as the rows of a table of hours: `Monday to Friday 8 AM to 6 PM`, `Saturday ...`. */
export const groupWeek = ({ week }: OpeningHours): readonly DayGroup[] => {
  const groups: DayGroup[] = [];
  week.forEach((spans, day) => {
    const open = groups.at(-1);
    if (open && isSame(open.spans, spans)) groups[groups.length - 1] = { ...open, last: day };
    else groups.push({ first: day, last: day, spans });
  });
  return groups;
};
