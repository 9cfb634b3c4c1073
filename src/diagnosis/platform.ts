import { parseUrl } from '../model/parse-url.js';

/** A response, by facts that both Node and a browser's developer tools can give. */
export interface Response {
  /** After redirects. */
  readonly url: string;
  readonly status: number;
  /** Header by name in small letters; empty where it is absent. */
  readonly header: (name: string) => string;
  readonly text: string;
}

/** How the articles of a platform can be read. */
export type Access =
  /** By the widgets themselves, at this kind of URL. */
  | { readonly source: 'wordpress' | 'ghost' | 'json-feed'; readonly endpoint: string; readonly note?: string }
  /** By `care-widgets snapshot` only, from this URL. */
  | { readonly snapshot: string };

interface Platform {
  readonly name: string;
  /** Signs that no other platform sends: headers, host names, `<meta name="generator">`. One is enough. */
  readonly signs: (response: Response) => boolean;
  /** Signs that other sites may have too: a script, a style sheet, an attribute. */
  readonly marks?: (response: Response) => boolean;
  readonly access: (url: URL, response: Response) => Access;
}

/**
 * A page without what its authors wrote: they quote URLs, link to files and show pictures of any other site. What a
 * platform itself puts there is in scripts, and in tags of all other kinds.
 */
const frameOf = (text: string): string =>
  (text.match(/<script\b[^>]*>[^]*?<\/script\s*>|<[a-z][^>]*>/gi) ?? [])
    .filter((part) => !/^<(?:a|area|img|source|video|audio|iframe)\b|^<script\b[^>]*ld\+json/i.test(part))
    .join('\n');

const html =
  (pattern: RegExp) =>
  ({ text }: Response): boolean =>
    pattern.test(text);
const anyOf =
  (...tests: readonly ((response: Response) => boolean)[]) =>
  (response: Response): boolean =>
    tests.some((test) => test(response));
const has =
  (name: string, pattern = /./) =>
  ({ header }: Response): boolean =>
    pattern.test(header(name));
/** `<meta name="generator">`, whichever of its attributes comes first. */
const generator = (name: string) => {
  const content = new RegExp(`content=["']?${name}`, 'i');
  return ({ text }: Response): boolean =>
    (text.match(/<meta\b[^>]*>/gi) ?? []).some((meta) => /name=["']?generator\b/i.test(meta) && content.test(meta));
};

const root = ({ origin }: URL): string => `${origin}/`;
const feedAt =
  (path: string) =>
  ({ origin }: URL): Access => ({ snapshot: origin + path });
const own = ({ href }: URL): Access => ({ snapshot: href });

/** The URL in an attribute of the first tag whose text has `pattern`. */
const addressIn = (text: string, pattern: RegExp, attribute: string): string | undefined =>
  text
    .match(/<[a-z][^>]*>/gi)
    ?.filter((tag) => pattern.test(tag))
    .map((tag) => new RegExp(`\\s${attribute}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)?.slice(1).find(Boolean))
    .find(Boolean);

const REST = /rel="?https:\/\/api\.w\.org\//;

/** The site that a WordPress says its REST API belongs to: it need not stand at the root of its host. */
const wordPressAt = ({ url, header, text }: Response): string | undefined => {
  const link = header('link')
    .split(/,\s*(?=<)/)
    .find((one) => REST.test(one));
  const api = /^<([^>]*)>/.exec(link ?? '')?.[1] ?? addressIn(text, /rel=["']https:\/\/api\.w\.org\//, 'href');
  const parsed = parseUrl(api, url);
  if (!parsed) return undefined;
  const { origin, pathname, search } = parsed;
  const site = /^(.*?\/)(?:index\.php\/)?wp-json\/?$/.exec(pathname)?.[1];
  const plain = search.includes('rest_route=') ? /^(.*?\/)(?:index\.php)?$/.exec(pathname)?.[1] : undefined;
  const path = site ?? plain;
  return path === undefined ? undefined : origin + path;
};

const ghostAt = ({ url, text }: Response): string | undefined =>
  parseUrl(addressIn(text, /\sdata-ghost=/, 'data-ghost'), url)?.href;

/** The more specific ones first: WordPress.com is WordPress too. */
const PLATFORMS: readonly Platform[] = [
  {
    name: 'WordPress.com',
    signs: anyOf(({ url }) => new URL(url).hostname.endsWith('.wordpress.com'), generator('WordPress\\.com')),
    marks: html(/\bs[0-2]\.wp\.com\/(?:_static|wp-content)|public-api\.wordpress\.com/),
    access: (url) => ({
      source: 'wordpress',
      endpoint: `https://public-api.wordpress.com/wp/v2/sites/${url.hostname}`,
    }),
  },
  {
    name: 'WordPress',
    signs: anyOf(
      has('link', REST),
      has('x-pingback', /xmlrpc\.php/),
      generator('WordPress'),
      html(/<link\b[^>]*rel=["']https:\/\/api\.w\.org\//),
    ),
    marks: html(/\s(?:src|href)=["']?[^"'\s>]*\/wp-(?:content|includes)\//),
    access: (url, response) => ({ source: 'wordpress', endpoint: wordPressAt(response) ?? root(url) }),
  },
  {
    name: 'Ghost',
    signs: anyOf(has('x-ghost-cache-status'), generator('Ghost')),
    marks: html(/\sdata-ghost=|\/ghost\/api\/content/),
    access: (url, response) => ({
      source: 'ghost',
      endpoint: ghostAt(response) ?? root(url),
      note: 'It needs key="…", the Content API key of an integration, which Ghost shows under Settings, Integrations.',
    }),
  },
  {
    name: 'Wix',
    signs: anyOf(has('x-wix-request-id'), generator('Wix\\.com')),
    marks: html(/static\.(?:wixstatic|parastorage)\.com/),
    access: feedAt('/blog-feed.xml'),
  },
  {
    name: 'Squarespace',
    signs: anyOf(has('server', /^squarespace/i), generator('Squarespace')),
    marks: html(/static1\.squarespace\.com|Static\.SQUARESPACE_CONTEXT/),
    access: own,
  },
  {
    name: 'Webflow',
    signs: generator('Webflow'),
    marks: html(/data-wf-(?:site|page)=|cdn\.prod\.website-files\.com/),
    access: feedAt('/blog/rss.xml'),
  },
  {
    name: 'HubSpot',
    signs: anyOf(has('x-hs-hub-id'), generator('HubSpot')),
    // not js.hs-scripts.com, the tracker, which stands on sites of every kind
    marks: html(/\.hubspotusercontent|\/hs-fs\/hubfs/),
    access: feedAt('/blog/rss.xml'),
  },
  {
    name: 'Drupal',
    signs: anyOf(has('x-drupal-cache'), has('x-generator', /drupal/i), generator('Drupal')),
    marks: html(/data-drupal-selector|drupal-settings-json/),
    access: feedAt('/rss.xml'),
  },
  {
    name: 'Blogger',
    signs: anyOf(({ url }) => /\.blogspot\.[a-z.]+$/.test(new URL(url).hostname), generator('blogger')),
    marks: html(/www\.blogger\.com\/static/),
    access: own,
  },
  {
    name: 'GoDaddy',
    signs: anyOf(has('server', /^dps/i), generator('(?:Starfield|GoDaddy|Go Daddy)')),
    marks: html(/img1\.wsimg\.com/),
    access: feedAt('/f.rss'),
  },
  {
    name: 'Weebly',
    signs: anyOf(has('x-host', /weebly/i), generator('Weebly')),
    marks: html(/editmysite\.com/),
    access: feedAt('/1/feed'),
  },
];

export interface Recognised {
  readonly name: string;
  readonly access: Access;
}

/** Which platform has sent a page, and how its articles can be read; `undefined` where nothing gives it away. */
export const platformOf = (response: Response): Recognised | undefined => {
  const page = { ...response, text: frameOf(response.text) };
  const platform = PLATFORMS.find(({ signs }) => signs(page)) ?? PLATFORMS.find(({ marks }) => marks?.(page));
  return platform && { name: platform.name, access: platform.access(new URL(response.url), page) };
};

/** URLs of feeds that a page names itself, absolute. */
export const feedsIn = ({
  text,
  url,
}: Pick<Response, 'text' | 'url'>): readonly { readonly type: string; readonly url: string }[] =>
  [...text.matchAll(/<link\b[^>]*>/gi)].flatMap(([link]) => {
    const read = (name: string): string =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(link)?.slice(1).find(Boolean) ?? '';
    const type = /application\/(feed\+json|json|rss\+xml|atom\+xml)/.exec(read('type'))?.[1];
    const feed = parseUrl(read('href'), url);
    if (!type || !feed || !/\balternate\b/i.test(read('rel')) || /oembed|wp-json/.test(link)) return [];
    return [{ type: type.replace(/^feed\+|\+xml$/, ''), url: feed.href }];
  });

/** One sentence: what the articles can be read by, and from where. `isRead`: whether they could be. */
export const accessOf = (known: Recognised | undefined, feeds: ReturnType<typeof feedsIn>, isRead: boolean): string => {
  const json = feeds.find(({ type }) => type === 'json');
  const rss = feeds.find(({ type }) => type !== 'json');
  const access = known?.access;
  if (access && 'source' in access && isRead)
    return `Write data-care-endpoint="${access.endpoint}". ${access.note ?? ''}`.trim();
  if (json) return `Write data-care-endpoint="${json.url}".`;
  const from = rss?.url ?? (access && 'snapshot' in access ? access.snapshot : undefined);
  return from
    ? `A page cannot read it. Run npx care-widgets snapshot ${from} --out FOLDER, and name the feed file that it writes.`
    : 'Nothing was found that articles can be read from.';
};
