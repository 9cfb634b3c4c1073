/** Where WordPress.com keeps the REST API of the sites that it hosts: their own addresses have none. */
const API = 'https://public-api.wordpress.com';

/** Whether an address is that of a site which WordPress.com hosts under its own name: `https://NAME.wordpress.com/`. */
export const isWordPressCom = (endpoint: string): boolean =>
  /^(?!public-api\.)[^.]+\.wordpress\.com$/.test(new URL(endpoint).hostname);

/**
 * The REST root of a site that WordPress.com hosts, by the site's own address, its `/wp-json`, or a route below that. A
 * route is kept, and so are query parameters. An address of that API stays as it is.
 *
 * Source: https://developer.wordpress.com/docs/api/rest-api-reference/
 */
export const atWordPressCom = (endpoint: string): string => {
  const { origin, hostname, pathname, searchParams } = new URL(endpoint);
  if (origin === API) return endpoint;
  const route = searchParams.get('rest_route') ?? pathname;
  searchParams.delete('rest_route');
  const [, type = ''] = /\/wp\/v2(\/[\w-]+)\/*$/.exec(route) ?? [];
  const query = searchParams.size ? `?${searchParams}` : '';
  return `${API}/wp/v2/sites/${hostname}${type}${query}`;
};
