import type { Article } from '../../model/article.js';
import type { ContentSource } from '../../model/content-source.js';

/** Articles in one answer; the most that sources give. */
const PER_PAGE = 100;

/** What a blog lists. */
export interface ArticleList {
  readonly articles: readonly Article[];
  /** Why there may be more than these. */
  readonly problem?: string;
}

/**
 * Summaries of all articles, newest first, each once. A list that never ends is left at `limit`, or where it begins to
 * repeat itself. Rejects with CareError.
 *
 * @param onPage Told at once of the articles that a page brings.
 */
export const readList = async (
  source: ContentSource,
  limit: number,
  signal: AbortSignal,
  onPage: (articles: readonly Article[]) => void,
): Promise<ArticleList> => {
  const byId = new Map<string, Article>();
  for (let page = 1; ; page++) {
    const { articles, hasMore } = await source.listArticles({ page, perPage: PER_PAGE }, signal);
    const before = byId.size;
    for (const article of articles) if (article.id && !byId.has(article.id)) byId.set(article.id, article);
    const found = [...byId.values()];
    onPage(found.slice(before, limit));
    if (found.length > limit || (hasMore && found.length === limit)) {
      return { articles: found.slice(0, limit), problem: `more than ${limit} articles: the newest ${limit} are taken` };
    }
    if (!hasMore || !articles.length) return { articles: found };
    if (found.length === before)
      return { articles: found, problem: `the list repeats itself after ${before} articles` };
  }
};
