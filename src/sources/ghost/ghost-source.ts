import { parseJson } from '../../http/json.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleDepth, ContentSource } from '../../model/content-source.js';
import { findArticles } from '../shared/find-articles.js';
import { fieldsOf, listOf, omitEmpty, textOf, timeOf, toIso } from '../shared/read.js';
import { withBody, type SourceOptions } from '../shared/source-options.js';
import { allOf, CARD_FIELDS, conditionsOf, filterOf, quote } from './ghost-filter.js';
import { ghostUrl } from './ghost-urls.js';
import { mapPost, mapTag } from './map-post.js';

/** How many posts one request asks for: a URL with more slugs may grow too long. */
const BATCH_SIZE = 50;

type Parameters = Readonly<Record<string, string>>;

/**
 * Ghost 5 and 6 over their Content API, with the public read key of an integration. Its tags are the categories. The
 * endpoint may be the site's URL, that of its admin (`…/ghost/`), or that of the API itself; it may bring the key along.
 *
 * Source: https://ghost.org/docs/content-api/
 *
 * @throws CareError `not-configured` without a key.
 */
export const createGhostSource = (options: SourceOptions): ContentSource => {
  const { endpoint, http, origins } = options;
  const key = (options.key || new URL(endpoint).searchParams.get('key'))?.trim();
  if (!key) {
    throw new CareError('not-configured', {
      detail: 'Ghost needs key="…", the Content API key of a custom integration',
    });
  }

  const ask = async (things: 'posts' | 'tags', parameters: Parameters, signal: AbortSignal) => {
    const url = `${ghostUrl(endpoint, things)}?${new URLSearchParams({ key, ...parameters })}`;
    const fields = fieldsOf(parseJson(await http.get(url, signal)));
    if (!Array.isArray(fields[things])) {
      throw new CareError('malformed', { detail: `JSON, but no list "${things}"`, url });
    }
    const { pages, total } = fieldsOf(fieldsOf(fields.meta).pagination);
    return { list: listOf(fields[things]), pages: Number(pages), total: Number(total) || 0 };
  };

  const posts = async (parameters: Parameters, signal: AbortSignal, depth: ArticleDepth = 'summary') => {
    const isFull = depth === 'full';
    const shown = isFull ? parameters : { ...parameters, fields: CARD_FIELDS };
    const { list, ...rest } = await ask('posts', { include: 'authors,tags', ...shown }, signal);
    const articles = list.map(async (post) => {
      const article = mapPost(post, endpoint, origins);
      return isFull && !article.isProtected ? withBody(article, textOf(post.html), options) : article;
    });
    return { ...rest, articles: await Promise.all(articles) };
  };

  const listed = (conditions: readonly string[], signal: AbortSignal, order = 'desc', limit = 1, page = 1) => {
    // of posts of the same second the id decides, as in Ghost's own lists: pages would repeat one and leave another out
    const by = `published_at ${order},id ${order}`;
    return posts({ filter: allOf(conditions), limit: String(limit), page: String(page), order: by }, signal);
  };

  return {
    batchSize: BATCH_SIZE,

    async getArticles(references, depth, signal) {
      const filter = filterOf(references);
      const { articles } = filter
        ? await posts({ filter, limit: String(references.length) }, signal, depth)
        : { articles: [] };
      return findArticles(articles, references, endpoint);
    },

    async listArticles(query, signal) {
      const { page, perPage } = query;
      const { articles, pages, total } = await listed(conditionsOf(query), signal, 'desc', perPage, page);
      return { articles, page, hasMore: pages > page, total };
    },

    /** The next older and the next newer post, asked for side by side. */
    async getNeighbors({ id, publishedAt, categories: [category] }, sameCategory, signal) {
      const moment = timeOf(publishedAt);
      if (isNaN(moment)) return {};
      const around = conditionsOf(sameCategory && category ? { category: category.slug } : {});
      const time = quote(toIso(moment).slice(0, 19).replace('T', ' ')); // as Ghost's database has it
      const find = async (bound: string, order: string) => {
        const beyond = `(published_at:${bound}${time},published_at:${time}+id:${bound}${quote(id)})`;
        return (await listed([...around, beyond], signal, order)).articles[0];
      };
      const [previous, next] = await Promise.all([find('<', 'desc'), find('>', 'asc')]);
      return omitEmpty({ previous, next });
    },

    /** The hundred that hold most: Ghost gives no more at once, and a site with more is no site for a row of links. */
    async listCategories(signal) {
      const parameters = {
        filter: 'visibility:public',
        include: 'count.posts',
        order: 'count.posts desc',
        limit: '100',
      };
      const { list } = await ask('tags', parameters, signal);
      const found = list.map((tag) => mapTag(tag, endpoint)).filter(({ count }) => count);
      return found.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    },
  };
};
