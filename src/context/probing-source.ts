import type { Http } from '../http/http.js';
import { parseJson } from '../http/json.js';
import { isAboutXml } from '../http/salvage-json.js';
import { CareError, type CareErrorCode } from '../model/care-error.js';
import type { ContentSource } from '../model/content-source.js';
import { loadSource } from './source-registry.js';
import type { SourceOptions } from '../sources/shared/source-options.js';

/** Errors of a URL below which there is no `/wp-json/`. */
const MAY_BE_OTHER: readonly CareErrorCode[] = ['not-found', 'network', 'malformed'];

/** Whether a URL that looks like WordPress may be a feed's: one below a site, which names no part of its REST API. */
export const mayBeFeed = (endpoint: string): boolean => {
  const { pathname, search } = new URL(endpoint);
  return (
    !/\/wp-json\b|\/wp\/v2\b|[?&]rest_route=/.test(pathname + search) &&
    (pathname.length > 1 || /feed|json/i.test(search))
  );
};

type Finding = 'json-feed' | CareError | undefined;

/** What the response of the URL itself is: a JSON Feed, a feed in XML (then the error that says so), or something else. */
const lookAt = async (endpoint: string, http: Http, signal: AbortSignal): Promise<Finding> => {
  try {
    const answer = await http.get(endpoint, signal);
    const feed = parseJson(answer);
    return typeof feed === 'object' && feed && 'items' in feed && Array.isArray(feed.items) ? 'json-feed' : undefined;
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof CareError && isAboutXml(error) ? error : undefined;
  }
};

/**
 * `guess`, for a URL that does not show what it is (`/newsfeed`): where it fails as it would without WordPress, the URL
 * itself is requested once, and is a JSON Feed if its response is one.
 */
export const probingSource = (guess: ContentSource, options: SourceOptions): ContentSource => {
  let source = guess;
  let isSure = false;
  let refusal: CareError | undefined;
  const ask = async <T>(run: (source: ContentSource) => Promise<T>, signal: AbortSignal): Promise<T> => {
    const asked = source;
    try {
      const answer = await run(asked);
      isSure = true;
      return answer;
    } catch (error) {
      if (source !== asked) return run(source); // another question has found out meanwhile
      if (!(error instanceof CareError && MAY_BE_OTHER.includes(error.code))) throw error;
      if (isSure) throw refusal ?? error;
      const found = await lookAt(options.endpoint, options.http, signal);
      const create = found === 'json-feed' && (await loadSource(found));
      if (!create) {
        if (found instanceof CareError) refusal = found;
        isSure = !!refusal || error.code !== 'network';
        throw refusal ?? error;
      }
      if (source === asked) source = create(options);
      isSure = true;
      return run(source);
    }
  };
  return {
    get batchSize() {
      return source.batchSize;
    },
    getArticles: (references, depth, signal) => ask((one) => one.getArticles(references, depth, signal), signal),
    listArticles: (query, signal) => ask((one) => one.listArticles(query, signal), signal),
    getNeighbors: (article, same, signal) => ask((one) => one.getNeighbors(article, same, signal), signal),
    listCategories: (signal) => ask((one) => one.listCategories(signal), signal),
  };
};
