import { originOf } from '../../html/urls.js';
import { warnOnce } from '../../model/warn-once.js';

/**
 * Reading of values that a stranger sent: each function gives the value where it has the expected type, and otherwise
 * nothing, so that a missing or mistyped part costs that part only.
 */
export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};

export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A number above 0. */
export const countOf = (value: unknown): number | undefined => {
  const number = Number(value);
  return number > 0 && number < Infinity ? number : undefined;
};

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The parts that are there: what is `undefined` or empty is left out. */
export const omitEmpty = <T extends object>(parts: T): Given<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')) as Given<T>;

/**
 * Milliseconds since 1970 of a date as text; `NaN` where it is none. Not by `Date.parse`: old libraries on host pages
 * (Datejs, MooTools More) replace it by one that answers with an object.
 */
export const timeOf = (date: unknown): number => (typeof date === 'string' ? new Date(date).getTime() : NaN);

/** A date as text that begins with a day, as it is written; of one that was never set, programs write the year 0 or 1. */
export const dateOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return /^[12]\d{3}-\d\d-\d\d/.test(text) && !isNaN(timeOf(text)) ? text : undefined;
};

/** `2025-06-24T13:30:00.000Z`. Not by `toISOString()`, which MooTools More replaces by local time. */
export const toIso = (time: number): string => {
  const date = new Date(time);
  const digits = (value: number, length = 2) => String(value).padStart(length, '0');
  return `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1)}-${digits(date.getUTCDate())}T${digits(date.getUTCHours())}:${digits(date.getUTCMinutes())}:${digits(date.getUTCSeconds())}.${digits(date.getUTCMilliseconds(), 3)}Z`;
};

/** Warns the webmaster, once for each host, why an image is missing and what to write: many sites keep theirs on a CDN. */
export const refusePicture = (value: unknown, base: string): undefined => {
  const origin = originOf(value, base);
  if (!origin) return;
  warnOnce(
    `care-widgets leaves out the pictures from ${origin}: no page setting names that host | Write image-origins="${origin}" on the element or on a <care-config> around it, or data-care-image-origins="${origin}" on the script tag.`,
  );
};
