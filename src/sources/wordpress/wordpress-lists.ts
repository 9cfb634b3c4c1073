import type { Article, ArticlePage, Neighbors } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleQuery } from '../../model/content-source.js';
import type { Category } from '../../model/taxonomy.js';
import { warnOnce } from '../../model/warn-once.js';
import { textOf, timeOf, toIso, type Fields } from '../shared/read.js';
import { mapTerm } from '../shared/map-term.js';
import type { WordPressApi } from './wordpress-api.js';
import { CATEGORY_PARAMETERS, isCustomType, listParameters, MOST_ITEMS } from './wordpress-urls.js';

/** Tells the webmaster why a list is empty. */
const warnIgnoredFilter = (filter: string, value: string, endpoint: string): void =>
  warnOnce(
    `care-widgets shows nothing for ${filter}="${value}": the content type of this endpoint has no ${filter}, so that WordPress ignores the filter and would answer with everything | Leave out ${filter}, or let the site register that taxonomy for the type (show_in_rest). | ${endpoint}`,
  );

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
    const parameters = { slug: names.join(), _fields: 'id', per_page: String(MOST_ITEMS) };
    const { list } = await api.getRoute(route, parameters, signal);
    ids.push(...list.map(({ id }) => textOf(id)));
  }
  return ids.join();
};

/** A count that WordPress sends; `undefined` where it is absent, or no number by what stands between. */
const countIn = (headers: Headers, name: string): number | undefined => {
  const value = headers.get(name) ?? '';
  return /^\d+$/.test(value) ? +value : undefined;
};

export const listArticles = async (
  api: WordPressApi,
  { category, tag, author, search, exclude = [], page, perPage }: ArticleQuery,
  signal: AbortSignal,
): Promise<ArticlePage> => {
  const parameters = listParameters(page, perPage, search);
  const filters = [
    { filter: 'category', parameter: 'categories', route: 'categories', slugs: category ? [category] : [] },
    { filter: 'tag', parameter: 'tags', route: 'tags', slugs: tag ? [tag] : [] },
    { filter: 'author', parameter: 'author', route: 'users', slugs: author ? [author] : [] },
    { filter: 'exclude', parameter: 'exclude', route: 'posts', slugs: exclude },
  ].filter(({ slugs }) => slugs.length);
  const found = await Promise.all(filters.map(({ route, slugs }) => idsOf(api, route, slugs, signal)));
  const nothing = { articles: [], page, hasMore: false, total: 0 };
  for (let index = 0; index < filters.length; index++) {
    const { parameter = '' } = filters[index] ?? {};
    const ids = found[index];
    if (ids) parameters[parameter] = ids;
    else if (parameter !== 'exclude') return nothing;
  }
  // WordPress ignores a parameter that a type does not have; the posts of such a type lack the field of that name too
  const checked = isCustomType(api.endpoint) ? filters.filter(({ filter }) => filter !== 'exclude') : [];
  parameters._fields = [parameters._fields, ...checked.map(({ parameter }) => parameter)].join();
  try {
    const { list, headers } = await api.getRoute('posts', parameters, signal);
    const ignored = checked.find(({ parameter }) => list.some((post) => !(parameter in post)));
    if (ignored) {
      warnIgnoredFilter(ignored.filter, ignored.slugs.join(), api.endpoint);
      return nothing;
    }
    const articles = await api.mapPosts(list, 'summary');
    const total = countIn(headers, 'x-wp-total');
    const pages = countIn(headers, 'x-wp-totalpages');
    return {
      articles,
      page,
      hasMore: pages === undefined ? articles.length >= perPage : pages > page,
      ...(total === undefined ? {} : { total }),
    };
  } catch (error) {
    // a page past the end is refused with 400
    if (page > 1 && error instanceof CareError && error.status === 400) return { articles: [], page, hasMore: false };
    throw error;
  }
};

/** What a link needs. */
const LINK_FIELDS = { _fields: 'id,slug,date,date_gmt,link,title' };

/** The number of an article's first category; asked for only where the article came without. */
const firstCategoryOf = async (api: WordPressApi, article: Article, signal: AbortSignal): Promise<string> => {
  const known = article.categories[0]?.id ?? api.categoryIdsOf(article)?.[0];
  if (known !== undefined || api.categoryIdsOf(article)) return known ?? '';
  const { list } = await api.getRoute('posts', { include: article.id, _fields: 'categories' }, signal);
  const ids: unknown = list[0]?.categories;
  return Array.isArray(ids) ? textOf(ids[0]) : '';
};

/** The next newer and the next older post, asked for side by side: one small request each. */
export const getNeighbors = async (
  api: WordPressApi,
  article: Article,
  sameCategory: boolean,
  signal: AbortSignal,
): Promise<Neighbors> => {
  const moment = timeOf(article.publishedAt);
  if (isNaN(moment)) return {};
  const categories = sameCategory ? await firstCategoryOf(api, article, signal) : '';
  const find = async (bound: 'before' | 'after', order: 'asc' | 'desc'): Promise<Article | undefined> => {
    const { list } = await api.getRoute(
      'posts',
      {
        ...LINK_FIELDS,
        ...(categories ? { categories } : {}),
        [bound]: toIso(moment),
        order,
        ...(/^\d+$/.test(article.id) ? { exclude: article.id } : {}),
        per_page: '1',
      },
      signal,
    );
    return (await api.mapPosts(list.slice(0, 1), 'summary'))[0];
  };
  const [previous, next] = await Promise.all([find('before', 'desc'), find('after', 'asc')]);
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
};

/** The most pages of categories that are read: a site with more is no site for a row of links. */
const MOST_PAGES = 10;

/** Categories that hold articles, all of them: WordPress gives {@link MOST_ITEMS} in one response. */
export const listCategories = async (api: WordPressApi, signal: AbortSignal): Promise<readonly Category[]> => {
  const ask = (page: number) =>
    api.getRoute('categories', { ...CATEGORY_PARAMETERS, ...(page > 1 ? { page: String(page) } : {}) }, signal);
  const { list, headers } = await ask(1);
  const terms = new Map<string, Fields>();
  /** How many of them were not known. */
  const add = (page: readonly Fields[]): number => {
    const before = terms.size;
    for (const term of page) terms.set(textOf(term.id), term);
    return terms.size - before;
  };
  add(list);
  const pages = countIn(headers, 'x-wp-totalpages');
  if (pages !== undefined) {
    const rest: number[] = [];
    for (let page = 2; page <= Math.min(pages, MOST_PAGES); page++) rest.push(page);
    (await Promise.all(rest.map(ask))).forEach((answered) => add(answered.list));
  } else if (list.length >= MOST_ITEMS) {
    // a server that hides its headers: page by page until one brings nothing new
    for (let page = 2; page <= MOST_PAGES; page++) {
      const { list: further } = await ask(page).catch((error: unknown) => {
        if (error instanceof CareError && error.status === 400) return { list: [] };
        throw error;
      });
      if (!add(further) || further.length < MOST_ITEMS) break;
    }
  }
  return [...terms.values()].map((term) => mapTerm(term, api.endpoint));
};
