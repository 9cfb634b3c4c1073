/**
 * The source that an endpoint's address looks like: `.json`, a last segment `json` below `feed`, `json-feed`, or a parameter
 * such as `?feed=json` is a JSON Feed; `.xml`, `.rss`, `.atom` or a last segment `feed`
 * or `rss` a feed; a key or a segment `ghost` Ghost; everything else WordPress.
 */
export const inferSource = (endpoint: string, key?: string): string => {
  const { pathname, search } = new URL(endpoint, 'http://localhost');
  if (/\.json$|\/(?:feeds?\/json|json-?feed)\/?$/i.test(pathname)) return 'json-feed';
  if (/[?&](?:feed|format|type)=json(?:-?feed)?(?:&|$)/i.test(search)) return 'json-feed';
  if (/\.(?:xml|rss|atom)$|\/(?:feed|rss)\/?$/i.test(pathname)) return 'feed';
  if (key || /\/ghost(?:\/|$)/.test(pathname)) return 'ghost';
  return 'wordpress';
};
