import { CareError } from '../../model/care-error.js';
import type { Article } from '../../model/article.js';
import type { ArticleReference, ContentSource } from '../../model/content-source.js';
import { findArticles } from '../shared/find-articles.js';
import type { SourceOptions } from '../shared/source-options.js';
import { WordPressApi } from './wordpress-api.js';
import { getNeighbors, listArticles, listCategories } from './wordpress-lists.js';
import { BATCH_SIZE, groupReferences, groupUrl } from './wordpress-urls.js';

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
      const groups = groupReferences(references);
      const outcomes = await Promise.all(
        groups.map(async (group): Promise<readonly Article[] | CareError> => {
          try {
            const { list } = await api.getList((isPlain) => groupUrl(endpoint, group, depth, isPlain), signal);
            return await api.mapPosts(list, depth);
          } catch (error) {
            if (!(error instanceof CareError)) throw error;
            return error;
          }
        }),
      );
      const errors = outcomes.flatMap((outcome) => (outcome instanceof CareError ? outcome : []));
      if (errors[0] && errors.length === groups.length) throw errors[0];
      const articles = outcomes.flatMap((outcome) => (outcome instanceof CareError ? [] : outcome));
      /** Why the request that would have answered for a reference failed; `undefined` where it did not. */
      const failureOf = (reference: ArticleReference): CareError | undefined => {
        const [name, value] = 'slug' in reference ? ['slug', reference.slug] : ['include', reference.id];
        const failed = outcomes[groups.findIndex((group) => group.name === name && group.values.includes(value))];
        return failed instanceof CareError ? failed : undefined;
      };
      return findArticles(articles, references, endpoint).map(
        (found, index) => (found instanceof CareError && references[index] && failureOf(references[index])) || found,
      );
    },

    listArticles: (query, signal) => listArticles(api, query, signal),
    getNeighbors: (article, sameCategory, signal) => getNeighbors(api, article, sameCategory, signal),
    listCategories: (signal) => listCategories(api, signal),
  };
};
