import type { Phrase } from './spanish.js';

export type Dictionary = Readonly<Record<Phrase, string>>;

/** The widget's own words and dates in one language. */
export interface Localizer {
  /** BCP 47 of the words: what `lang` says on them. */
  readonly locale: string;
  /** The phrase in this language, `{name}` replaced by the value of that name. */
  say(phrase: Phrase, values?: Readonly<Record<string, string>>): string;
  /** A calendar day in words, as the publisher counts days. Empty where `iso` is no date. */
  day(iso: string): string;
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
  let days: Intl.DateTimeFormat | undefined;
  let lists: Intl.ListFormat | undefined;
  return {
    locale,
    say: (phrase, values = {}) =>
      (dictionary?.[phrase] ?? phrase).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
    day(iso) {
      const day = new Date(iso.slice(0, 10)).getTime(); // not Date.parse, which old libraries replace
      // read as UTC and shown as UTC: a visitor's own zone would move an evening's post to the next day
      days ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      return isNaN(day) ? '' : days.format(day);
    },
    list: (items) => (items[1] ? (lists ??= new Intl.ListFormat(locale)).format(items) : (items[0] ?? '')),
    listParts: (items) => (lists ??= new Intl.ListFormat(locale)).formatToParts(items),
  };
};
