import type { Http } from '../../http/http.js';
import type { Article } from '../../model/article.js';
import type { SafeHtml } from '../../model/safe-html.js';
import { originOf } from '../../html/urls.js';

/** Sanitises a text: see `articleBody()`. */
export type Sanitise = (
  html: string,
  options: { readonly url: string; readonly origins: readonly string[] },
) => Promise<SafeHtml>;

/** By `articleBody()`, whose code is loaded only where a text is asked for. */
const sanitiseInBrowser: Sanitise = async (html, options) =>
  (await import('../../html/article-body.js')).articleBody(html, options);

/** What every source is made from. */
export interface SourceOptions {
  /** Absolute URL, as the site's owner gave it. */
  readonly endpoint: string;
  readonly http: Http;
  /** Public read key, where the source needs one. */
  readonly key?: string;
  /** Sanitises full texts. Default: `articleBody()` with the browser's own engine, which a server does not have. */
  readonly sanitise?: Sanitise;
  /** Origins that pictures may be loaded from. */
  readonly origins: readonly string[];
  /** Called, with one sentence, where a list ends before its publisher's does. Default: one warning on the console. */
  readonly onCut?: (sentence: string) => void;
  /** Reads dates that are not ISO 8601. Default: those are ignored, since JSON Feed allows no other. */
  readonly readDate?: (value: unknown) => string | undefined;
  /**
   * How long a source that reads everything at once answers from what it has read, in milliseconds. Default 0: only
   * questions that are asked meanwhile.
   */
  readonly keepsFor?: number;
}

/** Origins that pictures may come from: the endpoint's own, and those that the `image-origins` setting adds. */
export const originsOf = (endpoint: string, imageOrigins = ''): string[] =>
  [endpoint, ...imageOrigins.split(/\s+/)].flatMap((url) => originOf(url) ?? []);

/** An article with its text, which passes the allow-list here, once. `url`: where relative URLs in it start. */
export const withBody = async (
  article: Article,
  html: string,
  { endpoint, origins, sanitise = sanitiseInBrowser }: SourceOptions,
  url = article.url ?? endpoint,
): Promise<Article> => ({ ...article, body: await sanitise(html, { url, origins }) });
