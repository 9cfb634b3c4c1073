import { safeUrl } from '../../html/urls.js';
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
export const given = <T extends object>(parts: T): Given<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')) as Given<T>;

/** Tells the webmaster, once for a host, why an image is missing and what to write: many sites keep theirs on a CDN. */
export const refusePicture = (value: unknown, base: string): undefined => {
  const url = safeUrl(value, base);
  if (!url) return;
  const { origin } = new URL(url);
  warnOnce(
    `care-widgets leaves out the pictures from ${origin}: no page setting names that host | Write image-origins="${origin}" on the element or on a <care-config> around it, or data-care-image-origins="${origin}" on the script tag.`,
  );
};

/** A slug as people read it: decoded where it came percent-encoded. */
export const decodeSlug = (slug: string): string => {
  try {
    return decodeURIComponent(slug).normalize();
  } catch {
    return slug;
  }
};
