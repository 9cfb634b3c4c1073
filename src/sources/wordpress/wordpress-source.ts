import type { Answer, Http } from '../../http/http.js';
import { parseJson } from '../../http/json.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleDepth, ContentSource } from '../../model/content-source.js';
import type { SourceOptions } from '../shared/source-options.js';
import { fieldsOf, listOf, textOf, type Fields } from '../shared/read.js';
import { findArticles } from '../shared/select-articles.js';
import { mapCategory, mapPost } from './map-post.js';
import { articleUrls, BATCH_SIZE, SUMMARY, wordPressUrl } from './wordpress-urls.js';

/** What an author writes where WordPress itself wants a number: digits are taken as the number. */
const isId = (name: string): boolean => /^\d+$/.test(name);

/**
 * WordPress over its own REST API, version 4.7 or later, as it stands: no plugin, no key, no header that would need a
 * preflight.
 */
export const createWordPressSource = ({ endpoint, http, origins }: SourceOptions): ContentSource => {
  /** Set once `?rest_route=` has answered where `/wp-json/` did not. */
  let isPlain = false;

  const read = (answer: Answer): readonly Fields[] => {
    const json = parseJson(answer);
    if (!Array.isArray(json))
      throw new CareError('malformed', { detail: 'JSON, but not a list of posts', url: answer.url });
    return listOf(json);
  };

  /** A collection's route answers 404 only where there is no REST API below `/wp-json/`. */
  const getAnswer = async (urlFor: (plain: boolean) => string, signal: AbortSignal): Promise<Answer> => {
    try {
      return await http.get(urlFor(isPlain), signal);
    } catch (error) {
      if (isPlain || !(error instanceof CareError && error.code === 'not-found')) throw error;
      const answer = await http.get(urlFor(true), signal).catch(() => undefined);
      signal.throwIfAborted();
      if (!answer || !/^\s*\[/.test(answer.text)) throw error;
      isPlain = true;
      return answer;
    }
  };

  const getList = async (route: string, parameters: Record<string, string>, signal: AbortSignal) => {
    const answer = await getAnswer((plain) => wordPressUrl(endpoint, route, parameters, plain), signal);
    return { answer, list: read(answer) };
  };

  /** Bodies pass the allow-list here, once; the code for that is loaded only where a body is asked for. */
  const withBody = async (post: Fields, article: Article): Promise<Article> => {
    if (article.isProtected) return article;
    const { articleBody } = await import('../../html/article-body.js');
    const html = textOf(fieldsOf(post.content).rendered);
    return { ...article, body: await articleBody(html, { url: article.url ?? endpoint, origins }) };
  };

  const mapPosts = async (posts: readonly Fields[], depth: ArticleDepth): Promise<readonly Article[]> =>
    Promise.all(
      posts.map((post) => {
        const article = mapPost(post, endpoint, origins);
        return depth === 'full' ? withBody(post, article) : article;
      }),
    );

  /** Filters take numbers only: the slugs' numbers are looked up, several in one question. */
  const idsOf = async (route: string, slugs: readonly string[], signal: AbortSignal): Promise<string> => {
    const names = slugs.filter((slug) => !isId(slug));
    const ids = slugs.filter(isId);
    if (names.length) {
      const { list } = await getList(
        route,
        { slug: names.join(), _fields: 'id', per_page: String(BATCH_SIZE) },
        signal,
      );
      ids.push(...list.map(({ id }) => textOf(id)));
    }
    return ids.join();
  };

  const neighbor = async (
    article: Article,
    bound: 'before' | 'after',
    parameters: Record<string, string>,
    signal: AbortSignal,
  ) => {
    const moment = new Date(article.publishedAt ?? '').toISOString();
    const { list } = await getList(
      'posts',
      { ...SUMMARY, ...parameters, [bound]: moment, order: bound === 'before' ? 'desc' : 'asc', per_page: '1' },
      signal,
    );
    return (await mapPosts(list, 'summary'))[0];
  };

  return {
    batchSize: BATCH_SIZE,

    async getArticles(references, depth, signal) {
      const count = articleUrls(endpoint, references, depth).length;
      const posts = await Promise.all(
        Array.from({ length: count }, async (_, index) =>
          read(await getAnswer((plain) => articleUrls(endpoint, references, depth, plain)[index] ?? '', signal)),
        ),
      );
      const articles = await mapPosts(posts.flat(), depth);
      return findArticles(articles, references, endpoint);
    },

    async listArticles({ category, tag, author, search, exclude = [], page, perPage }, signal) {
      const parameters: Record<string, string> = { ...SUMMARY, page: String(page), per_page: String(perPage) };
      if (search) parameters.search = search;
      const filters = [
        ['categories', 'categories', category ? [category] : []],
        ['tags', 'tags', tag ? [tag] : []],
        ['author', 'users', author ? [author] : []],
        ['exclude', 'posts', exclude],
      ] as const;
      const found = await Promise.all(filters.map(([, route, slugs]) => idsOf(route, slugs, signal)));
      for (const [index, [parameter, , slugs]] of filters.entries()) {
        const ids = found[index];
        if (ids) parameters[parameter] = ids;
        else if (slugs.length && parameter !== 'exclude') return { articles: [], page, hasMore: false, total: 0 };
      }
      try {
        const { answer, list } = await getList('posts', parameters, signal);
        const articles = await mapPosts(list, 'summary');
        const [total, pages] = ['x-wp-total', 'x-wp-totalpages'].map((name) => answer.headers.get(name));
        return {
          articles,
          page,
          hasMore: pages ? +pages > page : articles.length >= perPage,
          ...(total ? { total: +total } : {}),
        };
      } catch (error) {
        // a page past the end is refused with 400
        if (page > 1 && error instanceof CareError && error.status === 400)
          return { articles: [], page, hasMore: false };
        throw error;
      }
    },

    async getNeighbors(article, sameCategory, signal) {
      if (!article.publishedAt) return {};
      const [category] = article.categories;
      const parameters: Record<string, string> = { exclude: article.id };
      if (sameCategory && category) parameters.categories = category.id;
      const [previous, next] = await Promise.all([
        neighbor(article, 'before', parameters, signal),
        neighbor(article, 'after', parameters, signal),
      ]);
      return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
    },

    async listCategories(signal) {
      const { list } = await getList(
        'categories',
        { per_page: String(BATCH_SIZE), hide_empty: 'true', _fields: 'id,slug,name,link,count,parent' },
        signal,
      );
      return list.map((term) => mapCategory(term, endpoint));
    },
  };
};
