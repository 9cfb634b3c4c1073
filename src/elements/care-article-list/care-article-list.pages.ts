import type { AskOptions, ContentClient } from '../../client/content-client.js';
import type { Article, ArticlePage } from '../../model/article.js';
import type { ArticleQuery } from '../../model/content-source.js';
import { CareError } from '../../model/care-error.js';
import { omitEmpty } from '../../sources/shared/read.js';
import { matchingArticles } from '../../sources/shared/select-articles.js';
import type { Shown } from './care-article-list.list-controls.host.js';

/** What the list shows. */
export interface ListContent extends Shown {
  /** Equal for pages of the same list. */
  readonly list: string;
}

/** The query without the number of the page. */
export type ListQuery = Omit<ArticleQuery, 'page'>;

const join = (pages: readonly ArticlePage[], list: string, problem?: CareError): ListContent => {
  // an article that was published in the meantime pushes the last of one page to the next
  const byId = new Map(pages.flatMap(({ articles }) => articles).map((article) => [article.id || article, article]));
  const last = pages.at(-1);
  return { articles: [...byId.values()], hasMore: !!problem || !!last?.hasMore, total: last?.total, problem, list };
};

/**
 * The pages from `first` to `last` as one list: where a further one fails, those before it stay. Of the same list, `known`
 * is the first page: it is not asked for again.
 */
export const loadPages = async (
  client: ContentClient,
  query: ListQuery,
  [first, last]: readonly [number, number],
  { signal, isReload, onStale }: AskOptions<ListContent>,
  known?: ListContent,
): Promise<ListContent> => {
  const list = JSON.stringify([query, first]);
  const isKnown = known?.list === list && last > first;
  const pages: ArticlePage[] = isKnown ? [{ articles: known.articles, hasMore: known.hasMore, page: first }] : [];
  for (let page = first + pages.length; page <= last; page++) {
    try {
      const answer = await client.listArticles(
        { ...query, page },
        { signal, isReload, onStale: (stale) => onStale?.(join([...pages, stale], list)) },
      );
      pages.push(answer);
      if (!answer.hasMore) break;
    } catch (error) {
      if (page === first || !(error instanceof CareError)) throw error;
      return join(pages, list, error);
    }
  }
  return join(pages, list);
};

/**
 * The articles that the page handed over, filtered by the visitor's choice, in their order. Returns `before` as long as the
 * result is the same.
 */
export const selectPages = (
  articles: readonly Article[],
  { category, search }: Pick<ListQuery, 'category' | 'search'>,
  count: number,
  before: ListContent | undefined,
): ListContent => {
  const found = matchingArticles(articles, omitEmpty({ category, search }));
  const list = JSON.stringify([category, search]);
  const shown = found.slice(0, count);
  if (before?.list === list && before.articles.length === shown.length) return before;
  return { articles: shown, hasMore: found.length > count, total: found.length, list };
};
