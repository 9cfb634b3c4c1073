/**
 * The absolute form of an address that a source gave, or `undefined` where it is not an `http:` or `https:` address.
 * Everything that ends up in `href` or `src` passes through here: `javascript:`, `data:` and their disguises do not.
 */
export const safeUrl = (value: unknown, base?: string): string | undefined => {
  if (typeof value !== 'string' || !value.trim() || !URL.canParse(value, base)) return undefined;
  const { href } = new URL(value, base);
  return /^https?:/.test(href) ? href : undefined;
};

/** {@link safeUrl} for what a page loads by itself: only from `origins`, because every request tells its host who reads. */
export const safeResourceUrl = (
  value: unknown,
  base: string | undefined,
  origins: readonly string[],
): string | undefined => {
  const url = safeUrl(value, base);
  return url && origins.includes(new URL(url).origin) ? url : undefined;
};
