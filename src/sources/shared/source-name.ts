import { atWordPressCom } from './wordpress-com.js';

/**
 * The source that an endpoint's URL looks like: `.json`, a last segment `json` below `feed`, `json-feed`, or a parameter
 * such as `?feed=json` is a JSON Feed; `.xml`, `.rss`, `.atom` or a last segment `feed`
 * or `rss` a feed; a key, given or in the URL as Ghost makes them, or a segment `ghost` Ghost; everything else WordPress.
 */
export const inferSource = (endpoint: string, key?: string): string => {
  const { pathname, search } = new URL(endpoint, 'http://localhost');
  if (/\.json$|\/(?:feeds?\/json|json-?feed)\/?$/i.test(pathname)) return 'json-feed';
  if (/[?&](?:feed|format|type)=json(?:-?feed)?(?:&|$)/i.test(search)) return 'json-feed';
  if (/\.(?:xml|rss|atom)$|\/(?:feed|rss)\/?$/i.test(pathname)) return 'feed';
  if (key || /\/ghost(?:\/|$)/.test(pathname) || /[?&]key=[\da-f]{26}(?:&|$)/.test(search)) return 'ghost';
  return 'wordpress';
};

/** Which source speaks to which URL. */
export interface ResolvedSource {
  readonly source: string;
  readonly endpoint: string;
}

/**
 * What an absolute endpoint and the `source` and `key` beside it mean. `source="wordpress.com"` names a site with a domain
 * of its own that WordPress.com hosts: nothing in its URL says so.
 */
export const resolveSource = (endpoint: string, source?: string, key?: string): ResolvedSource =>
  source === 'wordpress.com'
    ? { source: 'wordpress', endpoint: atWordPressCom(endpoint) }
    : { source: source || inferSource(endpoint, key), endpoint };
