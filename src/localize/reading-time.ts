/**
 * Words a minute of silent reading: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The
 * New International Reading Speed Texts IReST", 2012, table 1. Characters for `ja` and `zh`.
 */
export const SPEEDS =
  'ar138 de179 en228 es218 fi161 fr195 he187 it188 ja357 nl202 pl166 pt181 ru184 sl180 sv199 tr166 zh255';

const speedOf = (language: string, otherwise: number): number =>
  Number(
    SPEEDS.split(' ')
      .find((entry) => entry.slice(0, 2) === language.slice(0, 2))
      ?.slice(2) ?? otherwise,
  );

/** Written without blanks, a character is about a word's worth. */
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Written without blanks too, but of words. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/**
 * Characters of East and Southeast Asian scripts. Texts without any, such as Latin, Greek, Cyrillic, Hebrew or Arabic ones,
 * need no closer look.
 */
const EASTERN = /[\u0e00-\u109f\u1780-\u17ff\u3040-\ufaff\u{20000}-\u{3ffff}]/u;

/** Words between blanks. Not by `split()`: a long article has thousands, and they are counted each time that it is shown. */
const countSpaced = (text: string): number => {
  let count = 1;
  for (const blanks = /\s+/g; blanks.test(text);) count++;
  return count;
};

const countWords = (text: string): number =>
  UNSPACED.test(text)
    ? [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].filter((part) => part.isWordLike).length
    : countSpaced(text);

/** Whole minutes, at least 1. `language` is BCP 47; where it is not known, 200 words a minute. */
export const readingMinutes = (text: string, language: string): number => {
  if (!EASTERN.test(text)) return Math.max(1, Math.round(countSpaced(text) / speedOf(language, 200)));
  const words = text.replace(IDEOGRAPHS, ' ').trim();
  const characters = text.match(IDEOGRAPHS)?.length ?? 0;
  const minutes =
    characters / speedOf(language.startsWith('ja') ? 'ja' : 'zh', 255) +
    (words ? countWords(words) : 0) / speedOf(characters ? 'en' : language, 200);
  return Math.max(1, Math.round(minutes));
};
