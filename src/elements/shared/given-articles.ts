import { diagnose } from '../../controllers/diagnose.js';
import type { Article } from '../../model/article.js';

const isArticle = (value: Partial<Article> | null): boolean =>
  typeof value?.title === 'string' && [value.authors, value.reviewers, value.categories].every(Array.isArray);

/**
 * One or more articles that a page hands over by a property. Frameworks hand over `false` and the like for nothing. What is
 * no article, such as a post as the REST API of WordPress delivers it, is told on the console, and then nothing counts.
 */
export const givenArticles = (
  element: Element,
  given: Article | readonly Article[] | undefined,
): readonly Article[] | undefined => {
  const articles = given ? [given].flat() : undefined;
  if (!articles || articles.every(isArticle)) return articles;
  diagnose(({ tellNoArticle }) =>
    tellNoArticle(
      element,
      articles.find((article) => !isArticle(article)),
    ),
  );
  return undefined;
};
