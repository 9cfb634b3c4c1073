import type { Article, ArticlePage, Neighbors } from './article.js';
import type { CareError } from './care-error.js';
import type { Category } from './taxonomy.js';

/** Names one article: by its slug or by the source's identifier. */
export type ArticleReference = { readonly slug: string } | { readonly id: string };

/**
 * How much of an article to fetch, each with all of the one before: `summary` is what a card shows, `teaser` adds
 * categories and tags (which cost a server as much again as the rest), `full` the body.
 */
export type ArticleDepth = 'summary' | 'teaser' | 'full';

/** Which articles a list shows. Every part narrows the answer; slugs, not identifiers. */
export interface ArticleQuery {
  readonly category?: string;
  readonly tag?: string;
  readonly author?: string;
  readonly search?: string;
  /** Slugs to leave out. */
  readonly exclude?: readonly string[];
  /** 1 or more. */
  readonly page: number;
  /** 1 to 100. */
  readonly perPage: number;
}

/**
 * The port that every kind of content comes through. An implementation asks its server and maps the answer to the
 * model; it keeps no cache and shares no requests (the client does). Every method rejects with {@link CareError} only,
 * or with the `AbortError` of the given signal.
 */
export interface ContentSource {
  /** How many references one call of {@link getArticles} may take. */
  readonly batchSize: number;

  /**
   * Answers in the order of the references: the article, or the reason why that one is missing (`not-found`, `gone`,
   * `forbidden`). Rejects where the whole question failed.
   */
  getArticles(
    references: readonly ArticleReference[],
    depth: ArticleDepth,
    signal: AbortSignal,
  ): Promise<readonly (Article | CareError)[]>;

  /** Summaries, newest first. A page past the end is empty, not an error. */
  listArticles(query: ArticleQuery, signal: AbortSignal): Promise<ArticlePage>;

  /**
   * The posts before and after `article`, with what a link needs at least (id, slug, url, title, publishedAt);
   * `sameCategory` stays within its first category.
   */
  getNeighbors(article: Article, sameCategory: boolean, signal: AbortSignal): Promise<Neighbors>;

  /** Categories that hold at least one article, by name. */
  listCategories(signal: AbortSignal): Promise<readonly Category[]>;
}
