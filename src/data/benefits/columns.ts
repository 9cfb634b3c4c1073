import type { LevelOfCare, LevelsText } from '../../model/benefit.js';

/** A column of the comparison. */
export type Column = keyof LevelsText['columns'];

const COLUMNS: readonly Column[] = ['name', 'hours', 'stay', 'routine', 'medical', 'purpose'];

/** Columns in which some row says something. */
export const columnsOf = (levels: readonly LevelOfCare[]): readonly Column[] =>
  COLUMNS.filter((column) => levels.some((level) => level[column]));

/** What a level says in a column, or that nothing is said there. */
export const cellOf = (level: LevelOfCare, column: Column, { unknown }: LevelsText): string => level[column] || unknown;

/** Two levels side by side. */
export interface LevelPair {
  /** The one that the page is about: the marked one, or the first. */
  readonly own: LevelOfCare | undefined;
  readonly others: readonly LevelOfCare[];
  /** Of those, the one that is chosen, else the one that follows `own` in the list, else the last. */
  readonly other: LevelOfCare | undefined;
}

export const pairOf = (levels: readonly LevelOfCare[], chosen?: LevelOfCare): LevelPair => {
  const own = levels.find(({ isCurrent }) => isCurrent) ?? levels[0];
  const others = levels.filter((level) => level !== own);
  const next = own ? others[levels.indexOf(own)] : undefined;
  return { own, others, other: others.find((level) => level === chosen) ?? next ?? others.at(-1) };
};
