import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleReference } from '../../model/content-source.js';
import { decodeSlug } from '../../model/slug.js';

/** Each reference's article, or why there is none. */
export const findArticles = (
  articles: readonly Article[],
  references: readonly ArticleReference[],
  url?: string,
): (Article | CareError)[] => {
  // a number out of an address (`?p=12`) may be the slug of a source whose ids are something else
  const bySlug = new Map(articles.map((article) => [article.slug.toLowerCase(), article]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  return references.map(
    (reference) =>
      ('slug' in reference
        ? bySlug.get(decodeSlug(reference.slug).toLowerCase())
        : (byId.get(reference.id) ?? bySlug.get(reference.id))) ??
      new CareError('not-found', { detail: `nothing published under ${JSON.stringify(reference)}`, url }),
  );
};
