import type { Author } from './author.js';

/** A person's name with the letters as they were given. */
export const nameWithCredentials = ({ name, credentials }: Author): string => [name, ...credentials].join(', ');

/** What belongs to the name although it stands behind a comma. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|esq)\.?$/i;

/** The parts of degrees that are not written in capitals: `PsyD`, `MEd`, `PharmD`, `DPhil`, `MSc`, `MDiv`, `LAc`, `BCaBA`. */
const STEM = 'Pharm|Psych|Clin|Dipl|Phil|Cert|Psy|Div|Min|Dip|Nat|Ph|Ed|Sc|Ac|Ca|Th|[A-Z]';

/**
 * Letters after a name, without full stops: `MS`, `LPC`, `PhD`, `LCDC-I`, `CADC II`, `LMFT-S`, `NCAC I`, `BC-DMT`, `LAC/S`.
 * At least two capitals, no blank but before a number. `DeShawn` and `McKenzie` are names: `De` and `Mc` are no stems.
 */
const LETTERS = new RegExp(
  `^(?=(?:[^A-Z]*[A-Z]){2})(?:${STEM})+(?:[/-](?:${STEM})+)*(?:[ -](?:I{1,3}|IV|V|[1-4]))?®?$`,
);

/** In a byline that is all in capitals, what can be spoken is a name ("DOE, JANE"), but for these. */
const SPEAKABLE = /[AEIOUY]/;
const SHORT_DEGREES = /^(?:MA|BA|DO|EDD|EDS|MED|OD)$/;

const isLetters = (part: string, isAllCapitals: boolean): boolean => {
  const plain = part.replace(/\.\s?/g, '');
  if (plain.length > 12 || SUFFIX.test(part) || !LETTERS.test(plain)) return false;
  return !isAllCapitals || plain !== part || !SPEAKABLE.test(plain) || SHORT_DEGREES.test(plain);
};

/**
 * Splits a byline as people write it, "Jane Roe, MS, LPC", into name and letters. Only a run of letters at the end is
 * taken: "Martin Luther King, Jr.", "Roe, DeShawn" and "DOE, JANE" stay whole, and "King, Jr., PhD" loses the PhD only.
 */
export const parseAuthorName = (byline: string): Pick<Author, 'name' | 'credentials'> => {
  const parts = byline
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  let end = parts.length;
  const [first = ''] = parts;
  const isAllCapitals = /\p{Lu}/u.test(first) && !/\p{Ll}/u.test(first);
  while (end > 1 && isLetters(parts[end - 1] ?? '', isAllCapitals)) end--;
  return { name: parts.slice(0, end).join(', '), credentials: parts.slice(end) };
};

/** A person as attributes name them: letters of their own win over those behind the name. */
export const namedAuthor = (byline: string, letters: string | undefined): Pick<Author, 'name' | 'credentials'> =>
  letters === undefined
    ? parseAuthorName(byline)
    : {
        name: byline,
        credentials: letters
          .split(/[,;]/)
          .map((part) => part.trim())
          .filter(Boolean),
      };
