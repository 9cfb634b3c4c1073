import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleReference } from '../../model/content-source.js';
import { decodeSlug } from '../../model/slug.js';

/** What is left of an article that its publisher has withdrawn. */
export type Withdrawn = Pick<Article, 'id' | 'slug'>;

/** The article for each reference, in their order, or why there is none: `gone` for one of `withdrawn`. */
export const findArticles = (
  articles: readonly Article[],
  references: readonly ArticleReference[],
  url?: string,
  withdrawn: readonly Withdrawn[] = [],
): (Article | CareError)[] => {
  // a number out of a URL (`?p=12`) may be the slug of a source whose ids are something else
  const finderIn = <T extends Withdrawn>(list: readonly T[]) => {
    const bySlug = new Map(list.map((article) => [article.slug.toLowerCase(), article]));
    const byId = new Map(list.map((article) => [article.id, article]));
    return (reference: ArticleReference): T | undefined =>
      'slug' in reference
        ? bySlug.get(decodeSlug(reference.slug).toLowerCase())
        : (byId.get(reference.id) ?? bySlug.get(reference.id));
  };
  const [find, findWithdrawn] = [finderIn(articles), finderIn(withdrawn)];
  return references.map(
    (reference) =>
      find(reference) ??
      new CareError(findWithdrawn(reference) ? 'gone' : 'not-found', {
        detail: `nothing published under ${JSON.stringify(reference)}`,
        url,
      }),
  );
};
