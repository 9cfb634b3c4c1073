import { platformOf } from '../diagnosis/platform.js';
import type { Http } from '../http/http.js';
import { parseJson } from '../http/json.js';
import { isFeedXml } from '../http/salvage-json.js';
import { CareError } from '../model/care-error.js';
import { fieldsOf } from '../sources/shared/read.js';

/** What an address that is taken for a WordPress answers below `/wp-json/` where it is none. */
export const isNoWordPress = (error: unknown): boolean =>
  error instanceof CareError && (error.code === 'not-found' || error.code === 'malformed');

/** By platform: the source that reads its pages themselves. */
const OF_PLATFORMS: Readonly<Record<string, string>> = { Squarespace: 'squarespace', Blogger: 'blogger' };

/** The source for an address that does not show what it is, by what it answers; `undefined` where that is nothing readable. */
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
