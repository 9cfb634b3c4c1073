import { createLocalizer, type Dictionary, type Localizer } from './localizer.js';

const LOADERS: Readonly<Record<string, () => Promise<Dictionary>>> = {
  es: async () => (await import('./spanish.js')).spanish,
};

/** More than a page has; a hostile page that invents tags gets no further. */
const MOST = 50;

const ENGLISH = createLocalizer('en');
const localizers = new Map<string, Localizer>();
const loading = new Map<string, Promise<void>>();

const languageOf = (tag: string): string => tag.split('-')[0] ?? '';

/** The tag as Intl spells it, or `en` where there are no words for it: a widget speaks one language, dates included. */
const known = (locale: string): string => {
  try {
    const name = Intl.getCanonicalLocales(locale)[0] ?? '';
    return languageOf(name) in LOADERS || languageOf(name) === 'en' ? name : 'en';
  } catch {
    return 'en';
  }
};

/** What is at hand for a language now: English until {@link loadLanguage} has brought the words. */
export const localizerFor = (locale: string): Localizer => localizers.get(known(locale)) ?? ENGLISH;

/**
 * Brings the words of a language; `undefined` where they are at hand, so that callers can stay synchronous. Never
 * rejects: without the words the widget speaks English, and the next caller tries again.
 */
export const loadLanguage = (locale: string): Promise<void> | undefined => {
  const name = known(locale);
  if (localizers.has(name)) return undefined;
  if (localizers.size > MOST) localizers.clear();
  const load = LOADERS[languageOf(name)];
  if (!load) {
    localizers.set(name, createLocalizer(name));
    return undefined;
  }
  const running =
    loading.get(name) ??
    load()
      .then(
        (dictionary) => void localizers.set(name, createLocalizer(name, dictionary)),
        () => undefined,
      )
      .finally(() => loading.delete(name));
  loading.set(name, running);
  return running;
};
