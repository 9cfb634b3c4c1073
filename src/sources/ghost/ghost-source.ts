import { parseJson } from '../../http/json.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleDepth, ContentSource } from '../../model/content-source.js';
import type { Category } from '../../model/taxonomy.js';
import { findArticles } from '../shared/find-articles.js';
import { fieldsOf, listOf, textOf, timeOf, toIso, type Fields } from '../shared/read.js';
import { sanitiseInBrowser, type SourceOptions } from '../shared/source-options.js';
import { articlesUrl, BATCH_SIZE, conditionsOf, postsUrl, tagsUrl } from './ghost-urls.js';
import { mapPost, mapTag } from './map-post.js';

/** The most pages of tags that are read: a site with more is no site for a row of links. */
const MOST_PAGES = 10;

/**
 * Ghost over its Content API, versions 2 to 6, with the public read key of an integration. Its tags are the categories.
 *
 * @throws CareError `not-configured` without a key.
 */
export const createGhostSource = ({
  endpoint,
  key,
  http,
  origins,
  sanitise = sanitiseInBrowser,
}: SourceOptions): ContentSource => {
  if (!key && !new URL(endpoint).searchParams.get('key')) {
    throw new CareError('not-configured', {
      detail:
        'Ghost gives nothing without a key: write key="…", the Content API key that Settings, Integrations, Add custom integration shows',
      url: endpoint,
    });
  }

  const ask = async (url: string, things: 'posts' | 'tags', signal: AbortSignal) => {
    const answer = await http.get(url, signal);
    const fields = fieldsOf(parseJson(answer));
    if (!Array.isArray(fields[things])) {
      throw new CareError('malformed', { detail: `JSON, but without the list "${things}" of Ghost`, url: answer.url });
    }
    const { pages, total } = fieldsOf(fieldsOf(fields.meta).pagination);
    return { list: listOf(fields[things]), pages: Number(pages) || 0, total: Number(total) || 0 };
  };

  /** Bodies pass the allow-list here, once; the code for that is loaded only where a body is asked for. */
  const mapWith = async (post: Fields, depth: ArticleDepth): Promise<Article> => {
    const article = mapPost(post, endpoint, origins);
    if (depth !== 'full' || article.isProtected) return article;
    return { ...article, body: await sanitise(textOf(post.html), { url: article.url ?? endpoint, origins }) };
  };
  const mapAll = (posts: readonly Fields[], depth: ArticleDepth = 'summary') =>
    Promise.all(posts.map((post) => mapWith(post, depth)));

  return {
    batchSize: BATCH_SIZE,

    async getArticles(references, depth, signal) {
      if (!references.length) return [];
      const { list } = await ask(articlesUrl(endpoint, key, references, depth), 'posts', signal);
      return findArticles(await mapAll(list, depth), references, endpoint);
    },

    async listArticles(query, signal) {
      const { page, perPage } = query;
      const url = postsUrl(endpoint, key, conditionsOf(query), { limit: perPage, page });
      const { list, pages, total } = await ask(url, 'posts', signal);
      return { articles: await mapAll(list), page, hasMore: pages > page, total };
    },

    /** The next older and the next newer post, asked for side by side. */
    async getNeighbors(article, sameCategory, signal) {
      const moment = timeOf(article.publishedAt);
      if (isNaN(moment)) return {};
      const [category] = sameCategory ? article.categories : [];
      const time = toIso(moment).slice(0, 19).replace('T', ' '); // as the database has it
      const find = async (bound: '<' | '>', order: 'asc' | 'desc'): Promise<Article | undefined> => {
        const conditions = [
          ...conditionsOf(category ? { category: category.slug } : {}),
          `published_at:${bound}'${time}'`,
        ];
        const { list } = await ask(postsUrl(endpoint, key, conditions, { limit: 1, order }), 'posts', signal);
        return (await mapAll(list.slice(0, 1)))[0];
      };
      const [previous, next] = await Promise.all([find('<', 'desc'), find('>', 'asc')]);
      return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
    },

    async listCategories(signal) {
      const found: Category[] = [];
      let last = 1;
      for (let page = 1; page <= Math.min(last, MOST_PAGES); page++) {
        const { list, pages } = await ask(tagsUrl(endpoint, key, page), 'tags', signal);
        found.push(...list.map((tag) => mapTag(tag, endpoint)));
        last = pages;
      }
      return found.filter(({ slug, count = 0 }) => slug && count);
    },
  };
};
