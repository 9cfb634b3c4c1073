import type { Article, ArticlePage, Neighbors } from '../../model/article.js';
import type { ArticleQuery } from '../../model/content-source.js';
import { folded, slugify } from '../../model/slug.js';
import type { Category } from '../../model/taxonomy.js';
import { timeOf } from './read.js';

// What a server does for WordPress is done here for sources that hold all their articles at once.

const publishedTime = ({ publishedAt }: Article): number => timeOf(publishedAt) || 0;

const newestFirst = (articles: readonly Article[]): Article[] =>
  [...articles].sort((a, b) => publishedTime(b) - publishedTime(a));

/** The articles that a query leaves, in their order; all pages of them. */
export const matchingArticles = (
  articles: readonly Article[],
  { category, tag, author, search, exclude = [] }: Partial<ArticleQuery>,
): readonly Article[] => {
  const words = folded(search ?? '').split(/\s+/);
  return articles.filter(
    (article) =>
      (!category || article.categories.some(({ slug }) => slug === category)) &&
      (!tag || article.tags.some(({ slug }) => slug === tag)) &&
      (!author || article.authors.some(({ name }) => name === author || slugify(name) === author)) &&
      !exclude.includes(article.slug) &&
      words.every((word) => folded(`${article.title} ${article.excerpt}`).includes(word)),
  );
};

export const selectArticles = (articles: readonly Article[], query: ArticleQuery): ArticlePage => {
  const { page, perPage } = query;
  const found = matchingArticles(newestFirst(articles), query);
  const end = page * perPage;
  return { articles: found.slice(end - perPage, end), page, hasMore: found.length > end, total: found.length };
};

export const neighborsOf = (articles: readonly Article[], article: Article, sameCategory: boolean): Neighbors => {
  const [category] = article.categories;
  const row = newestFirst(articles).filter(
    ({ id, categories }) =>
      id === article.id || !sameCategory || !category || categories.some(({ slug }) => slug === category.slug),
  );
  const index = row.findIndex(({ id }) => id === article.id);
  const [next, previous] = index < 0 ? [] : [row[index - 1], row[index + 1]];
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
};

export const categoriesOf = (articles: readonly Article[]): Category[] => {
  const bySlug = new Map<string, Category>();
  for (const category of articles.flatMap(({ categories }) => categories)) {
    const count = (bySlug.get(category.slug)?.count ?? 0) + 1;
    bySlug.set(category.slug, { ...category, count });
  }
  return [...bySlug.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
};
