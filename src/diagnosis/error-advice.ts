import type { CareError, CareErrorCode } from '../model/care-error.js';
import { finding, type Finding } from './finding.js';
import { parseUrl } from '../model/parse-url.js';

/** What a webmaster can do about each kind of failure. */
const ADVICE: Readonly<Record<CareErrorCode, string>> = {
  'not-configured':
    'Write data-care-endpoint="https://your-site.example" on the script tag, or endpoint="…" on the element or on a <care-config> around it.',
  offline: 'The device has no connection. The element can be tried again.',
  network:
    'No answer, or one that this page may not read. Check the address: write it as the browser shows it once the site is open (https:// or http://, with or without www.), for a redirect is often refused. The endpoint must send Access-Control-Allow-Origin, and a Content-Security-Policy of this page must name it in connect-src.',
  timeout: 'The endpoint is too slow. Write a larger timeout="…" (milliseconds), or let the endpoint cache.',
  'not-found':
    'Check the slug or article-id: it must be published, and spelled as in its address. Check the endpoint too: written in full, with https://, it must lead to the site that the article is on.',
  gone: 'The article was withdrawn: take the element from the page.',
  forbidden:
    'The endpoint refuses visitors. A security plugin may have closed the REST API: allow reading of posts, or name a feed instead.',
  protected: 'The article has a password: only its title can be shown.',
  'rate-limited': 'The endpoint refuses more requests for now. Let it answer from a cache.',
  server: 'The endpoint failed: look into its own log.',
  malformed:
    'The endpoint answered with something else. Open the address in a browser; write source="…" if it is another kind of endpoint.',
  'too-large': 'The answer is larger than 5 MB: name a smaller feed.',
  rejected: '',
};

/** Further advice, by the beginning of `detail`. */
const BY_DETAIL: readonly (readonly [RegExp, string])[] = [
  [
    /^the page's address has no \?(.+)=/,
    'Where the page is also opened without it, that is right: the fallback stays. Links to the page must end in ?$1=SLUG, as article-url="…?$1={slug}" makes them.',
  ],
  [
    /^(?:exactly one of|write slug or)/,
    'Write on the element what to show: slug="…", with what stands last in the article\'s address.',
  ],
  [
    /looks like "ghost"|^source="ghost"/,
    'Write source="wordpress" or source="json-feed", or register a source of that name.',
  ],
  [
    /^a script of this page has replaced fetch/,
    'If that script adds headers to requests (traceparent, tracestate, baggage, sentry-trace, newrelic, x-datadog-…, x-b3-…, elastic-apm-traceparent, uber-trace-id, x-dtc, x-requested-with), the browser must ask the endpoint for permission first, which WordPress refuses: exclude the endpoint from tracing in that script.',
  ],
  [
    /^Ghost needs key=|^401 Unknown Content API Key/,
    'Ghost shows it under Settings, Integrations, Add custom integration: write its Content API key, 26 letters and digits, as key="…" beside endpoint="…", or as data-care-key="…" on the script tag. The Admin API key must not stand in a page.',
  ],
  [
    /^429 Too many attempts/,
    'So speaks a Ghost that got a hundred requests with a wrong key from one address: for an hour or longer it refuses the right key too. Look whether a page still has the wrong one. Behind a proxy all visitors may count as one address.',
  ],
  [
    /^nothing published under \{"(?:slug|id)":"(?:\\"|'|&quot;|&amp;|[“”„″‘’‚′«»])/,
    'The value bears quotation marks of its own, as where &quot; or curly ones were written for them: write slug="…" with one pair of straight ones.',
  ],
  [
    /^source="(?:rss|atom|feed|xml)"/i,
    'RSS and Atom are not read by a page. If the site is a WordPress or a Ghost, name the site and leave source out; else make a JSON Feed of it, npx care-widgets snapshot ADDRESS --out FOLDER, and name that file.',
  ],
  [
    /^cannot be shown/,
    'A source that the page has registered, or a property that a script has set, gives something else than its type says: the error beside this message tells where it was met.',
  ],
  [/ is none of /, 'Write one of them as source="…", or register a source of that name.'],
];

/** The advice for this very `detail`; `undefined` where there is none. */
export const adviceByDetail = ({ detail }: Pick<CareError, 'detail'>): string | undefined => {
  for (const [pattern, advice] of BY_DETAIL) {
    const match = pattern.exec(detail);
    if (match) return advice.replaceAll('$1', match[1] ?? '');
  }
  return undefined;
};

/** A URL that was requested as a Ghost, because a `key` is set beside it. */
const AS_GHOST = /\/ghost\/api\/content\//;
const AS_WORDPRESS = /\/wp-json(?:\/|$)|[?&]rest_route=/;

const adviceBy = ({ code, detail, status, url = '' }: CareError): string => {
  const advice = adviceByDetail({ detail }) ?? ADVICE[code];
  const isDoubtful = AS_GHOST.test(url) && ['network', 'not-found', 'malformed'].includes(code);
  if (isDoubtful) return `It was asked as a Ghost: if it is none, leave key and source out. ${advice}`;
  // a Ghost redirects from there to the same URL with a slash at the end, where nothing is
  return status === 302 && AS_WORDPRESS.test(url)
    ? `${advice} It was asked as a WordPress: if it is a Ghost, write its Content API key as key="…" too.`
    : advice;
};

/** What is known of the page besides the failure itself. */
export interface Circumstances {
  /** As it is written, or absolute. */
  readonly endpoint?: string | undefined;
  readonly source?: string | undefined;
  /** Of the page: a relative endpoint starts there. */
  readonly base?: string | undefined;
}

const RSS = /\.(?:xml|rss|atom)$|\/(?:feed|rss|atom)(?:\/(?:rss2?|atom))?\/?$/i;
const INSIDE = /\/(?:wp-admin|wp-login\.php|wp-content|wp-includes)(?:\/|$)/i;
const PAGE = /\.(?:html?|php|aspx?)$/i;

/** The URL of the site that a URL within it belongs to. */
const siteOf = ({ origin, pathname }: URL): string =>
  `${origin}${pathname.replace(INSIDE, '/').replace(/\/[^/]*\/[^/]*$|\/[^/]*$/, '/')}`;

/** What the endpoint's URL alone shows to be wrong, once it has failed; also used before any request. */
export const endpointFindings = (
  { endpoint, source, base }: Circumstances,
  { code, status, url }: Pick<CareError, 'code'> & Partial<Pick<CareError, 'status' | 'url'>>,
): Finding[] => {
  const address = parseUrl(endpoint, base);
  if (!address) return [];
  const { href, pathname, protocol } = address;
  const written = endpoint?.trim() ?? '';
  const hasFailed = code === 'network' || code === 'malformed' || code === 'not-found';
  if (!hasFailed) return [];
  if (protocol === 'http:' && base?.startsWith('https:') && code === 'network')
    return [
      finding(
        'mixed-content',
        `the page is https, the endpoint ${href} is http`,
        `Write ${href.replace(/^http:/, 'https:')}.`,
      ),
    ];
  if (/^your-.*\.example$/.test(address.hostname))
    return [
      finding(
        'page-endpoint',
        `${href} is an address of our examples, where there is nothing`,
        'Write that of your own site.',
      ),
    ];
  // two URLs in one, or something else before the URL: quotation marks, invisible blanks
  const [, before = '', first = '', rest = ''] =
    /^(.*?)(https?:\/\/[^\s,;|"'“”„″]+)(.*)$/is.exec((endpoint ?? '').replace(/^[\t-\r ]+/, '')) ?? [];
  if (first && /^[\s,;|]+https?:\/\//i.test(rest))
    return [
      finding(
        'page-endpoint',
        `endpoint="${written}" holds more than one address`,
        `An element reads from one: write endpoint="${first}", and others on elements of their own.`,
      ),
    ];
  if (/^[^\w/?.#=&]+$/.test(before))
    return [
      finding(
        'page-endpoint',
        `endpoint="${written}" does not begin with https://, and is read as a page of this site, ${href}`,
        `Something that may not be seen stands before it: delete the value, and write endpoint="${first}" anew.`,
      ),
    ];
  // "https//" and "https.//" are read as relative URLs, on the page's own site
  const host = /^https?[^\w:]+(?=\w)(.+)/i.exec(written)?.[1];
  if (host !== undefined)
    return [
      finding(
        'page-endpoint',
        `endpoint="${written}" is read as a page of this site, ${href}`,
        `Behind https stand a colon and two slashes: endpoint="https://${host}".`,
      ),
    ];
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?]|$)/i.test(written) && !/^[^/]+\.(?:json|xml|php|html?)$/i.test(written))
    return [
      finding(
        'page-endpoint',
        `endpoint="${written}" is read as a page of this site, ${href}`,
        `It must be written in full, with https://: endpoint="https://${written}".`,
      ),
    ];
  if (INSIDE.test(pathname))
    return [
      finding(
        'page-endpoint',
        `${href} leads into the site, not to it`,
        `Write the address of the site: ${address.origin}${pathname.replace(/\/wp-.*/, '/')}.`,
      ),
    ];
  if (!source && RSS.test(pathname))
    return [
      finding(
        'rss-endpoint',
        `${href} looks like RSS, which is not read by a page`,
        `Name the site itself if it is a WordPress or a Ghost (${address.origin}/), or make a JSON Feed of it: npx care-widgets snapshot ${href} --out FOLDER.`,
      ),
    ];
  const isPage =
    PAGE.test(pathname) ||
    (pathname.split('/').filter(Boolean).length > 0 && !/feed|json|api|\/ghost\//i.test(pathname));
  const wasSite = !url || AS_WORDPRESS.test(url) || AS_GHOST.test(url);
  if (
    isPage &&
    (!source || source === 'wordpress' || source === 'ghost') &&
    wasSite &&
    (code !== 'not-found' || status === 404)
  )
    return [
      finding(
        'page-endpoint',
        `${href} may be one page of a site`,
        `Write the address of the whole site, ${[...new Set([siteOf(address), `${address.origin}/`])].join(' or ')}, or of its JSON Feed file.`,
      ),
    ];
  if (status === 404 && url && AS_WORDPRESS.test(url))
    return [
      finding(
        'not-wordpress',
        `${address.origin} answers 404 where WordPress has its REST API`,
        `If it is no WordPress, name its JSON Feed file: ${href.replace(/\/?$/, '/')}feed.json. If it is one, let a plugin that closes the REST API leave it open to visitors.`,
      ),
    ];
  return [];
};

/** What failed, as a finding whose kind is the error's code. */
export const errorFinding = (error: CareError, circumstances: Circumstances): Finding => {
  const { code, detail, url } = error;
  const [special] = endpointFindings(circumstances, error);
  return {
    id: code,
    level: 'error',
    what: special ? `${detail && `${detail}; `}${special.id}: ${special.what}` : detail,
    why: special?.why ?? '',
    // that the endpoint is a page rather than the site is a guess: the usual advice stands beside it
    write: [special?.write, special && special.id !== 'page-endpoint' ? '' : adviceBy(error)].filter(Boolean).join(' '),
    ...(url ? { where: url } : {}),
  };
};
