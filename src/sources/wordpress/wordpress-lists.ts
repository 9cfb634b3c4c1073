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

export const listArticles = async (
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

export const getNeighbors = async (
  api: WordPressApi,
  { id, publishedAt, categories: [category] }: Article,
  sameCategory: boolean,
  signal: AbortSignal,
): Promise<Neighbors> => {
  if (!publishedAt) return {};
  const moment = new Date(publishedAt).toISOString();
  const common: Record<string, string> = { ...summaryFields(), exclude: id, per_page: '1' };
  if (sameCategory && category) common.categories = category.id;
  const neighbor = async (bound: 'before' | 'after', order: 'desc' | 'asc') => {
    const { list } = await api.getRoute('posts', { ...common, [bound]: moment, order }, signal);
    return (await api.mapPosts(list, 'summary'))[0];
  };
  const [previous, next] = await Promise.all([neighbor('before', 'desc'), neighbor('after', 'asc')]);
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
