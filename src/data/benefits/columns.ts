import type { LevelOfCare, LevelsText } from '../../model/benefit.js';

/** A column of the comparison. */
export type Column = keyof LevelsText['columns'];

const COLUMNS: readonly Column[] = ['name', 'hours', 'stay', 'routine', 'medical', 'purpose'];

/** Columns in which some row says something. */
export const columnsOf = (levels: readonly LevelOfCare[]): readonly Column[] =>
  COLUMNS.filter((column) => levels.some((level) => level[column]));
