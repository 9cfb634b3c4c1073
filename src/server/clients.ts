import { ContentClient } from '../client/content-client.js';
import { safeUrl } from '../html/urls.js';
import { networkTransport } from '../http/early.js';
import { createHttp, type Http } from '../http/http.js';
import type { Transport } from '../http/transport.js';
import { CareError } from '../model/care-error.js';
import type { ContentSource } from '../model/content-source.js';
import { timeoutOf, type Settings } from '../model/settings.js';
import { resolveSource } from '../sources/shared/source-name.js';
import { originsOf, type SourceOptions } from '../sources/shared/source-options.js';
import { findingSource, findSource } from './find-source.js';
import { inUtf8 } from './net/encoding.js';
import { sanitiseForSource } from './sanitise.js';
import { inferNodeSource, OWN_SOURCES, type CreateSource } from './sources.js';

export interface ClientsOptions {
  /** `fetch`, or what takes its place. */
  readonly transport?: Transport | undefined;
  /** Further sources by the name that `source` gives them. */
  readonly sources?: Readonly<Record<string, CreateSource>> | undefined;
  /** How long a response is good for, in milliseconds. Default 5 minutes. */
  readonly timeToLive?: number | undefined;
}

/** The client for the settings that hold at an element. Throws CareError `not-configured`. */
export type ClientFor = (settings: Settings) => ContentClient;

/** Capacity of a client's cache: a site has thousands of pages, and texts are kept as strings. */
const CAPACITY = 20_000;

/** Codes of errors that say that an endpoint is down. */
const IS_DOWN = ['network', 'timeout', 'offline', 'server', 'rate-limited'];
/** Failures in a row after which an endpoint is not asked any more: thousands of pages would wait for each of them. */
const MOST_FAILURES = 3;

/** Gives up on an endpoint that is down. */
const givingUp = (http: Http): Http => {
  let failures = 0;
  let last: CareError | undefined;
  return {
    async get(url, signal) {
      if (last && failures >= MOST_FAILURES) throw last;
      try {
        const answer = await http.get(url, signal);
        failures = 0;
        return answer;
      } catch (error) {
        if (error instanceof CareError && IS_DOWN.includes(error.code)) {
          failures++;
          last = error;
        } else failures = 0;
        throw error;
      }
    },
  };
};

const notConfigured = (detail: string): CareError => new CareError('not-configured', { detail });

/** Clients by settings, each made once. */
export const createClients = ({
  transport = networkTransport,
  sources = {},
  timeToLive = 300_000,
}: ClientsOptions = {}): ClientFor => {
  const clients = new Map<string, ContentClient>();

  const createClient = (settings: Settings): ContentClient => {
    const { endpoint: address, source, key, timeout, 'image-origins': imageOrigins } = settings;
    const written = safeUrl(address);
    if (!written) {
      throw notConfigured(
        address
          ? URL.canParse(address)
            ? `endpoint="${address}" is no http(s) address: write it in full, with https://`
            : `endpoint="${address}" is relative, and needs the address of the site: write --site, or url in a program; an address of another site begins with https://`
          : 'no endpoint',
      );
    }
    const { endpoint, source: resolved } = resolveSource(written, source, key);
    const name = source ? resolved : inferNodeSource(endpoint, key);
    const create = Object.hasOwn(sources, name)
      ? sources[name]
      : Object.hasOwn(OWN_SOURCES, name)
        ? OWN_SOURCES[name]
        : undefined;
    if (!create) {
      throw notConfigured(
        `source="${name}" is none of ${[...Object.keys(OWN_SOURCES), ...Object.keys(sources)].join(', ')}`,
      );
    }
    const http = givingUp(
      createHttp({
        transport: async (url, init) => inUtf8(await transport(url, init)),
        timeout: timeoutOf(timeout),
      }),
    );
    const options: SourceOptions = {
      endpoint,
      http,
      keepsFor: timeToLive,
      origins: originsOf(written, imageOrigins),
      sanitise: sanitiseForSource,
      ...(key ? { key } : {}),
    };
    const find = async (): Promise<ContentSource | undefined> => {
      const other = await findSource(endpoint, http, new AbortController().signal);
      return other === undefined ? undefined : OWN_SOURCES[other]?.(options);
    };
    const made = create(options);
    const isGuess = !source && name === 'wordpress' && !Object.hasOwn(sources, name);
    return new ContentClient(isGuess ? findingSource(made, find) : made, { capacity: CAPACITY, timeToLive });
  };

  return (settings) => {
    const { endpoint, source, key, timeout, 'image-origins': origins } = settings;
    const id = JSON.stringify([endpoint, source, key, timeout, origins]);
    let client = clients.get(id);
    if (!client) clients.set(id, (client = createClient(settings)));
    return client;
  };
};
