/**
 * An `http:` or `https:` URL as an object, so that {@link safeResourceUrl} need not parse its string again; `undefined` for
 * anything else.
 */
const parse = (value: unknown, base: string | undefined): URL | undefined => {
  if (typeof value !== 'string' || !value.trim()) return undefined;
  try {
    // most URLs are absolute: for those the base need not be parsed as well
    const url = /^https?:\/\//i.test(value) ? new URL(value) : new URL(value, base);
    return /^https?:/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The absolute form of a URL that a source gave, or `undefined` where it is not an `http:` or `https:` URL.
 * Everything that ends up in `href` or `src` passes through here: `javascript:`, `data:` and their disguises do not.
 */
export const safeUrl = (value: unknown, base?: string): string | undefined => parse(value, base)?.href;

/** The origin of a URL that {@link safeUrl} lets pass. */
export const originOf = (value: unknown, base?: string): string | undefined => parse(value, base)?.origin;

/**
 * {@link safeUrl} for what a page loads by itself: only from `origins`, because every request tells its host who reads.
 * `https:` among them allows every host, as in a Content-Security-Policy: for programs, which read on nobody's behalf.
 */
export const safeResourceUrl = (
  value: unknown,
  base: string | undefined,
  origins: readonly string[],
): string | undefined => {
  const url = parse(value, base);
  // Old posts name by http what their host serves by https too; a page of https would refuse to load it.
  if (!url || origins.includes(url.origin)) return url?.href;
  if (url.protocol === 'http:') url.protocol = 'https:';
  return origins.includes(url.origin) || origins.includes(url.protocol) ? url.href : undefined;
};
