/** Marks the element of the light DOM that holds the text; the prose rules hold within it. */
export const PROSE = 'data-care-body';

/** Marks the description in the light DOM. */
export const DATA = 'data-care-structured-data';
