import type { Article, ArticlePage, Neighbors } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleQuery } from '../../model/content-source.js';
import type { Category } from '../../model/taxonomy.js';
import { textOf } from '../shared/read.js';
import { mapTerm } from './map-post.js';
import type { WordPressApi } from './wordpress-api.js';
import { BATCH_SIZE, summaryFields } from './wordpress-urls.js';

/** Filters take numbers only: the slugs' numbers are looked up, several in one question; digits are taken as the number. */
const idsOf = async (
  api: WordPressApi,
  route: string,
  slugs: readonly string[],
  signal: AbortSignal,
): Promise<string> => {
  const isId = (name: string) => /^\d+$/.test(name);
  const ids = slugs.filter(isId);
  const names = slugs.filter((slug) => !isId(slug));
  if (names.length) {
    const parameters = { slug: names.join(), _fields: 'id', per_page: String(BATCH_SIZE) };
    const { list } = await api.getRoute(route, parameters, signal);
    ids.push(...list.map(({ id }) => textOf(id)));
  }
  return ids.join();
};

const readArticles = async (
  api: WordPressApi,
  { category, tag, author, search, exclude = [], page, perPage }: ArticleQuery,
  signal: AbortSignal,
): Promise<ArticlePage> => {
  const parameters: Record<string, string> = { ...summaryFields(), page: String(page), per_page: String(perPage) };
  if (search) parameters.search = search;
  const filters = [
    { parameter: 'categories', route: 'categories', slugs: category ? [category] : [] },
    { parameter: 'tags', route: 'tags', slugs: tag ? [tag] : [] },
    { parameter: 'author', route: 'users', slugs: author ? [author] : [] },
    { parameter: 'exclude', route: 'posts', slugs: exclude },
  ];
  const found = await Promise.all(filters.map(({ route, slugs }) => idsOf(api, route, slugs, signal)));
  for (const [index, { parameter, slugs }] of filters.entries()) {
    const ids = found[index];
    if (ids) parameters[parameter] = ids;
    else if (slugs.length && parameter !== 'exclude') return { articles: [], page, hasMore: false, total: 0 };
  }
  try {
    const { list, headers } = await api.getRoute('posts', parameters, signal);
    const articles = await api.mapPosts(list, 'summary');
    const total = headers.get('x-wp-total');
    const pages = headers.get('x-wp-totalpages');
    return {
      articles,
      page,
      hasMore: pages ? +pages > page : articles.length >= perPage,
      ...(total ? { total: +total } : {}),
    };
  } catch (error) {
    // a page past the end is refused with 400
    if (page > 1 && error instanceof CareError && error.status === 400) return { articles: [], page, hasMore: false };
    throw error;
  }
};

export const listArticles = (api: WordPressApi, query: ArticleQuery, signal: AbortSignal): Promise<ArticlePage> => {
  const answer = readArticles(api, query, signal);
  const { category, tag, author, search, exclude, page } = query;
  if (page === 1 && !(category || tag || author || search || exclude)) {
    api.newest = answer.catch(() => undefined); // told to whoever asked for the list
  }
  return answer;
};

/** What a link needs. Without what is embedded, sixty posts are smaller than two that embed. */
const LINK_FIELDS = { _fields: 'id,slug,date,date_gmt,link,title' };

/** Most posts of a stretch of {@link NEARBY} days, so that one answer holds the post and those on both sides of it. */
const MOST_NEARBY = 60;
const NEARBY = 180 * 86_400_000;

/** Whether the newest posts show that one answer holds a post of that moment with all that are newer. */
const allFit = (newest: ArticlePage | undefined, moment: number): boolean => {
  const { articles = [], total = Infinity } = newest ?? {};
  const newer = articles.filter(({ publishedAt = '' }) => Date.parse(publishedAt) > moment).length;
  return total <= MOST_NEARBY || (newer < articles.length && newer < MOST_NEARBY - 1);
};

/**
 * The posts around one in one request: those up to half a year newer, and as many older ones as fit. Only where that
 * cannot tell (nothing newer for so long, or very much) the missing side is asked for by itself. A list on the page that
 * shows how few newer posts there are makes that needless: then all of them are asked for. It is waited for only where a
 * post is older than half a year.
 */
export const getNeighbors = async (
  api: WordPressApi,
  { id, publishedAt, categories: [category] }: Article,
  sameCategory: boolean,
  signal: AbortSignal,
): Promise<Neighbors> => {
  const moment = Date.parse(publishedAt ?? '');
  if (isNaN(moment)) return {};
  const find = async (parameters: Record<string, string>): Promise<readonly Article[]> => {
    const within = sameCategory && category ? { categories: category.id } : {};
    const { list } = await api.getRoute('posts', { ...LINK_FIELDS, ...within, ...parameters }, signal);
    return api.mapPosts(list, 'summary');
  };
  const iso = (time: number) => new Date(time).toISOString();
  const end = moment + NEARBY;
  const isOld = end < Date.now();
  const fits = isOld && allFit(await api.newest, moment);
  const around = await find({ ...(fits ? {} : { before: iso(end) }), order: 'desc', per_page: `${MOST_NEARBY}` });
  const at = around.findIndex((post) => post.id === id);
  const one = async (parameters: Record<string, string>) =>
    (await find({ exclude: id, per_page: '1', ...parameters }))[0];
  const mayHaveOlder = at < 0 || at === MOST_NEARBY - 1;
  const mayHaveNewer = at < 0 || (!at && isOld && !fits);
  const [previous, next] = await Promise.all([
    mayHaveOlder ? one({ before: iso(moment), order: 'desc' }) : around[at + 1],
    mayHaveNewer ? one({ after: iso(moment), order: 'asc' }) : around[at - 1],
  ]);
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
};

export const listCategories = async (api: WordPressApi, signal: AbortSignal): Promise<readonly Category[]> => {
  const parameters = {
    per_page: String(BATCH_SIZE),
    hide_empty: 'true',
    _fields: 'id,slug,name,link,count,parent',
  };
  const { list } = await api.getRoute('categories', parameters, signal);
  return list.map((term) => mapTerm(term, api.endpoint));
};
