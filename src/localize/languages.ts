import { createLocalizer, type Dictionary, type Localizer } from './localizer.js';

const LOADERS: Readonly<Record<string, () => Promise<Dictionary>>> = {
  es: async () => (await import('./spanish.js')).spanish,
};

/** More than a page has; a hostile page that invents tags gets no further. */
const MOST = 50;

const ENGLISH = new Intl.Locale('en');

/** By language. English needs none. */
const dictionaries: Record<string, Dictionary | undefined> = { en: undefined };
const loading = new Map<string, Promise<void>>();
const localizers = new Map<string, Localizer>();

/** English where the tag is none, or there are no words for it: a widget speaks one language, dates included. */
const known = (tag: string): Intl.Locale => {
  try {
    const locale = new Intl.Locale(tag);
    if (locale.language in { ...dictionaries, ...LOADERS }) return locale;
  } catch {
    // a page writes what it likes
  }
  return ENGLISH;
};

/** What is at hand for a language now: English until {@link loadLanguage} has brought the words. */
export const localizerFor = (tag: string): Localizer => {
  const locale = known(tag);
  const isHere = locale.language in dictionaries;
  const name = String(isHere ? locale : ENGLISH);
  let localizer = localizers.get(name);
  if (!localizer) {
    if (localizers.size > MOST) localizers.clear();
    localizer = createLocalizer(name, dictionaries[locale.language]);
    localizers.set(name, localizer);
  }
  return localizer;
};

/**
 * Brings the words of a language; `undefined` where they are at hand, so that callers can stay synchronous. Never
 * rejects: without the words the widget speaks English, and the next caller tries again.
 */
export const loadLanguage = (tag: string): Promise<void> | undefined => {
  const { language } = known(tag);
  if (language in dictionaries) return undefined;
  const load = async () => {
    try {
      dictionaries[language] = await LOADERS[language]?.();
    } catch {
      loading.delete(language);
    }
  };
  const running = loading.get(language) ?? load();
  loading.set(language, running);
  return running;
};
