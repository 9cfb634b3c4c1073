/**
 * A URL as an object, a relative one resolved against `base`; `undefined` where it is absent or cannot be parsed. It may have
 * any scheme: what ends up in `href` or `src` passes `safeUrl()` of `html/`.
 */
export const parseUrl = (written: string | undefined, base?: string | URL): URL | undefined =>
  written !== undefined && URL.canParse(written, base) ? new URL(written, base) : undefined;
