import type { ContentSource } from '../../model/content-source.js';
import { findArticles } from '../shared/find-articles.js';
import type { SourceOptions } from '../shared/source-options.js';
import { WordPressApi } from './wordpress-api.js';
import { articleUrls, BATCH_SIZE } from './wordpress-urls.js';

/** A page with nothing but cards and articles needs no lists. */
const lists = () => import('./wordpress-lists.js');

/**
 * WordPress over its own REST API, version 4.7 or later, as it stands: no plugin, no key, no header that would need a
 * preflight.
 */
export const createWordPressSource = (options: SourceOptions): ContentSource => {
  const api = new WordPressApi(options);
  const { endpoint } = options;
  return {
    batchSize: BATCH_SIZE,

    async getArticles(references, depth, signal) {
      const urlsFor = (isPlain: boolean) => articleUrls(endpoint, references, depth, isPlain);
      const answers = await Promise.all(
        urlsFor(false).map((_, index) => api.getList((isPlain) => urlsFor(isPlain)[index] ?? '', signal)),
      );
      const articles = await api.mapPosts(
        answers.flatMap(({ list }) => list),
        depth,
      );
      return findArticles(articles, references, endpoint);
    },

    listArticles: async (query, signal) => (await lists()).listArticles(api, query, signal),
    getNeighbors: async (article, sameCategory, signal) =>
      (await lists()).getNeighbors(api, article, sameCategory, signal),
    listCategories: async (signal) => (await lists()).listCategories(api, signal),
  };
};
