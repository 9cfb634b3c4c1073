import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';

/** Articles in one response; the most that sources give. */
const PER_PAGE = 100;

/** The list of a blog's articles. */
export interface ArticleList {
  readonly articles: readonly Article[];
  /** Why the list is, or may be, incomplete. */
  readonly problem?: string;
  /** Whether only the oldest articles are missing, by the limit. */
  readonly isLimited?: boolean;
}

export interface ListOptions {
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Called with the articles of each page as soon as it is read. */
  readonly onPage?: (articles: readonly Article[]) => void;
  /** Reads on past the end that the source names, whatever its count: used before anything is taken for withdrawn. */
  readonly isDoubted?: boolean;
}

/**
 * Summaries of all articles, newest first, each once. A list that never ends is left at `limit`, or where it begins to
 * repeat itself. What a server says of its length may be lost or spoiled on the way: the list ends where as many articles
 * came as it counts, else where a page brings no more. Rejects with CareError.
 */
export const readList = async (
  source: ContentSource,
  { limit, signal, onPage = () => undefined, isDoubted = false }: ListOptions,
): Promise<ArticleList> => {
  const byId = new Map<string, Article>();
  const unnamed = new Set<string>();
  const withProblem = (articles: readonly Article[], ...problems: readonly string[]): ArticleList => {
    const all = [...problems, ...Array.from(unnamed, (title) => `"${title}" has no id of its own, so it is left out`)];
    return { articles, ...(all.length ? { problem: all.join('; ') } : {}) };
  };
  let listed = 0;
  let isPastEnd = false;
  for (let page = 1; ; page++) {
    const { articles, hasMore, total } = await source
      .listArticles({ page, perPage: PER_PAGE }, signal)
      .catch((error: unknown) => {
        const isNoPage = isPastEnd && error instanceof CareError && error.code === 'not-found';
        if (!isNoPage) throw error;
        return { articles: [], hasMore: false, total: listed };
      });
    listed += articles.length;
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
    if (!articles.length) return withProblem(found);
    const isAll = source.batchSize === Infinity || (total === listed && !isDoubted);
    if (!hasMore && (isAll || found.length === before)) return withProblem(found);
    if (found.length === before) return withProblem(found, `the list repeats itself after ${before} articles`);
    isPastEnd = !hasMore;
  }
};
