/**
 * Minutes after the midnight that begins the day: `start` 0 to 1439, `end` above `start`. An end above 1440 lies on the
 * next day, which is how a span over midnight belongs to the day on which it begins.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The spans of one day, in order; empty where closed. */
export type DaySpans = readonly Span[];

/** Opening hours of one place, as its owner wrote them. */
export interface OpeningHours {
  /** Monday to Sunday, seven entries. */
  readonly week: readonly DaySpans[];
  /** What holds on public holidays (`PH`). Absent where the hours do not mention them: then they are ordinary days. */
  readonly holidays?: DaySpans;
}

/** The English names from which the two-letter days of the grammar are taken. */
export const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const MINUTES_A_DAY = 1440;
