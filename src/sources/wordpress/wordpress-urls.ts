import type { ArticleDepth, ArticleReference } from '../../model/content-source.js';

/** How many posts WordPress gives in one answer at most. */
export const BATCH_SIZE = 100;

/** Servers refuse request lines from 8 kB on (Apache, nginx); some room is left for the proxies before them. */
const LONGEST_URL = 7000;

/**
 * The smallest question that still fills a card. `_embedded` follows `_links`; `excerpt` is asked for whole because
 * `excerpt.rendered` would lose `excerpt.protected`.
 */
export const SUMMARY = {
  _embed: 'author,wp:featuredmedia,wp:term',
  _fields:
    'id,slug,date,date_gmt,modified,modified_gmt,link,title,excerpt,_links.author,_links.wp:featuredmedia,_links.wp:term',
} as const;
const FULL = { ...SUMMARY, _fields: `${SUMMARY._fields},content` } as const;

export const fieldsFor = (depth: ArticleDepth): Record<string, string> => (depth === 'full' ? FULL : SUMMARY);

/**
 * Address of a REST route. `endpoint` may be the site's address, its `/wp-json`, a route below it (a custom post type then takes the
 * place of `posts`), or a `?rest_route=` address. Its own query parameters are kept: multilingual plugins and access
 * keys live there. `isPlain` uses `?rest_route=`, which works where permalinks are switched off.
 */
export const wordPressUrl = (
  endpoint: string,
  route: string,
  parameters: Record<string, string>,
  isPlain = false,
): string => {
  const url = new URL(endpoint);
  const query = url.searchParams;
  const [site = '', below = ''] = url.pathname.split(/\/wp-json(?=\/|$)/);
  const type = /^\/wp\/v2\/([\w-]+)/.exec(below || (query.get('rest_route') ?? ''))?.[1];
  const path = `/wp/v2/${route === 'posts' && type ? type : route}`;
  const root = site.replace(/(?:index\.php)?\/*$/, '');
  if (isPlain || query.has('rest_route')) {
    url.pathname = `${root}/`;
    query.set('rest_route', path);
  } else {
    url.pathname = `${root}/wp-json${path}`;
  }
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  url.hash = '';
  return url.href.replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/');
};

/**
 * The addresses that answer for these articles: one for slugs and one for ids, more only where an address would grow too
 * long. Sorted, so that the same set is the same address.
 */
export const articleUrls = (
  endpoint: string,
  references: readonly ArticleReference[],
  depth: ArticleDepth,
  isPlain = false,
): string[] => {
  const urlsFor = (name: 'slug' | 'include', values: string[]): string[] => {
    if (!values.length) return [];
    const url = wordPressUrl(
      endpoint,
      'posts',
      { [name]: values.join(), per_page: String(values.length), ...fieldsFor(depth) },
      isPlain,
    );
    const half = values.length >> 1;
    return url.length > LONGEST_URL && half
      ? [...urlsFor(name, values.slice(0, half)), ...urlsFor(name, values.slice(half))]
      : [url];
  };
  const slugs: string[] = [];
  const ids: string[] = [];
  for (const reference of references) 'slug' in reference ? slugs.push(reference.slug) : ids.push(reference.id);
  return [...urlsFor('slug', slugs.sort()), ...urlsFor('include', ids.sort())];
};
