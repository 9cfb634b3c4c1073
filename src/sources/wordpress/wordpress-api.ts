import type { Answer } from '../../http/http.js';
import { parseJson } from '../../http/json.js';
import type { Article } from '../../model/article.js';
import { CareError, type CareErrorCode } from '../../model/care-error.js';
import type { ArticleDepth } from '../../model/content-source.js';
import { fieldsOf, listOf, textOf, type Fields } from '../shared/read.js';
import { withBody, type SourceOptions } from '../shared/source-options.js';
import { mapPost, type Common } from './map-post.js';
import { pictureOrigins, wordPressUrl } from './wordpress-urls.js';

/** Forms the URL of a question, for pretty permalinks or for plain ones. */
export type UrlFor = (isPlain: boolean) => string;

/**
 * How a site with plain permalinks answers below `/wp-json/`: with its 404 page, or, once its rewrite rules were flushed,
 * with a redirect to one of its pages, which another origin may not read (`network`) and which is no JSON (`malformed`).
 */
const MAY_BE_PLAIN: readonly CareErrorCode[] = ['not-found', 'network', 'malformed'];

interface Answered {
  readonly list: readonly Fields[];
  readonly headers: Headers;
}

/** The REST API of one site: lists of things, by whichever kind of URL the site answers to. */
export class WordPressApi {
  readonly endpoint: string;
  readonly #options: SourceOptions;
  /** Whether the site wants `?rest_route=`; `undefined` until one kind of URL has answered. */
  #isPlain: boolean | undefined;
  /** Settles once the first try of `?rest_route=` has. */
  #trial: Promise<unknown> | undefined;
  readonly #categoryIds = new WeakMap<Article, readonly string[]>();

  constructor(options: SourceOptions) {
    this.endpoint = options.endpoint;
    this.#options = { ...options, origins: [...options.origins, ...pictureOrigins(options.endpoint)] };
  }

  async getList(urlFor: UrlFor, signal: AbortSignal): Promise<Answered> {
    const isPlain = this.#isPlain === true;
    try {
      const answered = await this.#ask(urlFor(isPlain), signal);
      this.#isPlain ??= isPlain;
      return answered;
    } catch (error) {
      signal.throwIfAborted();
      const mayBePlain = error instanceof CareError && MAY_BE_PLAIN.includes(error.code);
      if (isPlain || !mayBePlain || urlFor(true) === urlFor(false)) throw error;
      // requests that run side by side fail side by side: one of them tries for all
      if (this.#isPlain === undefined && this.#trial) await this.#trial;
      signal.throwIfAborted();
      if (this.#isPlain === false) throw error;
      if (this.#isPlain) return this.#ask(urlFor(true), signal);
      const trial = this.#tryPlain(urlFor(true), signal, error);
      this.#trial = trial.catch(() => undefined);
      return trial;
    }
  }

  getRoute(route: string, parameters: Record<string, string>, signal: AbortSignal): Promise<Answered> {
    return this.getList((isPlain) => wordPressUrl(this.endpoint, route, parameters, isPlain), signal);
  }

  mapPosts(posts: readonly Fields[], depth: ArticleDepth): Promise<readonly Article[]> {
    const common: Common = new Map();
    return Promise.all(
      posts.map(async (post) => {
        const summary = mapPost(post, this.endpoint, this.#options.origins, common);
        const article =
          depth === 'full' && !summary.isProtected
            ? await withBody(summary, textOf(fieldsOf(post.content).rendered), this.#options)
            : summary;
        if (Array.isArray(post.categories)) this.#categoryIds.set(article, post.categories.map(textOf));
        return article;
      }),
    );
  }

  /** Numbers of an article's categories, also where their names were not asked for; `undefined` where not known here. */
  categoryIdsOf(article: Article): readonly string[] | undefined {
    return this.#categoryIds.get(article);
  }

  async #ask(url: string, signal: AbortSignal): Promise<Answered> {
    return this.#read(await this.#options.http.get(url, signal));
  }

  async #read(answer: Answer): Promise<Answered> {
    const json = parseJson(answer);
    if (!Array.isArray(json)) throw new CareError('malformed', { detail: 'JSON, but not a list', url: answer.url });
    return { list: listOf(json), headers: answer.headers };
  }

  /** Rejects with the `error` of the usual URL where this one gives no list either. */
  async #tryPlain(url: string, signal: AbortSignal, error: unknown): Promise<Answered> {
    try {
      const answered = await this.#ask(url, signal);
      this.#isPlain = true;
      return answered;
    } catch (failure) {
      signal.throwIfAborted();
      // A response that is no list is the front page of a site of another kind. A lost connection says nothing about the
      // site: the next failure tries again.
      if (failure instanceof CareError && ['malformed', 'not-found'].includes(failure.code)) this.#isPlain = false;
      throw error;
    }
  }
}
