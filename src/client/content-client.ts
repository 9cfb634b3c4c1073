import { systemClock } from '../http/transport.js';
import { SharedRequest } from '../http/shared-request.js';
import type { Article, ArticlePage, Neighbors } from '../model/article.js';
import { CareError, type CareErrorCode } from '../model/care-error.js';
import type { ArticleDepth, ArticleQuery, ArticleReference, ContentSource } from '../model/content-source.js';
import type { Category } from '../model/taxonomy.js';
import { AnswerCache } from './answer-cache.js';
import { ArticleBatcher } from './article-batcher.js';

/** Errors after which a cached answer must not be shown any more. */
const GONE: readonly CareErrorCode[] = ['gone', 'not-found', 'forbidden', 'protected'];

/** From least to most: each depth includes the ones before it. */
const DEPTHS: readonly ArticleDepth[] = ['summary', 'teaser', 'full'];

export interface ClientOptions {
  /** Milliseconds; only differences count. Default: the system's clock. */
  readonly now?: () => number;
  /** How long an answer counts as fresh, in milliseconds. Default 5 minutes. */
  readonly timeToLive?: number;
  /** How many answers are kept. Default 500. */
  readonly capacity?: number;
}

/** What one caller asks for besides the question itself. */
export interface AskOptions<T> {
  /** Aborting leaves other callers of the same question served. */
  readonly signal: AbortSignal;
  /** Called at once where an answer is at hand that is too old to be final; the promise brings the new one. */
  readonly onStale?: ((value: T) => void) | undefined;
  /** Bypasses the cache. Default false. */
  readonly isReload?: boolean | undefined;
}

/**
 * The façade over one source: equal questions that run at the same time are one request, articles asked for in the same
 * turn are one batch, successful answers are kept for a while. Failures are never kept. Rejects with `CareError`, or with
 * the reason of the caller's own signal.
 */
export class ContentClient {
  readonly #source: ContentSource;
  readonly #batcher: ArticleBatcher;
  readonly #cache: AnswerCache;
  readonly #inFlight = new Map<string, SharedRequest<unknown>>();

  constructor(
    source: ContentSource,
    { now = systemClock.now, timeToLive = 300_000, capacity = 500 }: ClientOptions = {},
  ) {
    this.#source = source;
    this.#batcher = new ArticleBatcher(source);
    this.#cache = new AnswerCache(now, timeToLive, capacity);
  }

  /**
   * One article, as far as `depth` says (default `summary`). It is taken from a deeper answer too, where that is at hand
   * or on its way: one request for both.
   *
   * @throws {CareError} Also `not-found`, `gone` and `forbidden` for this article alone.
   */
  getArticle(
    reference: ArticleReference,
    { depth = 'summary', ...options }: AskOptions<Article> & { readonly depth?: ArticleDepth },
  ): Promise<Article> {
    const keyOf = (asked: ArticleDepth) => JSON.stringify([asked, reference]);
    const deeper = DEPTHS.slice(DEPTHS.indexOf(depth) + 1);
    const used = deeper.find((asked) => this.#hasAnswer(keyOf(asked), options.isReload)) ?? depth;
    return this.#ask(keyOf(used), (signal) => this.#batcher.load(reference, used, signal), options);
  }

  /**
   * One page of summaries, newest first.
   *
   * @throws {CareError} Where the endpoint fails. A page past the end is empty.
   */
  listArticles(query: ArticleQuery, options: AskOptions<ArticlePage>): Promise<ArticlePage> {
    return this.#ask(JSON.stringify(['list', query]), (signal) => this.#source.listArticles(query, signal), options);
  }

  /**
   * The posts published before and after `article`; with `sameCategory` (default false) within its first category.
   *
   * @throws {CareError} Where the endpoint fails.
   */
  getNeighbors(
    article: Article,
    { sameCategory = false, ...options }: AskOptions<Neighbors> & { readonly sameCategory?: boolean },
  ): Promise<Neighbors> {
    return this.#ask(
      JSON.stringify(['neighbors', article.id, sameCategory]),
      (signal) => this.#source.getNeighbors(article, sameCategory, signal),
      options,
    );
  }

  /**
   * The categories that hold articles, by name.
   *
   * @throws {CareError} Where the endpoint fails.
   */
  listCategories(options: AskOptions<readonly Category[]>): Promise<readonly Category[]> {
    return this.#ask('categories', (signal) => this.#source.listCategories(signal), options);
  }

  /** Whether a question needs no new request: its answer is in the cache and fresh, or in flight. */
  #hasAnswer(key: string, isReload: boolean | undefined): boolean {
    const running = this.#inFlight.get(key);
    return (!!running && !running.isAborted) || (!isReload && this.#cache.get(key)?.isStale === false);
  }

  async #ask<T>(
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    { signal, onStale, isReload }: AskOptions<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const cached = isReload ? undefined : this.#cache.get(key);
    if (cached && !cached.isStale) return cached.value as T; // a key stands for one question, and so for one type
    if (cached) onStale?.(cached.value as T);
    return this.#requestFor(key, start).join(signal);
  }

  #requestFor<T>(key: string, start: (signal: AbortSignal) => Promise<T>): SharedRequest<T> {
    const running = this.#inFlight.get(key) as SharedRequest<T> | undefined;
    if (running && !running.isAborted) return running;
    const request: SharedRequest<T> = new SharedRequest(async (signal) => {
      try {
        const value = await start(signal);
        this.#cache.set(key, value);
        return value;
      } catch (error) {
        // withdrawn: the next caller must not be shown the old answer while waiting
        if (error instanceof CareError && GONE.includes(error.code)) this.#cache.delete(key);
        throw error;
      } finally {
        if (this.#inFlight.get(key) === request) this.#inFlight.delete(key);
      }
    });
    this.#inFlight.set(key, request);
    return request;
  }
}
