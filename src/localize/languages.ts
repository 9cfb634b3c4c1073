import { createLocalizer, type Dictionary, type Localizer } from './localizer.js';

const LOADERS: Readonly<Record<string, () => Promise<Dictionary>>> = {
  es: async () => (await import('./spanish.js')).spanish,
};

const ENGLISH = createLocalizer('en');
const localizers = new Map<string, Localizer>();
const loading = new Map<string, Promise<void>>();

/** The tag as Intl spells it, or English where there are no words for it: a widget speaks one language, dates included. */
const known = (locale: string): string => {
  const language = /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? '';
  if (language !== 'en' && !(language in LOADERS)) return 'en';
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return language;
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
  const loader = LOADERS[name.split('-')[0] ?? ''];
  if (!loader) {
    localizers.set(name, createLocalizer(name));
    return undefined;
  }
  const running =
    loading.get(name) ??
    loader()
      .then((dictionary) => void localizers.set(name, createLocalizer(name, dictionary)))
      .catch(() => undefined)
      .finally(() => loading.delete(name));
  loading.set(name, running);
  return running;
};
