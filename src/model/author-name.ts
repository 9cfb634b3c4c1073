import type { Author } from './author.js';

/** What belongs to the name although it stands behind a comma. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|esq)\.?$/i;

/**
 * Letters after a name: `MS`, `LPC`, `Ph.D.`, `PsyD`, `LCDC-I`, `CADC II`, `LMFT-S`, `NCAC I`, `M.Ed.`, `BC-DMT`, `LAC/S`. At least
 * two capitals, no blank but before a Roman numeral, at most twelve characters.
 */
const LETTERS = /^(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z./-]{0,9}[A-Za-z.](?:[ -](?:I{1,3}|IV|V|[1-4]))?(?:®)?$/;

/**
 * Splits a byline as people write it, "Jane Roe, MS, LPC", into name and letters. Only a run of letters at the end is
 * taken: "Martin Luther King, Jr." and "Roe, Jane" stay whole, and "King, Jr., PhD" loses the PhD only.
 */
export const parseAuthorName = (byline: string): Pick<Author, 'name' | 'credentials'> => {
  const parts = byline
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  let end = parts.length;
  while (end > 1 && LETTERS.test(parts[end - 1] ?? '') && !SUFFIX.test(parts[end - 1] ?? '')) end--;
  return { name: parts.slice(0, end).join(', '), credentials: parts.slice(end) };
};
