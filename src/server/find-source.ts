import { platformOf } from '../diagnosis/platform.js';
import type { Http } from '../http/http.js';
import { parseJson } from '../http/json.js';
import { isFeedXml } from '../http/salvage-json.js';
import { CareError } from '../model/care-error.js';
import type { ContentSource } from '../model/content-source.js';
import { fieldsOf } from '../sources/shared/read.js';

/** Whether an error says that there is no WordPress: what a URL gives below `/wp-json/` where there is none. */
export const isNoWordPress = (error: unknown): boolean =>
  error instanceof CareError && (error.code === 'not-found' || error.code === 'malformed');

/** By platform: the source that reads its pages themselves. */
const OF_PLATFORMS: Readonly<Record<string, string>> = { Squarespace: 'squarespace', Blogger: 'blogger' };

/** The source for a URL that does not show what it is, found by its response; `undefined` where no source reads that. */
export const findSource = async (endpoint: string, http: Http, signal: AbortSignal): Promise<string | undefined> => {
  try {
    const answer = await http.get(endpoint, signal);
    const { url, text, headers } = answer;
    if (isFeedXml(text)) return 'feed';
    const platform = platformOf({ url, status: 200, header: (name) => headers.get(name) ?? '', text });
    if (platform) return OF_PLATFORMS[platform.name];
    return Array.isArray(fieldsOf(parseJson(answer)).items) ? 'json-feed' : undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CareError) return undefined;
    throw error;
  }
};

/**
 * `guess`, a WordPress, for a URL that does not show what it is: where it fails as it would without WordPress, `find` is
 * called once, and the source that it finds is used from then on. Pages do the same for a JSON Feed.
 */
export const findingSource = (guess: ContentSource, find: () => Promise<ContentSource | undefined>): ContentSource => {
  let source = guess;
  let finding: Promise<ContentSource | undefined> | undefined;
  const ask = async <T>(run: (one: ContentSource) => Promise<T>): Promise<T> => {
    const asked = source;
    try {
      return await run(asked);
    } catch (error) {
      if (asked !== guess || !isNoWordPress(error)) throw error;
      const other = await (finding ??= find());
      if (!other) throw error;
      source = other;
      return run(other);
    }
  };
  return {
    get batchSize() {
      return source.batchSize;
    },
    getArticles: (references, depth, signal) => ask((one) => one.getArticles(references, depth, signal)),
    listArticles: (query, signal) => ask((one) => one.listArticles(query, signal)),
    getNeighbors: (article, same, signal) => ask((one) => one.getNeighbors(article, same, signal)),
    listCategories: (signal) => ask((one) => one.listCategories(signal)),
  };
};
