import robotsParser from 'robots-parser';
import { articleFindings } from '../../diagnosis/articles.js';
import { endpointFindings, type Circumstances } from '../../diagnosis/error-advice.js';
import { finding, type Finding } from '../../diagnosis/finding.js';
import { hiddenFromSearch } from '../../diagnosis/robots.js';
import type { Answer } from '../../http/http.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import { inferSource } from '../../sources/shared/source-name.js';
import { wordPressUrl } from '../../sources/wordpress/wordpress-urls.js';
import { createClients } from '../clients.js';
import { reasonOf } from '../net/reason.js';
import { ORIGIN, type Visit } from './check-visit.js';

const allows = ({ headers }: Answer): boolean =>
  ['*', ORIGIN].includes(headers.get('access-control-allow-origin') ?? '');

const corsFinding = (url: string): Finding =>
  finding(
    'cors',
    'the answer does not say that pages of other sites may read it',
    'Let the server send Access-Control-Allow-Origin: * for that address.',
    url,
  );

/** Whether a WordPress can be read, and by which addresses. */
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
    visit.add(
      finding(
        'rest-closed',
        `its REST API does not answer visitors: ${why}`,
        'Let the plugin that closed it allow reading of posts and categories, or read the site by npx care-widgets snapshot.',
        pretty,
      ),
    );
    return false;
  }
  if (!allows(answer)) visit.add(corsFinding(answer.url));
  return true;
};

const checkFeed = async (visit: Visit, endpoint: string): Promise<boolean> => {
  const answer = await visit.get(endpoint);
  if (answer instanceof CareError) {
    visit.add(
      finding(
        'unreachable',
        `${endpoint} does not answer: ${reasonOf(answer)}`,
        'Open it in a browser, and look whether it is spelt right.',
        endpoint,
      ),
    );
    return false;
  }
  if (!allows(answer)) visit.add(corsFinding(answer.url));
  return true;
};

/** Reads the newest articles as the widgets would: an answer alone is no feed yet. */
const newestArticles = async (
  visit: Visit,
  endpoint: string,
  source: string,
): Promise<readonly Article[] | CareError> => {
  try {
    const client = createClients({ transport: visit.transport })({ endpoint, source });
    return (await client.listArticles({ page: 1, perPage: 10 }, { signal: new AbortController().signal })).articles;
  } catch (error) {
    if (error instanceof CareError) return error;
    throw error;
  }
};

/** Everything about an address that widgets read from. Whether they can. */
export const checkEndpoint = async (
  visit: Visit,
  endpoint: string,
  today: string,
  { source = inferSource(endpoint), written }: { readonly source?: string; readonly written?: Circumstances } = {},
): Promise<boolean> => {
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
  if (source !== 'wordpress' && source !== 'json-feed') return false;
  const isRead = await (source === 'wordpress' ? checkWordPress(visit, endpoint, written) : checkFeed(visit, endpoint));
  if (!isRead) return false;
  const articles = await newestArticles(visit, endpoint, source);
  if (articles instanceof CareError) {
    visit.add(
      finding(
        'unreachable',
        `${endpoint} answers, but not with articles: ${reasonOf(articles)}`,
        'Open it in a browser, and look whether it is what the address is meant to be.',
        articles.url ?? endpoint,
      ),
    );
    return false;
  }
  const asked = source === 'wordpress' ? wordPressUrl(endpoint, 'posts', {}) : endpoint;
  const robots = await visit.get(new URL('/robots.txt', endpoint).href);
  if (!(robots instanceof CareError) && robotsParser(robots.url, robots.text).isDisallowed(asked, '*'))
    visit.add(hiddenFromSearch(asked));
  visit.add(...articleFindings(articles, endpoint, today));
  return true;
};
