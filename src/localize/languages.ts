import { createLocalizer, type Dictionary, type Localizer } from './localizer.js';

interface Language {
  /** The dictionary, once it is loaded. English needs none. */
  words?: Dictionary;
  /** Loads the dictionary; absent where none is needed any more. */
  load?: (() => Promise<Dictionary>) | undefined;
  loading?: Promise<void> | undefined;
}

/** By language subtag. */
const LANGUAGES: Readonly<Record<string, Language | undefined>> = {
  en: {},
  es: { load: async () => (await import('./spanish.js')).spanish },
};

/** More than a page has: a hostile page that invents language tags must not fill the memory. */
const CAPACITY = 50;

interface CacheEntry {
  readonly localizer: Localizer;
  readonly subtag: string;
  readonly known: Language;
}

/** By language tag: every element of a page asks for the same few. */
const cache = new Map<string, CacheEntry>();

/** English where the tag is not valid or its language has no dictionary: a widget speaks one language, dates included. */
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

/** Sets the dictionary of a language, for programs that cannot wait for {@link loadLanguage}. */
export const provideLanguage = (subtag: string, words: Dictionary): void => {
  const known = LANGUAGES[subtag];
  if (!known) return;
  known.words = words;
  known.load = undefined;
  cache.clear(); // drops the English localizers that stood in
};

const entryFor = (tag: string): CacheEntry => {
  let entry = cache.get(tag);
  if (!entry) {
    const { locale, subtag, known } = find(tag);
    entry = { localizer: createLocalizer(known.load ? 'en' : locale, known.words), subtag, known };
    if (cache.size > CAPACITY) cache.clear();
    cache.set(tag, entry);
  }
  return entry;
};

/** The localizer for a BCP 47 tag: English until {@link loadLanguage} has loaded the dictionary. */
export const localizerFor = (tag: string): Localizer => entryFor(tag).localizer;

/**
 * Loads the dictionary of a language; `undefined` where there is nothing to wait for, so that callers can stay synchronous.
 * Never rejects: without it the widget speaks English, and the next caller tries again.
 */
export const loadLanguage = (tag: string): Promise<void> | undefined => {
  const { subtag, known } = entryFor(tag);
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
