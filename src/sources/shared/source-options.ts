import type { Http } from '../../http/http.js';

/** What every source is made from. */
export interface SourceOptions {
  /** Absolute address, as the site's owner gave it. */
  readonly endpoint: string;
  readonly http: Http;
  /** Public read key, where the source needs one. */
  readonly key?: string;
  /** Origins that pictures may be loaded from. */
  readonly origins: readonly string[];
}
