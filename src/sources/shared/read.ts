/**
 * Reading of values that a stranger sent: each function gives the value where it has the expected type, and otherwise
 * nothing, so that a missing or mistyped part costs that part only.
 */
export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A number above 0. */
export const countOf = (value: unknown): number | undefined => {
  const number = Number(value);
  return number > 0 && isFinite(number) ? number : undefined;
};

/** The value as an object's part: absent rather than `undefined` or empty. */
export const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: V };

/** A slug as people read it: decoded where it came percent-encoded. */
export const decodeSlug = (slug: string): string => {
  try {
    return decodeURIComponent(slug).normalize();
  } catch {
    return slug;
  }
};
