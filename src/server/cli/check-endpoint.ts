import robotsParser from 'robots-parser';
import { articleFindings } from '../../diagnosis/articles.js';
import { endpointFindings, type Circumstances } from '../../diagnosis/error-advice.js';
import { finding, type Finding } from '../../diagnosis/finding.js';
import { hiddenFromSearch } from '../../diagnosis/robots.js';
import type { Answer } from '../../http/http.js';
import { parseJson } from '../../http/json.js';
import type { Transport } from '../../http/transport.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { Settings } from '../../model/settings.js';
import { fieldsOf } from '../../sources/shared/read.js';
import { ghostUrl } from '../../sources/ghost/ghost-urls.js';
import { createJsonFeedSource } from '../../sources/json-feed/json-feed-source.js';
import { resolveSource } from '../../sources/shared/source-name.js';
import { wordPressUrl } from '../../sources/wordpress/wordpress-urls.js';
import { createClients } from '../clients.js';
import type { CreateSource } from '../sources.js';
import { reasonOf } from '../net/reason.js';
import { remedyOf } from '../remedy.js';
import { ORIGIN, type Visit } from './check-visit.js';

/** Whether a page at `base` may read a response; without `base`, a page of any other site. */
const allows = ({ url, headers }: Pick<Response, 'url' | 'headers'>, base: string | undefined): boolean =>
  ['*', ORIGIN].includes(headers.get('access-control-allow-origin') ?? '') ||
  (base !== undefined && new URL(url).origin === new URL(base).origin);

const corsFinding = (url: string): Finding =>
  finding(
    'cors',
    'the answer does not say that pages of other sites may read it',
    'Let the server send Access-Control-Allow-Origin: * for that address.',
    url,
  );

/** Whether the server gave no response or failed, which no plugin causes. */
const isDown = ({ code, status = 0 }: CareError): boolean =>
  code === 'network' || code === 'timeout' || code === 'rate-limited' || status >= 500;

/** Whether a WordPress can be read, and by which URLs. */
const checkWordPress = async (visit: Visit, endpoint: string, written?: Circumstances): Promise<boolean> => {
  const parameters = { per_page: '1', _fields: 'id' };
  const pretty = wordPressUrl(endpoint, 'posts', parameters);
  const plain = wordPressUrl(endpoint, 'posts', parameters, true);
  const isList = (answer: Answer | CareError): answer is Answer =>
    !(answer instanceof CareError) && /^\s*\[/.test(answer.text);
  let answer = await visit.get(pretty);
  if (!isList(answer) && plain !== pretty) {
    const second = await visit.get(plain);
    if (isList(second)) {
      visit.add(
        finding(
          'plain-permalinks',
          `the REST API answers at ${plain} only`,
          'Nothing has to be done. Under Settings, Permalinks, any choice but "Plain" saves a request.',
          endpoint,
        ),
      );
      answer = second;
    }
  }
  if (!isList(answer)) {
    const why = answer instanceof CareError ? reasonOf(answer) : 'the answer is no list';
    const failure = answer instanceof CareError ? answer : { code: 'malformed' as const, url: pretty };
    const ofAddress = written && endpointFindings(written, failure);
    if (ofAddress?.length) {
      visit.add(...ofAddress);
      return false;
    }
    if (answer instanceof CareError && isDown(answer)) {
      visit.add(unreachable(endpoint, answer));
      return false;
    }
    visit.add(
      finding(
        'rest-closed',
        `its REST API does not answer visitors: ${why}`,
        `Let the plugin that closed it allow reading of posts and categories, or read the site's feed: npx care-widgets snapshot ${new URL('feed/', endpoint.replace(/\/*$/, '/')).href} --out FOLDER.`,
        pretty,
      ),
    );
    return false;
  }
  return true;
};

/** A URL that gives nothing: why, and what to do. */
export const unreachable = (address: string, error: CareError): Finding => {
  const { code, url = address } = error;
  const reason = reasonOf(error);
  const isSilent = code === 'network' || code === 'timeout';
  const how = isSilent ? 'does not answer' : code === 'malformed' ? 'answers, but not with articles' : 'cannot be read';
  return finding(
    'unreachable',
    `${address} ${how}: ${reason}`,
    remedyOf(error, reason) || 'Open it in a browser, and look whether it is spelt right.',
    url,
  );
};

/** Reads the newest articles as the widgets of a page at `base` would: a response alone is no feed yet. */
const newestArticles = async (
  visit: Visit,
  settings: Settings,
  base: string | undefined,
): Promise<readonly Article[] | CareError> => {
  let refused: string | undefined;
  const transport: Transport = async (url, init) => {
    const answer = await visit.transport(url, init);
    if (!allows(answer, base)) refused ??= answer.url;
    return answer;
  };
  try {
    // of a feed in many files as many as a page reads
    const cuts = new Set<string>();
    const asPage: CreateSource = (options) =>
      createJsonFeedSource({ ...options, onCut: (sentence) => cuts.add(sentence) });
    const client = createClients({ transport, sources: { 'json-feed': asPage } })(settings);
    const { articles } = await client.listArticles({ page: 1, perPage: 10 }, { signal: new AbortController().signal });
    if (refused !== undefined) visit.add(corsFinding(refused));
    for (const sentence of cuts)
      visit.add(
        finding(
          'long-feed',
          sentence,
          `Or make a shorter row of files of it: npx care-widgets snapshot ${settings.endpoint} --out FOLDER.`,
          settings.endpoint,
        ),
      );
    return articles;
  } catch (error) {
    if (error instanceof CareError) return error;
    throw error;
  }
};

/** Whether a URL that does not show what it is answers as a JSON Feed, which widgets find out too. */
const isJsonFeed = async (visit: Visit, endpoint: string): Promise<boolean> => {
  if (new URL(endpoint).pathname === '/') return false;
  const answer = await visit.get(endpoint);
  if (answer instanceof CareError) return false;
  try {
    return Array.isArray(fieldsOf(parseJson(answer)).items);
  } catch {
    return false;
  }
};

/** By the name of a source that pages can read: the URL that it requests. */
const ASKED: Readonly<Record<string, (endpoint: string) => string>> = {
  wordpress: (endpoint) => wordPressUrl(endpoint, 'posts', {}),
  ghost: (endpoint) => ghostUrl(endpoint, 'posts'),
  'json-feed': (endpoint) => endpoint,
};

/** An endpoint and what a page writes beside it. */
export interface EndpointOptions {
  readonly source?: string | undefined;
  readonly key?: string | undefined;
  readonly written?: Circumstances;
}

/** Adds all findings about a URL that widgets read from. Returns whether they can read it. */
export const checkEndpoint = async (
  visit: Visit,
  address: string,
  today: string,
  { source: named, key, written }: EndpointOptions = {},
): Promise<boolean> => {
  const { source, endpoint } = resolveSource(address, named, key);
  if (source === 'feed') {
    visit.add(
      finding(
        'rss-endpoint',
        `${endpoint} looks like RSS, which is not read by a page`,
        `Make a JSON Feed of it: npx care-widgets snapshot ${endpoint} --out FOLDER.`,
        endpoint,
      ),
    );
    return false;
  }
  const before = visit.findings.length;
  if (source === 'wordpress' && !(await checkWordPress(visit, endpoint, written))) {
    if (named || !(await isJsonFeed(visit, endpoint))) return false;
    visit.findings.splice(before);
    return checkEndpoint(visit, endpoint, today, { source: 'json-feed' });
  }
  if (!Object.hasOwn(ASKED, source)) return false;
  const articles = await newestArticles(visit, { endpoint, source, ...(key ? { key } : {}) }, written?.base);
  if (articles instanceof CareError) {
    visit.add(unreachable(endpoint, articles));
    return false;
  }
  const asked = ASKED[source]?.(endpoint) ?? endpoint;
  const robots = await visit.get(new URL('/robots.txt', endpoint).href);
  if (!(robots instanceof CareError) && robotsParser(robots.url, robots.text).isDisallowed(asked, '*'))
    visit.add(hiddenFromSearch(asked));
  const findings = articleFindings(articles, endpoint, today);
  // Ghost has no place for reviewers
  visit.add(...findings.filter(({ id }) => source !== 'ghost' || id !== 'no-reviewer'));
  return true;
};
