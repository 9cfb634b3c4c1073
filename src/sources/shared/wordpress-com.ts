/** Where WordPress.com keeps the REST API of the sites that it hosts: their own URLs have none. */
const API = 'public-api.wordpress.com';

/** Whether a URL is that of a site which WordPress.com hosts under its own name: `https://NAME.wordpress.com/`. */
export const isWordPressCom = (endpoint: string): boolean => {
  const { hostname } = new URL(endpoint);
  return hostname !== API && /^[^.]+\.wordpress\.com$/.test(hostname);
};

/**
 * The REST root of a site that WordPress.com hosts, by the site's own URL, its `/wp-json`, or a route below that. A
 * route is kept, and so are query parameters. A URL of that API stays as it is.
 *
 * Source: https://developer.wordpress.com/docs/api/rest-api-reference/
 */
export const atWordPressCom = (endpoint: string): string => {
  const url = new URL(endpoint);
  if (url.hostname === API) return endpoint;
  const [, type = ''] = /\/wp\/v2(\/[\w-]+)\/*$/.exec(url.searchParams.get('rest_route') ?? url.pathname) ?? [];
  url.searchParams.delete('rest_route');
  return `https://${API}/wp/v2/sites/${url.hostname}${type}${url.search}`;
};
