import { createLocalizer, type Dictionary, type Localizer } from './localizer.js';

interface Language {
  /** The words, once they are at hand. English needs none. */
  words?: Dictionary;
  /** Present until the words are at hand. */
  load?: (() => Promise<Dictionary>) | undefined;
  loading?: Promise<void> | undefined;
}

/** By language subtag. */
const LANGUAGES: Readonly<Record<string, Language | undefined>> = {
  en: {},
  es: { load: async () => (await import('./spanish.js')).spanish },
};

/** More than a page has; a hostile page that invents tags gets no further. */
const MOST = 50;

interface Spoken {
  readonly localizer: Localizer;
  readonly subtag: string;
  readonly known: Language;
}

/** By tag: every element of a page asks for the same few. */
const spoken = new Map<string, Spoken>();

/** English where the tag is none, or there are no words for it: a widget speaks one language, dates included. */
const find = (tag: string): { readonly locale: string; readonly subtag: string; readonly known: Language } => {
  try {
    const locale = new Intl.Locale(tag);
    const { language: subtag } = locale;
    const known = LANGUAGES[subtag];
    if (known) return { locale: String(locale), subtag, known };
  } catch {
    // a page writes what it likes
  }
  return { locale: 'en', subtag: 'en', known: {} };
};

/** Hands over the words of a language, for programs that cannot wait for {@link loadLanguage}. */
export const provideLanguage = (subtag: string, words: Dictionary): void => {
  const known = LANGUAGES[subtag];
  if (!known) return;
  known.words = words;
  known.load = undefined;
  spoken.clear(); // English stood in
};

const speak = (tag: string): Spoken => {
  let answer = spoken.get(tag);
  if (!answer) {
    const { locale, subtag, known } = find(tag);
    answer = { localizer: createLocalizer(known.load ? 'en' : locale, known.words), subtag, known };
    if (spoken.size > MOST) spoken.clear();
    spoken.set(tag, answer);
  }
  return answer;
};

/** What is at hand for a language now: English until {@link loadLanguage} has brought the words. */
export const localizerFor = (tag: string): Localizer => speak(tag).localizer;

/**
 * Brings the words of a language; `undefined` where they are at hand, so that callers can stay synchronous. Never
 * rejects: without the words the widget speaks English, and the next caller tries again.
 */
export const loadLanguage = (tag: string): Promise<void> | undefined => {
  const { subtag, known } = speak(tag);
  return (
    known.load &&
    (known.loading ??= known.load().then(
      (words) => provideLanguage(subtag, words),
      () => {
        known.loading = undefined;
      },
    ))
  );
};
