import type { ArticleDepth, ArticleQuery, ArticleReference } from '../../model/content-source.js';
import { decodeSlug } from '../../model/slug.js';

/** How many posts one request asks for: Ghost 6 gives at most 100, and an address with as many slugs may grow too long. */
export const BATCH_SIZE = 50;

/** How many items Ghost gives in one response at most. */
export const MOST_ITEMS = 100;

/** What a card shows; an article with its text takes all fields, because `reading_time` is counted from the text. */
const FIELDS =
  'id,slug,title,url,excerpt,custom_excerpt,published_at,updated_at,feature_image,feature_image_alt,feature_image_caption,access';

/** A value as a string of Ghost's filter language (NQL), which has no way to write a backslash. */
const quote = (value: string): string => `'${value.replace(/\\/g, '_').replace(/['"]/g, '\\$&')}'`;

/** A list of values; slugs that cannot be mistaken for a number, a date or a word of the language stay as they are. */
const listOfValues = (values: readonly string[]): string =>
  `[${[...new Set(values)]
    .filter(Boolean) // Ghost refuses the whole question where one value is empty
    .sort()
    .map((value) => (/^(?!(?:true|false|null|now)\b)[a-z][a-z\d-]*$/.test(value) ? value : quote(value)))
    .join()}]`;

/**
 * Address of one kind of things in the Content API. `endpoint` may be the site's address, that of its admin (`…/ghost/`), or
 * that of the API itself, also one with a version as Ghost 2 to 4 want it (`…/ghost/api/v3/content/`). The key is `key`,
 * or the endpoint's own parameter of that name.
 *
 * Source: https://ghost.org/docs/content-api/
 */
export const ghostUrl = (
  endpoint: string,
  key: string | undefined,
  things: 'posts' | 'tags',
  parameters: Readonly<Record<string, string>>,
): string => {
  const url = new URL(endpoint);
  const [, site = '', version = ''] =
    /^(.*?)(?:\/ghost(?:\/api(\/v\d|\/canary)?(?:\/.*)?|\/.*)?)?\/*$/.exec(url.pathname) ?? [];
  url.pathname = `${site}/ghost/api${version}/content/${things}/`; // without the slash at the end Ghost redirects
  url.hash = '';
  const query = url.searchParams;
  if (key) query.set('key', key);
  for (const parameter in parameters) query.set(parameter, parameters[parameter] ?? '');
  return url.href;
};

/** The address that answers for these articles. */
export const articlesUrl = (
  endpoint: string,
  key: string | undefined,
  references: readonly ArticleReference[],
  depth: ArticleDepth,
): string => {
  const slugs = references.flatMap((reference) =>
    'slug' in reference ? decodeSlug(reference.slug).toLowerCase() : [],
  );
  const ids = references.flatMap((reference) => ('id' in reference ? reference.id : []));
  const filter = Object.entries({ slug: slugs, id: ids }).flatMap(([name, values]) =>
    values.some(Boolean) ? `${name}:${listOfValues(values)}` : [],
  );
  return ghostUrl(endpoint, key, 'posts', {
    filter: filter.join(),
    limit: String(references.length),
    include: 'authors,tags',
    ...(depth === 'full' ? {} : { fields: FIELDS }),
  });
};

/** Ghost takes no notice of a filter that is one group in parentheses and nothing else: those are taken off. */
const all = (conditions: readonly string[]): string =>
  conditions.length > 1 ? conditions.join('+') : (conditions[0] ?? '').replace(/^\((.*)\)$/, '$1');

/** Posts that have all of `conditions`, in Ghost's filter language. */
export const postsUrl = (
  endpoint: string,
  key: string | undefined,
  conditions: readonly string[],
  { limit, page = 1, order = 'desc' }: { limit: number; page?: number; order?: 'asc' | 'desc' },
): string =>
  ghostUrl(endpoint, key, 'posts', {
    ...(conditions.length ? { filter: all(conditions) } : {}),
    limit: String(limit),
    page: String(page),
    order: `published_at ${order}`,
    include: 'authors,tags',
    fields: FIELDS,
  });

/** What a query means in Ghost, which knows tags only: a category is one too. It searches titles and excerpts. */
export const conditionsOf = ({ category, tag, author, search = '', exclude = [] }: Partial<ArticleQuery>): string[] => [
  ...[category, tag].flatMap((slug) => (slug ? `tag:${quote(slug)}` : [])),
  ...(author ? [`author:${quote(author)}`] : []),
  ...(exclude.some(Boolean) ? [`slug:-${listOfValues(exclude)}`] : []),
  ...search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `(title:~${quote(word)},custom_excerpt:~${quote(word)})`),
];

/** The tags that everybody may see, with how many posts each has. */
export const tagsUrl = (endpoint: string, key: string | undefined, page: number): string =>
  ghostUrl(endpoint, key, 'tags', {
    filter: 'visibility:public',
    include: 'count.posts',
    order: 'name asc',
    limit: String(MOST_ITEMS),
    page: String(page),
  });
