import type { ContentSource } from '../../model/content-source.js';
import { findArticles } from '../shared/find-articles.js';
import type { SourceOptions } from '../shared/source-options.js';
import { WordPressApi } from './wordpress-api.js';
import { getNeighbors, listArticles, listCategories } from './wordpress-lists.js';
import { articleUrls, BATCH_SIZE } from './wordpress-urls.js';

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

    listArticles: (query, signal) => listArticles(api, query, signal),
    getNeighbors: (article, sameCategory, signal) => getNeighbors(api, article, sameCategory, signal),
    listCategories: (signal) => listCategories(api, signal),
  };
};
