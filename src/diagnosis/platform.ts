/** What answered: facts that both Node and a browser's developer tools can give. */
export interface Response {
  /** In the end, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Header by name in small letters; empty where it is absent. */
  readonly header: (name: string) => string;
  readonly text: string;
}

/** How the articles of a platform can be read. */
export type Access =
  /** By the widgets themselves, at this kind of address. */
  | { readonly source: 'wordpress' | 'ghost' | 'json-feed'; readonly endpoint: string; readonly note?: string }
  /** By `care-widgets snapshot` only, from this address. */
  | { readonly snapshot: string };

interface Platform {
  readonly name: string;
  /** Marks in the HTML or in headers: one is enough. */
  readonly marks: (response: Response) => boolean;
  readonly access: (url: URL) => Access;
}

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

/** The nearer ones first: WordPress.com is WordPress too. The marks are those that the platforms put into every page. */
const PLATFORMS: readonly Platform[] = [
  {
    name: 'WordPress.com',
    marks: anyOf(
      ({ url }) => new URL(url).hostname.endsWith('.wordpress.com'),
      html(/\bs[0-2]\.wp\.com\/(?:_static|wp-content)|public-api\.wordpress\.com/),
      generator('WordPress\\.com'),
    ),
    access: (url) => ({
      source: 'wordpress',
      endpoint: `https://public-api.wordpress.com/wp/v2/sites/${url.hostname}`,
    }),
  },
  {
    name: 'WordPress',
    marks: anyOf(
      has('link', /rel="?https:\/\/api\.w\.org\//),
      has('x-pingback', /xmlrpc\.php/),
      generator('WordPress'),
      html(/rel=["']https:\/\/api\.w\.org\/|\/wp-(?:content|includes)\//),
    ),
    access: (url) => ({ source: 'wordpress', endpoint: root(url) }),
  },
  {
    name: 'Ghost',
    marks: anyOf(has('x-ghost-cache-status'), generator('Ghost'), html(/data-ghost=|\/ghost\/api\/content/)),
    access: (url) => ({
      source: 'ghost',
      endpoint: root(url),
      note: 'It needs key="…", the Content API key of an integration, which Ghost shows under Settings, Integrations.',
    }),
  },
  {
    name: 'Wix',
    marks: anyOf(has('x-wix-request-id'), generator('Wix\\.com'), html(/static\.(?:wixstatic|parastorage)\.com/)),
    access: feedAt('/blog-feed.xml'),
  },
  {
    name: 'Squarespace',
    marks: anyOf(
      has('server', /^squarespace/i),
      generator('Squarespace'),
      html(/static1\.squarespace\.com|Static\.SQUARESPACE_CONTEXT/),
    ),
    access: own,
  },
  {
    name: 'Webflow',
    marks: anyOf(generator('Webflow'), html(/data-wf-(?:site|page)=|cdn\.prod\.website-files\.com/)),
    access: feedAt('/blog/rss.xml'),
  },
  {
    name: 'HubSpot',
    marks: anyOf(
      has('x-hs-hub-id'),
      generator('HubSpot'),
      html(/\.hubspotusercontent|js\.hs-scripts\.com|\/hs-fs\/hubfs/),
    ),
    access: feedAt('/blog/rss.xml'),
  },
  {
    name: 'Drupal',
    marks: anyOf(
      has('x-drupal-cache'),
      has('x-generator', /drupal/i),
      generator('Drupal'),
      html(/data-drupal-selector|drupal-settings-json/),
    ),
    access: feedAt('/rss.xml'),
  },
  {
    name: 'Blogger',
    marks: anyOf(
      ({ url }) => /\.blogspot\.[a-z.]+$/.test(new URL(url).hostname),
      generator('blogger'),
      html(/www\.blogger\.com\/static/),
    ),
    access: own,
  },
  {
    name: 'GoDaddy',
    marks: anyOf(has('server', /^dps/i), generator('(?:Starfield|GoDaddy|Go Daddy)'), html(/img1\.wsimg\.com/)),
    access: feedAt('/f.rss'),
  },
  {
    name: 'Weebly',
    marks: anyOf(has('x-host', /weebly/i), generator('Weebly'), html(/editmysite\.com/)),
    access: feedAt('/1/feed'),
  },
];

export interface Recognised {
  readonly name: string;
  readonly access: Access;
}

/** Which platform has sent a page, and how its articles can be read; `undefined` where nothing gives it away. */
export const platformOf = (response: Response): Recognised | undefined => {
  const platform = PLATFORMS.find(({ marks }) => marks(response));
  return platform && { name: platform.name, access: platform.access(new URL(response.url)) };
};

/** Addresses of feeds that a page names itself, absolute. */
export const feedsIn = ({
  text,
  url,
}: Pick<Response, 'text' | 'url'>): readonly { readonly type: string; readonly url: string }[] =>
  [...text.matchAll(/<link\b[^>]*>/gi)].flatMap(([link]) => {
    const read = (name: string): string =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(link)?.slice(1).find(Boolean) ?? '';
    const type = /application\/(feed\+json|json|rss\+xml|atom\+xml)/.exec(read('type'))?.[1];
    if (!type || !/\balternate\b/i.test(read('rel')) || /oembed|wp-json/.test(link) || !URL.canParse(read('href'), url))
      return [];
    return [{ type: type.replace(/^feed\+|\+xml$/, ''), url: new URL(read('href'), url).href }];
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
