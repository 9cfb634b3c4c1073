import type { Article } from '../../model/article.js';
import type { ContentSource } from '../../model/content-source.js';
import { findArticles } from '../shared/find-articles.js';
import { categoriesOf, neighborsOf, selectArticles } from '../shared/select-articles.js';

/** Articles that are at hand already: for previews, stories and tests. */
export const createMemorySource = (articles: readonly Article[]): ContentSource => ({
  batchSize: Infinity,
  async getArticles(references, _depth, signal) {
    signal.throwIfAborted();
    return findArticles(articles, references);
  },
  async listArticles(query, signal) {
    signal.throwIfAborted();
    return selectArticles(articles, query);
  },
  async getNeighbors(article, sameCategory, signal) {
    signal.throwIfAborted();
    return neighborsOf(articles, article, sameCategory);
  },
  async listCategories(signal) {
    signal.throwIfAborted();
    return categoriesOf(articles);
  },
});
