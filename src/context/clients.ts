import { ContentClient } from '../client/content-client.js';
import { createHttp } from '../http/http.js';
import { safeUrl } from '../html/urls.js';
import { CareError } from '../model/care-error.js';
import { mayBeFeed, probingSource } from './probing-source.js';
import { timeoutOf, type Settings } from '../model/settings.js';
import { resolveSource } from '../sources/shared/source-name.js';
import { originsOf } from '../sources/shared/source-options.js';
import { isRegistered, loadSource, sourceNames } from './source-registry.js';

/** By {@link answerKey}: elements with the same settings share one client. */
const clients = new Map<string, Promise<ContentClient>>();

const notConfigured = (detail: string) => new CareError('not-configured', { detail });

/** The settings that an answer depends on, as a key; a change of the others needs no new request. */
export const answerKey = ({ endpoint, source, key, timeout, 'image-origins': origins }: Settings): string =>
  JSON.stringify([endpoint, source, key, timeout, origins, isRegistered(source)]);

const createClient = async ({
  endpoint: address,
  source,
  key,
  timeout,
  'image-origins': imageOrigins,
}: Settings): Promise<ContentClient> => {
  const written = safeUrl(address, document.baseURI);
  if (!written) throw notConfigured(address ? `endpoint="${address}" is no http(s) address` : 'no endpoint');
  const { endpoint, source: resolved } = resolveSource(written, source, key);
  let name = resolved;
  // nobody wrote "feed": a URL like /feed may as well be a JSON Feed, and says so itself where it is not
  if (!source && name === 'feed' && !isRegistered(name)) name = 'json-feed';
  const createSource = await loadSource(name);
  if (!createSource) {
    const what = source ? `source="${name}"` : `endpoint="${endpoint}" looks like "${name}", which`;
    throw notConfigured(`${what} is none of ${sourceNames().join(', ')}`);
  }
  const http = createHttp({ timeout: timeoutOf(timeout) });
  const options = { endpoint, http, origins: originsOf(written, imageOrigins), ...(key ? { key } : {}) };
  const made = createSource(options);
  // nobody wrote "wordpress", and a URL such as /newsfeed or /api/articles need not be that of a site
  const isGuess = !source && name === 'wordpress' && mayBeFeed(endpoint);
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
