import type { Answer, Http } from '../../http/http.js';
import { parseJson } from '../../http/json.js';
import type { Article, ArticlePage } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ArticleDepth } from '../../model/content-source.js';
import { fieldsOf, listOf, textOf, type Fields } from '../shared/read.js';
import type { SourceOptions } from '../shared/source-options.js';
import { mapPost, type Common } from './map-post.js';
import { wordPressUrl } from './wordpress-urls.js';

/** Forms the address of a question, for pretty permalinks or for plain ones. */
export type UrlFor = (isPlain: boolean) => string;

/** The REST API of one site: lists of things, by whichever kind of address the site answers to. */
export class WordPressApi {
  readonly endpoint: string;
  /** The newest posts, where a list of everything has shown them or is about to. */
  newest?: Promise<ArticlePage | undefined>;
  readonly #http: Http;
  readonly #origins: readonly string[];
  /** Set once `?rest_route=` has answered where `/wp-json/` did not. */
  #isPlain = false;

  constructor({ endpoint, http, origins }: SourceOptions) {
    this.endpoint = endpoint;
    this.#http = http;
    this.#origins = origins;
  }

  async getList(urlFor: UrlFor, signal: AbortSignal): Promise<{ list: readonly Fields[]; headers: Headers }> {
    const answer = await this.#http.get(urlFor(this.#isPlain), signal).catch((error: unknown) => {
      // the route of a collection answers 404 only where there is no REST API below /wp-json/
      if (this.#isPlain || !(error instanceof CareError && error.code === 'not-found')) throw error;
      return this.#tryPlain(urlFor(true), signal, error);
    });
    const json = parseJson(answer);
    if (!Array.isArray(json)) throw new CareError('malformed', { detail: 'JSON, but not a list', url: answer.url });
    return { list: listOf(json), headers: answer.headers };
  }

  getRoute(route: string, parameters: Record<string, string>, signal: AbortSignal) {
    return this.getList((isPlain) => wordPressUrl(this.endpoint, route, parameters, isPlain), signal);
  }

  mapPosts(posts: readonly Fields[], depth: ArticleDepth): Promise<readonly Article[]> {
    const common: Common = new Map();
    return Promise.all(
      posts.map((post) => {
        const article = mapPost(post, this.endpoint, this.#origins, common);
        return depth === 'full' && !article.isProtected ? this.#withBody(post, article) : article;
      }),
    );
  }

  /** Bodies pass the allow-list here, once; the code for that is loaded only where a body is asked for. */
  async #withBody(post: Fields, article: Article): Promise<Article> {
    const { articleBody } = await import('../../html/article-body.js');
    const html = textOf(fieldsOf(post.content).rendered);
    return { ...article, body: await articleBody(html, { url: article.url ?? this.endpoint, origins: this.#origins }) };
  }

  async #tryPlain(url: string, signal: AbortSignal, error: CareError): Promise<Answer> {
    const answer = await this.#http.get(url, signal).catch(() => undefined);
    signal.throwIfAborted();
    if (!answer || !/^\s*\[/.test(answer.text)) throw error; // a site that is not WordPress shows its front page
    this.#isPlain = true;
    return answer;
  }
}
