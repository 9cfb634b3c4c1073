import { ContentClient } from '../client/content-client.js';
import { createHttp } from '../http/http.js';
import { safeUrl } from '../html/urls.js';
import { CareError } from '../model/care-error.js';
import { probingSource } from './probing-source.js';
import type { Settings } from '../model/settings.js';
import { inferSource } from '../sources/shared/source-name.js';
import { isRegistered, loadSource, sourceNames } from './source-registry.js';

/** One per distinct settings, shared by all elements of the page. */
const clients = new Map<string, Promise<ContentClient>>();

const notConfigured = (detail: string) => new CareError('not-configured', { detail });

/** The settings that decide about an answer; a change of the others needs no new one. */
export const answerKey = ({ endpoint, source, key, timeout, 'image-origins': origins }: Settings): string =>
  JSON.stringify([endpoint, source, key, timeout, origins, isRegistered(source)]);

const createClient = async ({
  endpoint: address,
  source,
  key,
  timeout,
  'image-origins': imageOrigins = '',
}: Settings): Promise<ContentClient> => {
  const endpoint = safeUrl(address, document.baseURI);
  if (!endpoint) throw notConfigured(address ? `endpoint="${address}" is no http(s) address` : 'no endpoint');
  let name = source || inferSource(endpoint, key);
  // nobody wrote "feed": an address like /feed may as well be a JSON Feed, and says so itself where it is not
  if (!source && name === 'feed' && !isRegistered(name)) name = 'json-feed';
  const createSource = await loadSource(name);
  if (!createSource) {
    const what = source ? `source="${name}"` : `endpoint="${endpoint}" looks like "${name}", which`;
    throw notConfigured(`${what} is none of ${sourceNames().join(', ')}`);
  }
  const ms = Number(timeout);
  const http = createHttp(ms > 0 && ms < 2 ** 31 ? { timeout: ms } : {});
  const origins = [endpoint, ...imageOrigins.split(/\s+/)].flatMap((url) =>
    URL.canParse(url) ? new URL(url).origin : [],
  );
  const options = { endpoint, http, origins, ...(key ? { key } : {}) };
  const made = createSource(options);
  const { pathname, search } = new URL(endpoint);
  // /newsfeed, /api/articles-json: a name that hints at a feed without saying so
  const isGuess =
    !source && name === 'wordpress' && /feed|json|rss|atom/i.test(pathname.replace(/\/wp-json.*/, '') + search);
  return new ContentClient(isGuess ? probingSource(made, options) : made);
};

/** The client for these settings. Rejects with `not-configured` where they name no endpoint or no known source. */
export const clientFor = (settings: Settings): Promise<ContentClient> => {
  const id = answerKey(settings);
  let client = clients.get(id);
  if (!client) {
    client = createClient(settings);
    clients.set(id, client);
    client.catch(() => clients.delete(id)); // code that did not arrive, or a source registered later: ask again
  }
  return client;
};
