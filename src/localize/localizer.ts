import type { Phrase } from './spanish.js';

export type Dictionary = Readonly<Record<Phrase, string>>;

/** The widget's own words, dates and numbers in one language. */
export interface Localizer {
  /** BCP 47 of the words: what `lang` says on them. */
  readonly locale: string;
  /** The phrase in this language, `{name}` replaced by the value of that name. */
  say(phrase: Phrase, values?: Readonly<Record<string, string>>): string;
  /** A calendar day in words, as the publisher counts days. Empty where `iso` is no date. */
  day(iso: string): string;
  number(value: number): string;
  /** "A, B and C". */
  list(items: readonly string[]): string;
}

const FORMATTERS = 50;
const formatters = new Map<string, unknown>();

/** Intl objects are slow to make and hold much memory: few are kept, for everybody. */
const formatter = <T>(kind: string, locale: string, make: () => T): T => {
  const key = `${kind} ${locale}`;
  if (!formatters.has(key)) {
    if (formatters.size >= FORMATTERS) formatters.clear();
    formatters.set(key, make());
  }
  return formatters.get(key) as T; // the kind in the key stands for the type
};

/** English needs no dictionary: its words are the keys, written where they are used. */
export const createLocalizer = (locale: string, dictionary?: Dictionary): Localizer => ({
  locale,
  say: (phrase, values = {}) =>
    (dictionary?.[phrase] ?? phrase).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  day(iso) {
    // read as UTC and shown as UTC: a visitor's own zone would move an evening's post to the next day
    const day = Date.parse(iso.slice(0, 10));
    const format = () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    return isNaN(day) ? '' : formatter('day', locale, format).format(day);
  },
  number: (value) => formatter('number', locale, () => new Intl.NumberFormat(locale)).format(value),
  list: (items) => formatter('list', locale, () => new Intl.ListFormat(locale)).format(items),
});
