import type { ArticleDepth, ArticleReference } from '../../model/content-source.js';

/** How many posts WordPress gives in one answer at most. */
export const BATCH_SIZE = 100;

/** Servers refuse request lines from 8 kB on (Apache, nginx); some room is left for the site's own address. */
const LONGEST_LIST = 6500;

/**
 * The smallest question that still fills a card. `_embedded` follows `_links`; `excerpt` is asked for whole because
 * `excerpt.rendered` would lose `excerpt.protected`.
 */
export const summaryFields = (depth: ArticleDepth = 'summary'): Record<string, string> => ({
  _embed: 'author,wp:featuredmedia,wp:term',
  _fields: `id,slug,date,date_gmt,modified,modified_gmt,link,title,excerpt,_links.author,_links.wp:featuredmedia,_links.wp:term${depth === 'full' ? ',content' : ''}`,
});

/**
 * Address of a REST route. `endpoint` may be the site's address, its `/wp-json`, a route below it (a custom post type
 * then takes the place of `posts`), or a `?rest_route=` address. Its own query parameters are kept: multilingual plugins
 * and access keys live there. `isPlain` uses `?rest_route=`, which works where permalinks are switched off.
 */
export const wordPressUrl = (
  endpoint: string,
  route: string,
  parameters: Record<string, string>,
  isPlain = false,
): string => {
  const url = new URL(endpoint);
  const query = url.searchParams;
  const [, site = '', type] =
    /^(.*?)(?:\/index\.php)?(?:\/wp-json(?:\/wp\/v2(?:\/([\w-]+))?)?)?\/*$/.exec(url.pathname) ?? [];
  const path = `/wp/v2/${(route === 'posts' && type) || route}`;
  const isQuery = isPlain || query.has('rest_route');
  url.pathname = site + (isQuery ? '/' : `/wp-json${path}`);
  if (isQuery) query.set('rest_route', path);
  for (const name in parameters) query.set(name, parameters[name] ?? '');
  url.hash = '';
  return url.href.replace(/%(?:2C|3A|2F)/g, decodeURIComponent); // shorter, and readable in a network panel
};

/**
 * The addresses that answer for these articles: one for slugs and one for ids, more only where an address would grow too
 * long. Sorted, so that the same set is the same address. An id that is no number is left out: WordPress would refuse
 * the whole question; and a slug with a comma: it would take the places of others in the answer.
 */
export const articleUrls = (
  endpoint: string,
  references: readonly ArticleReference[],
  depth: ArticleDepth,
  isPlain = false,
): string[] => {
  const urlsFor = (name: 'slug' | 'include', values: string[]): string[] => {
    const { length } = values;
    if (!length) return [];
    const list = values.sort().join();
    const half = length >> 1;
    return half && encodeURIComponent(list).length > LONGEST_LIST
      ? [...urlsFor(name, values.slice(0, half)), ...urlsFor(name, values.slice(half))]
      : [wordPressUrl(endpoint, 'posts', { [name]: list, per_page: String(length), ...summaryFields(depth) }, isPlain)];
  };
  return [
    ...urlsFor(
      'slug',
      references.flatMap((reference) => ('slug' in reference && !reference.slug.includes(',') ? reference.slug : [])),
    ),
    ...urlsFor(
      'include',
      references.flatMap((reference) => ('id' in reference && /^\d+$/.test(reference.id) ? reference.id : [])),
    ),
  ];
};
