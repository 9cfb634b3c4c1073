import type { Article } from '../../model/article.js';
import type { ContentSource } from '../../model/content-source.js';

/** Articles in one answer; the most that sources give. */
export const PER_PAGE = 100;

/** What a blog lists. */
export interface ArticleList {
  readonly articles: readonly Article[];
  /** Why there may be more than these, or are. */
  readonly problem?: string;
  /** Whether that is all that is missing: the oldest, past the limit. */
  readonly isLimited?: boolean;
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
  const unnamed = new Set<string>();
  const withProblem = (articles: readonly Article[], ...problems: readonly string[]): ArticleList => {
    const all = [...problems, ...Array.from(unnamed, (title) => `"${title}" has no id of its own, so it is left out`)];
    return { articles, ...(all.length ? { problem: all.join('; ') } : {}) };
  };
  for (let page = 1; ; page++) {
    const { articles, hasMore } = await source.listArticles({ page, perPage: PER_PAGE }, signal);
    const before = byId.size;
    for (const article of articles) {
      const { id, url, title } = article;
      const known = byId.get(id);
      if (!id || (known && known.url !== url)) unnamed.add(title);
      else if (!known) byId.set(id, article);
    }
    const found = [...byId.values()];
    onPage(found.slice(before, limit));
    if (found.length > limit || (hasMore && found.length === limit)) {
      const taken = withProblem(found.slice(0, limit), `more than ${limit} articles: the newest ${limit} are taken`);
      return { ...taken, isLimited: !unnamed.size };
    }
    if (!hasMore || !articles.length) return withProblem(found);
    if (found.length === before) return withProblem(found, `the list repeats itself after ${before} articles`);
  }
};
