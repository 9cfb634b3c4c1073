import type { Phrase } from './spanish.js';

export type Dictionary = Readonly<Record<Phrase, string>>;

/** The widget's own words and dates in one language. */
export interface Localizer {
  /** BCP 47 language of the words: the value for `lang` on them. */
  readonly locale: string;
  /** The phrase in this language, `{name}` replaced by the value of that name. */
  say(phrase: Phrase, values?: Readonly<Record<string, string>>): string;
  /** A calendar day in words, as the publisher counts days; `medium` is "Nov 17, 2026". Empty where `iso` is no date. */
  day(iso: string, style?: 'long' | 'medium'): string;
  /** The first phrase for one, the second for any other number; `{count}` in either is the number as the language writes it. */
  count(count: number, one: Phrase, other: Phrase, values?: Readonly<Record<string, string>>): string;
  /** "A, B and C". */
  list(items: readonly string[]): string;
  /** {@link list} in its parts, for items with markup. */
  listParts(items: readonly string[]): readonly { readonly type: 'element' | 'literal'; readonly value: string }[];
}

/** Whether an ISO date is on a later calendar day than another, as their publisher counts days. */
export const isLaterDay = (iso: string, than: string): boolean => iso.slice(0, 10) > than.slice(0, 10);

/** English needs no dictionary: its words are the keys, written where they are used. */
export const createLocalizer = (locale: string, dictionary?: Dictionary): Localizer => {
  // Intl objects are slow to make and large: one of a kind for a language, made when first needed
  const days: Partial<Record<'long' | 'medium', Intl.DateTimeFormat>> = {};
  let lists: Intl.ListFormat | undefined;
  let plurals: Intl.PluralRules | undefined;
  const say: Localizer['say'] = (phrase, values = {}) =>
    (dictionary?.[phrase] ?? phrase).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return {
    locale,
    say,
    day(iso, style = 'long') {
      const day = new Date(iso.slice(0, 10)).getTime(); // not Date.parse, which old libraries replace
      // read as UTC and shown as UTC: a visitor's own zone would move an evening's post to the next day
      const format = (days[style] ??= new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }));
      return isNaN(day) ? '' : format.format(day);
    },
    count(count, one, other, values) {
      plurals ??= new Intl.PluralRules(locale);
      return say(plurals.select(count) === 'one' ? one : other, { count: count.toLocaleString(locale), ...values });
    },
    list: (items) => (items[1] ? (lists ??= new Intl.ListFormat(locale)).format(items) : (items[0] ?? '')),
    listParts: (items) => (lists ??= new Intl.ListFormat(locale)).formatToParts(items),
  };
};
