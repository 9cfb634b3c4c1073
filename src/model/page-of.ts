/** The page that a list begins with, as authors write it: 1 or more; anything else is 1. */
export const pageOf = (written: unknown): number => Math.max(1, Math.trunc(Number(written)) || 1);

/** Articles a page, as authors write it: 1 to 100; anything else is 6. */
export const pageSizeOf = (written: unknown): number =>
  Math.min(100, Math.max(1, Math.trunc(Number(written ?? NaN)) || 6));
