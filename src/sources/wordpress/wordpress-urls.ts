import type { ArticleDepth, ArticleReference } from '../../model/content-source.js';
import { atWordPressCom, isWordPressCom } from '../shared/wordpress-com.js';

/**
 * How many posts one request asks for. WordPress gives up to {@link MOST_ITEMS}, but makes each post with all that is
 * embedded in it one after the other: small requests run side by side on the server, answer before the time-out, and fail
 * by themselves.
 */
export const BATCH_SIZE = 20;

/** How many items WordPress gives in one response at most. */
export const MOST_ITEMS = 100;

/** Servers refuse request lines from 8 kB on (Apache, nginx); some room is left for the site's own URL. */
const LONGEST_LIST = 6500;

/**
 * The smallest question that still fills a card. `_embedded` follows `_links`; `excerpt` is asked for whole because
 * `excerpt.rendered` would lose `excerpt.protected`. Pictures and authors are embedded, because separate requests for
 * them (`include=`) cost WordPress more and would have to wait for the posts. Terms cost as much again as both, so that
 * they are asked for only where they are shown; `categories` gives their numbers for nothing. `authors` comes from
 * plugins for guest authors, `care_widgets` from the plugin of this library; where a site has none, it leaves them out.
 */
const summaryFields = (depth: ArticleDepth = 'summary'): Record<string, string> => {
  const terms = depth === 'summary' ? '' : 'wp:term';
  return {
    _embed: `author,wp:featuredmedia${terms && `,${terms}`}`,
    _fields: `id,slug,date,date_gmt,modified,modified_gmt,link,title,excerpt,categories,authors,care_widgets,_links.author,_links.wp:featuredmedia${terms && `,_links.${terms}`}${depth === 'full' ? ',content,yoast_head_json.author' : ''}`,
  };
};

interface Endpoint {
  /** Path of the site, without a slash at the end. */
  readonly site: string;
  /** Path of the namespace where the endpoint names it, as `/wp-json/wp/v2` or `/wp/v2/sites/SITE` of WordPress.com. */
  readonly root?: string | undefined;
  /** The REST name of a custom post type, which then takes the place of `posts`. */
  readonly type?: string | undefined;
  /** Whether it answers below `?rest_route=` too: a namespace elsewhere than below `/wp-json` may be no WordPress at all. */
  readonly hasPlain: boolean;
}

const readEndpoint = ({ pathname, searchParams }: URL): Endpoint => {
  const [, root, type] = /^(.*\/wp\/v2(?:\/sites\/[^/]+)?)(?:\/([\w-]+))?\/*$/.exec(pathname) ?? [];
  const [, site = ''] = /^(.*?)(?:\/index\.php)?(?:\/wp-json(?:\/wp\/v2)?)?\/*$/.exec(root ?? pathname) ?? [];
  const [, plainType] = /^\/wp\/v2\/([\w-]+)\/*$/.exec(searchParams.get('rest_route') ?? '') ?? [];
  return { site, root, type: plainType ?? type, hasPlain: !root || root.endsWith('/wp-json/wp/v2') };
};

/** URL of the site that an endpoint belongs to, with a slash at the end. At WordPress.com the path names the site. */
export const siteAddress = (endpoint: string): string => {
  const url = new URL(endpoint);
  const { site, root = '' } = readEndpoint(url);
  const hosted = /\/sites\/([^/]+\.[^/]+)$/.exec(root)?.[1];
  return hosted ? `https://${hosted}/` : `${url.origin}${site}/`;
};

/**
 * Origins that a site's own pictures come from, besides that of the endpoint: what its REST root at WordPress.com names by
 * the path, and where WordPress.com keeps the uploads of a site under its own name.
 */
export const pictureOrigins = (endpoint: string): readonly string[] => {
  const { origin, hostname } = new URL(siteAddress(endpoint));
  return isWordPressCom(origin)
    ? [hostname, hostname.replace('.', '.files.')].map((host) => `https://${host}`)
    : [origin];
};

/** Whether an endpoint names a post type other than `posts`: it may lack authors, categories or tags. */
export const isCustomType = (endpoint: string): boolean => {
  const { type } = readEndpoint(new URL(endpoint));
  return !!type && type !== 'posts';
};

/**
 * URL of a REST route. `endpoint` may be the site's URL, its `/wp-json`, a namespace (`…/wp/v2`,
 * `…/wp/v2/sites/SITE`), a route below it (a custom post type then takes the place of `posts`), or a `?rest_route=`
 * URL; below `NAME.wordpress.com` it stands for the REST root of that site. Its own query parameters are kept: multilingual plugins and access keys live there. `isPlain` uses
 * `?rest_route=`, which works where permalinks are switched off.
 */
export const wordPressUrl = (
  endpoint: string,
  route: string,
  parameters: Record<string, string>,
  isPlain = false,
): string => {
  const url = new URL(isWordPressCom(endpoint) ? atWordPressCom(endpoint) : endpoint);
  const query = url.searchParams;
  const { site, root = `${site}/wp-json/wp/v2`, type, hasPlain } = readEndpoint(url);
  const name = (route === 'posts' && type) || route;
  const isQuery = (isPlain && hasPlain) || query.has('rest_route');
  url.pathname = isQuery ? `${site}/` : `${root}/${name}`;
  if (isQuery) query.set('rest_route', `/wp/v2/${name}`);
  for (const parameter in parameters) query.set(parameter, parameters[parameter] ?? '');
  url.hash = '';
  return url.href.replace(/%(?:2C|3A|2F)/g, decodeURIComponent); // shorter, and readable in a network panel
};

/** References that one request answers for. */
export interface ReferenceGroup {
  readonly name: 'slug' | 'include';
  readonly values: readonly string[];
}

/**
 * The references by request: one for slugs and one for ids, more only where a URL would grow too long. Sorted, so
 * that the same set is the same URL. An id that is no number is left out: WordPress would refuse the whole question;
 * and a slug with a comma: it would take the places of others in the response.
 */
export const groupReferences = (references: readonly ArticleReference[]): readonly ReferenceGroup[] => {
  const split = (name: ReferenceGroup['name'], values: readonly string[]): ReferenceGroup[] => {
    const half = values.length >> 1;
    return half && encodeURIComponent(values.join()).length > LONGEST_LIST
      ? [...split(name, values.slice(0, half)), ...split(name, values.slice(half))]
      : values.length
        ? [{ name, values }]
        : [];
  };
  const slugs = references.flatMap((reference) =>
    'slug' in reference && !reference.slug.includes(',') ? reference.slug : [],
  );
  const ids = references.flatMap((reference) => ('id' in reference && /^\d+$/.test(reference.id) ? reference.id : []));
  return [...split('slug', [...new Set(slugs)].sort()), ...split('include', [...new Set(ids)].sort())];
};

/** The URL that answers for a group. */
export const groupUrl = (
  endpoint: string,
  { name, values }: ReferenceGroup,
  depth: ArticleDepth,
  isPlain = false,
): string =>
  wordPressUrl(
    endpoint,
    'posts',
    { [name]: values.join(), per_page: String(values.length), ...summaryFields(depth) },
    isPlain,
  );

/** The URLs that answer for these articles. */
export const articleUrls = (endpoint: string, references: readonly ArticleReference[], depth: ArticleDepth): string[] =>
  groupReferences(references).map((group) => groupUrl(endpoint, group, depth));

/** Parameters of a list without filters, whose numbers would have to be looked up. */
export const listParameters = (page: number, perPage: number, search?: string): Record<string, string> => ({
  ...summaryFields(),
  page: String(page),
  per_page: String(perPage),
  ...(search ? { search } : {}),
});

/** Parameters of the categories, as many as WordPress gives in one response. */
export const CATEGORY_PARAMETERS: Readonly<Record<string, string>> = {
  per_page: String(MOST_ITEMS),
  hide_empty: 'true',
  _fields: 'id,slug,name,link,count,parent',
};
