/** A heading's level as authors write it: 1 to 6; anything else is 2. */
export const headingLevelOf = (level: unknown): number => (/^[1-6]$/.test(String(level)) ? Number(level) : 2);
