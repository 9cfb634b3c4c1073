import { ContentClient } from '../../src/client/content-client.js';
import { articleFindings } from '../../src/diagnosis/articles.js';
import { endpointFindings, errorFinding } from '../../src/diagnosis/error-advice.js';
import { finding, type Finding } from '../../src/diagnosis/finding.js';
import { accessOf, feedsIn, platformOf } from '../../src/diagnosis/platform.js';
import { safeUrl } from '../../src/html/urls.js';
import { createHttp, type Http } from '../../src/http/http.js';
import type { Transport } from '../../src/http/transport.js';
import { CareError } from '../../src/model/care-error.js';
import { createGhostSource } from '../../src/sources/ghost/ghost-source.js';
import { createJsonFeedSource } from '../../src/sources/json-feed/json-feed-source.js';
import { resolveSource } from '../../src/sources/shared/source-name.js';
import { createWordPressSource } from '../../src/sources/wordpress/wordpress-source.js';
import type { Content } from './element.js';
import { readingOnce } from './reading-once.js';

/** What a blog's address has given. */
export interface Inspection {
  /** Where it could be read. */
  readonly content?: Content;
  /** In the words of the diagnosis, the worst first. */
  readonly findings: readonly Finding[];
  /** An address that can be read, where the one that was typed cannot. */
  readonly suggestion?: string;
}

export interface InspectOptions {
  readonly signal: AbortSignal;
  /** Default: `fetch`. */
  readonly transport?: Transport;
  /** Ghost's public key. */
  readonly key?: string;
  /** ISO 8601. Default: now. */
  readonly now?: string;
  /** Absolute address of the page that asks. */
  readonly base?: string;
}

/** Articles to choose from: a blog may have ten thousand, and one is named by its slug. */
const MOST_ARTICLES = 50;

const SOURCES = { wordpress: createWordPressSource, 'json-feed': createJsonFeedSource, ghost: createGhostSource };
const isKnown = (name: string): name is keyof typeof SOURCES => Object.hasOwn(SOURCES, name);

/**
 * An address as people type it, made one that can be asked: without the quotation marks and blanks of a text that it was copied from,
 * with its `https://`, whose slashes may be too few. `undefined` where nothing makes it a web address.
 */
export const addressOf = (typed: string): string | undefined => {
  const bare = typed.trim().replace(/^[\s"'“”‘’«»<(]+|[\s"'“”‘’«»>),;]+$/g, '');
  const written = bare.replace(/^(https?)[:;]?\/{0,3}(?=\w)/i, (whole, scheme: string) =>
    /[:/;]/.test(whole) ? `${scheme.toLowerCase()}://` : whole,
  );
  const url = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(written) ? written : `https://${written}`;
  const safe = bare && !/\s/.test(bare) ? safeUrl(url) : undefined;
  return safe && /^(?:localhost|\[.+\]|[^.]+(?:\.[^.]+)+)$/.test(new URL(safe).hostname) ? safe : undefined;
};

const clientFor = (address: string, http: Http, key?: string): { client: ContentClient; endpoint: string } => {
  const { source, endpoint } = resolveSource(address, undefined, key);
  if (!isKnown(source)) throw new CareError('not-configured', { detail: `source="${source}"` });
  const origins = [new URL(endpoint).origin];
  return {
    client: new ContentClient(SOURCES[source]({ endpoint, http, origins, ...(key ? { key } : {}) })),
    endpoint,
  };
};

/** Addresses above one that leads into a site: its folder, and the site itself. */
const above = (address: string): string[] => {
  const { origin, pathname, href } = new URL(address);
  const folder = origin + pathname.replace(/\/[^/]*\/?$/, '/');
  return [...new Set([folder, `${origin}/`])].filter((candidate) => candidate !== href);
};

const ORDER = ['error', 'warning', 'note'];
const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));

const read = async (
  address: string,
  http: Http,
  { signal, key, now = new Date().toISOString() }: InspectOptions,
): Promise<Content> => {
  const { client } = clientFor(address, http, key);
  const { articles, total } = await client.listArticles({ page: 1, perPage: MOST_ARTICLES }, { signal });
  // a blog without categories is a blog
  const categories = await client.listCategories({ signal }).catch((error: unknown) => {
    if (error instanceof CareError) return [];
    throw error;
  });
  return { endpoint: address, articles, categories, readAt: now, ...(total === undefined ? {} : { total }) };
};

/** What the page at the address tells of itself, where it lets a page of another site read it. */
const lookAt = async (
  address: string,
  http: Http,
  signal: AbortSignal,
): Promise<{ findings: Finding[]; feed?: string }> => {
  try {
    const { url, text, headers } = await http.get(address, signal);
    const seen = { url, status: 200, text, header: (name: string) => headers.get(name) ?? '' };
    const [known, feeds] = [platformOf(seen), feedsIn(seen)];
    const feed = feeds.find(({ type }) => type === 'json')?.url;
    if (feed || (known && 'source' in known.access)) return { findings: [], ...(feed ? { feed } : {}) };
    if (!known && !feeds.length) return { findings: [] };
    const what = known
      ? `${known.name} lets no page of another site read its articles`
      : 'nothing shows how the articles can be read by a page';
    return { findings: [finding('needs-snapshot', what, accessOf(known, feeds, false), url)] };
  } catch {
    signal.throwIfAborted();
    return { findings: [] };
  }
};

/** A browser tells whether a site answers, though not what, even where the site lets no page of another site read it. */
const whyUnread = async (address: string, transport: Transport = fetch, signal: AbortSignal): Promise<Finding> => {
  const { host, origin } = new URL(address);
  try {
    await transport(address, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal });
  } catch {
    signal.throwIfAborted();
    return finding(
      'unreachable',
      `Nothing answers at ${address}`,
      'Open it in a browser, and look whether it is spelt right, with or without www.',
    );
  }
  return finding(
    'cors',
    `${host} answers, but lets no page of another site read its articles`,
    `Send this to whoever runs it: “Please let ${origin} answer with the header Access-Control-Allow-Origin: *, at least below /wp-json/.” WordPress does so by itself, unless a plugin or the server takes it away.`,
  );
};

/**
 * Reads a blog as the widgets would, from the page that asks, and says what is wrong with its address or with what it
 * answers: with the same sources and the same diagnosis as the widgets and the command line.
 *
 * @param typed As somebody has typed it.
 * @throws The reason of `signal`, once it is aborted; nothing else.
 */
export const inspect = async (typed: string, options: InspectOptions): Promise<Inspection> => {
  const { signal, transport, base, now = new Date().toISOString() } = options;
  // articles, categories and what the page says of itself may be one file
  const http = readingOnce(createHttp(transport ? { transport } : {}));
  const address = addressOf(typed);
  if (!address) {
    const what = `"${typed.trim().slice(0, 200)}" is no http(s) address`;
    return {
      findings: [finding('unreachable', what, 'Open it in a browser, and look whether it is spelt right.')],
    };
  }
  // said before anything is asked
  const rss = endpointFindings({ endpoint: address, base }, { code: 'network' }).filter(
    ({ id }) => id === 'rss-endpoint',
  );
  if (rss.length) return { findings: rss };
  try {
    const content = await read(address, http, options);
    return { content, findings: worstFirst(articleFindings(content.articles, address, now)) };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof CareError)) throw error;
    if (error.code === 'offline') return { findings: [errorFinding(error, {})] };
    const { findings, feed } = await lookAt(address, http, signal);
    const [special] = endpointFindings({ endpoint: address, base }, error);
    for (const candidate of feed ? [feed] : above(address)) {
      try {
        const content = await read(candidate, http, options);
        if (content.articles.length) return { findings: [special ?? errorFinding(error, {})], suggestion: candidate };
      } catch (failure) {
        signal.throwIfAborted();
        if (!(failure instanceof CareError)) throw failure;
      }
    }
    if (special && special.id !== 'page-endpoint') return { findings: [...findings, special] };
    const reason = error.code === 'network' ? await whyUnread(address, transport, signal) : errorFinding(error, {});
    // which page it is, is a guess
    return { findings: [...findings, reason, ...(special ? [special] : [])] };
  }
};
