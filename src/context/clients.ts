import { ContentClient } from '../client/content-client.js';
import { createHttp } from '../http/http.js';
import { safeUrl } from '../html/urls.js';
import { CareError } from '../model/care-error.js';
import type { Settings } from './settings.js';
import { inferSource } from './source-name.js';
import { loadSource, sourceNames } from './source-registry.js';

const DEFAULT_TIMEOUT = 10_000;

/** One per distinct settings, shared by all elements of the page. */
const clients = new Map<string, Promise<ContentClient>>();

const originsOf = (settings: Settings, endpoint: string): string[] => [
  new URL(endpoint).origin,
  globalThis.origin,
  ...(settings['image-origins'] ?? '').split(/\s+/).flatMap((origin) => {
    const url = safeUrl(origin);
    return url ? [new URL(url).origin] : [];
  }),
];

const createClient = async (name: string, endpoint: string, settings: Settings): Promise<ContentClient> => {
  const createSource = await loadSource(name);
  if (!createSource) {
    throw new CareError('not-configured', { detail: `source="${name}" is none of ${sourceNames().join(', ')}` });
  }
  const timeout = Number(settings.timeout);
  const http = createHttp({ timeout: timeout > 0 && timeout < 2 ** 31 ? timeout : DEFAULT_TIMEOUT });
  const { key } = settings;
  return new ContentClient(
    createSource({ endpoint, http, origins: originsOf(settings, endpoint), ...(key ? { key } : {}) }),
  );
};

/** The client for these settings. Rejects with `not-configured` where they name no endpoint or no known source. */
export const clientFor = (settings: Settings): Promise<ContentClient> => {
  const endpoint = safeUrl(settings.endpoint, document.baseURI);
  if (!endpoint) {
    const detail = settings.endpoint ? `endpoint="${settings.endpoint}" is no http(s) address` : 'no endpoint';
    return Promise.reject(new CareError('not-configured', { detail }));
  }
  const { source, key = '', timeout, 'image-origins': origins } = settings;
  const name = source || inferSource(endpoint, key);
  const id = JSON.stringify([endpoint, name, key, timeout, origins]);
  let client = clients.get(id);
  if (!client) {
    client = createClient(name, endpoint, settings);
    clients.set(id, client);
    client.catch(() => clients.delete(id)); // code that did not arrive, or a source registered later: ask again
  }
  return client;
};
