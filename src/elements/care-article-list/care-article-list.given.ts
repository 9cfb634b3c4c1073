import type { Article } from '../../model/article.js';
import type { ListContent, ListQuery } from './care-article-list.pages.js';

// Loaded only by lists whose page hands over the articles.

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Of articles that the page handed over, in their order, what the visitor's choice leaves: `before`, as long as that is
 * the same.
 */
export const selectPages = (
  articles: readonly Article[],
  { category, search = '' }: Pick<ListQuery, 'category' | 'search'>,
  count: number,
  before: ListContent | undefined,
): ListContent => {
  const words = folded(search).split(/\s+/);
  const found = articles.filter(
    ({ title, excerpt, categories }) =>
      (!category || categories.some(({ slug }) => slug === category)) &&
      words.every((word) => folded(`${title} ${excerpt}`).includes(word)),
  );
  const list = JSON.stringify([category, search]);
  const shown = found.slice(0, count);
  if (before?.list === list && before.articles.length === shown.length) return before;
  return { articles: shown, hasMore: found.length > count, total: found.length, list };
};
