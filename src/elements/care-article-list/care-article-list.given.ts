import type { Article } from '../../model/article.js';
import type { ListContent, ListQuery } from './care-article-list.pages.js';

// Loaded only by lists whose page hands over the articles.

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Of articles that the page handed over, in their order, what the visitor's choice leaves. */
export const selectPages = (
  articles: readonly Article[],
  { category, search = '' }: Pick<ListQuery, 'category' | 'search'>,
  count: number,
): ListContent => {
  const words = folded(search).split(/\s+/);
  const found = articles.filter(
    ({ title, excerpt, categories }) =>
      (!category || categories.some(({ slug }) => slug === category)) &&
      words.every((word) => folded(`${title} ${excerpt}`).includes(word)),
  );
  const list = JSON.stringify([category, search]);
  return { articles: found.slice(0, count), hasMore: found.length > count, total: found.length, list };
};
