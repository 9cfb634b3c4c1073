import type { Http } from '../http/http.js';
import { CareError, type CareErrorCode } from '../model/care-error.js';
import type { ContentSource } from '../model/content-source.js';
import { loadSource } from './source-registry.js';
import type { SourceOptions } from '../sources/shared/source-options.js';

/** What an address that is no WordPress answers below `/wp-json/`. */
const MAY_BE_OTHER: readonly CareErrorCode[] = ['not-found', 'network', 'malformed'];

const isJsonFeed = async (endpoint: string, http: Http, signal: AbortSignal): Promise<boolean> => {
  try {
    const feed: unknown = JSON.parse((await http.get(endpoint, signal)).text);
    return typeof feed === 'object' && feed !== null && 'items' in feed && Array.isArray(feed.items);
  } catch {
    signal.throwIfAborted();
    return false;
  }
};

/**
 * `guess`, for an address that does not show what it is (`/newsfeed`): where it fails as no WordPress would, the address
 * itself is asked, once, and is a JSON Feed if it answers like one.
 */
export const probingSource = (guess: ContentSource, options: SourceOptions): ContentSource => {
  let source = guess;
  let isSure = false;
  const ask = async <T>(run: (source: ContentSource) => Promise<T>, signal: AbortSignal): Promise<T> => {
    const asked = source;
    try {
      const answer = await run(asked);
      isSure = true;
      return answer;
    } catch (error) {
      if (source !== asked) return run(source); // another question has found out meanwhile
      if (isSure || !(error instanceof CareError && MAY_BE_OTHER.includes(error.code))) throw error;
      if (!(await isJsonFeed(options.endpoint, options.http, signal))) {
        isSure = error.code !== 'network';
        throw error;
      }
      const create = await loadSource('json-feed');
      if (!create) throw error;
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
