/**
 * A WordPress REST API that misbehaves on request, for tests in a browser. Below `/fake/<name>/` every name is a site
 * of its own, so that tests that run side by side do not meet:
 *
 * | address below `/fake/<name>` | what it does |
 * |---|---|
 * | `/wp-json/wp/v2/posts?slug=…` or `include=…` | the posts asked for; nothing named: the newest |
 * | `/wp-json/wp/v2/categories` | two categories |
 * | `/feed.json` | the same posts as a JSON Feed |
 * | `/uploads/…-WIDTHxHEIGHT.svg` | a picture of that size |
 * | `/_mode?to=MODE` | from now on the site answers like that, unless a request says otherwise with `?mode=MODE` |
 * | `/_posts?to=N` | from now on the site lists posts N to 1, in pages; else only `post-1` |
 * | `/_release` | lets go what mode `hold` holds |
 * | `/_log?count=N` | the API's requests so far, as JSON, once there are N; `&aborted=N`: once N of them were given up |
 *
 * Slugs `post-1` to `post-999` exist, with ids 1 to 999, and so do those of {@link ODD}.
 */
const origin = (request) => `http://${request.headers.host}`;

const picture = (base, name, [width, height], sizes) => {
  const file = (w, h) => ({ width: w, height: h, source_url: `${base}/uploads/${name}-${w}x${h}.svg` });
  return {
    id: 2001,
    alt_text: `Picture of ${name}`,
    source_url: file(width, height).source_url,
    media_details: { width, height, sizes: Object.fromEntries(sizes.map(([w, h]) => [`s${w}x${h}`, file(w, h)])) },
  };
};

const SIZES = [
  [300, 169],
  [768, 432],
  [150, 150], // cut square: another crop
];

const author = (name) => [{ name, link: 'https://clinic.invalid/author/' }];

const forbidden = { code: 'rest_forbidden', message: 'Sorry, you are not allowed to do that.', data: { status: 401 } };

/** What is special about some posts; everything else is as in {@link post}. */
const ODD = {
  'no-title': { title: '' },
  'no-picture': { picture: null },
  'no-author': { authors: [forbidden] },
  'no-excerpt': { excerpt: '' },
  'no-date': { date: null },
  'no-link': { link: '' },
  bare: { title: 'Bare', excerpt: '', date: null, link: '', authors: [], picture: null },
  protected: { title: 'Protected: for members', excerpt: '', isProtected: true },
  entities: { title: 'Anxiety &#038; depression &#8212; 5 &lt; 6', excerpt: '<p>Tom &amp; Jerry&#8217;s &hellip;</p>' },
  emoji: { title: '🌱 One year 👩‍👩‍👧‍👦' },
  arabic: { title: 'الأيام الأولى في العلاج', excerpt: '<p>دليل قصير عن الأيام الأولى.</p>' },
  long: { title: 'Words '.repeat(60) + 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' },
  'two-authors': { authors: [...author('Jane Roe, MS, LPC'), ...author('Ana Ruiz, MD')] },
  'draft-picture': { picture: forbidden },
  'deleted-picture': { picture: { namespaces: ['wp/v2'], routes: {} } },
  'foreign-picture': { picture: { ...picture('https://tracker.invalid', 'pixel', [1200, 675], []), alt_text: 'x' } },
  hostile: {
    title:
      'Hostile <img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=2</script><svg onload="globalThis.pwned=3"></svg> title',
    excerpt:
      '<p>Excerpt <img src=x onerror="globalThis.pwned=4"><iframe srcdoc="<script>parent.pwned=5</script>"></iframe><a href="javascript:globalThis.pwned=6">x</a><style>body{display:none}</style></p>',
    link: 'javascript:globalThis.pwned=7',
    authors: author('<img src=x onerror="globalThis.pwned=8">Mallory, PhD'),
  },
};

const post = (base, slug) => {
  const number = /^post-(\d{1,3})$/.exec(slug)?.[1];
  const odd = Object.hasOwn(ODD, slug) ? ODD[slug] : undefined;
  if (!number && !odd) return undefined;
  const {
    title = number ? `Post ${number}` : `The ${slug} post`,
    excerpt = '<p>Nobody arrives with a plan, and nobody needs one.</p>',
    date = '2025-06-24T21:30:00',
    link = `${base}/${slug}/`,
    authors = author('Dr. Jordan Rivera, PhD, LMFT'),
    picture: media = picture(base, slug, [1600, 900], SIZES),
    isProtected = false,
  } = odd ?? {};
  return {
    id: number ? +number : 5000 + Object.keys(ODD).indexOf(slug),
    slug,
    link,
    title: { rendered: title },
    excerpt: { rendered: excerpt, protected: isProtected },
    ...(date && { date, date_gmt: '2025-06-25T01:30:00', modified: date, modified_gmt: '2025-06-25T01:30:00' }),
    _embedded: { author: authors, ...(media && { 'wp:featuredmedia': [media] }), 'wp:term': [[]] },
  };
};

const slugOfId = (id) => Object.keys(ODD)[+id - 5000] ?? `post-${id}`;

/** The text of a post, as long as a published one. */
const contentOf = (slug) =>
  `<!-- wp:heading --><h2>About ${slug}</h2>${`<p class="x">Nobody arrives with a <em>plan</em>, and <a href="/plans/?a=1&amp;b=2">nobody</a> needs one.</p>`.repeat(40)}<script>globalThis.pwned=9</script>`;

/** The slugs of one page of the list. */
const listed = (count, query) => {
  const [page, perPage] = [+(query.get('page') ?? 1), +(query.get('per_page') ?? 10)];
  const numbers = Array.from({ length: count }, (_, index) => count - index);
  return numbers.slice((page - 1) * perPage, page * perPage).map((number) => `post-${number}`);
};

const postsFor = (base, query, count) => {
  const slugs =
    query.get('slug')?.split(',') ?? query.get('include')?.split(',').map(slugOfId) ?? listed(count ?? 1, query);
  const posts = slugs.slice(0, +(query.get('per_page') ?? 10)).flatMap((slug) => post(base, slug) ?? []);
  if (!query.get('_fields')?.includes('content')) return posts;
  return posts.map((one) => ({ ...one, content: { rendered: contentOf(one.slug), protected: false } }));
};

const categoriesOf = (base) =>
  ['recovery', 'family'].map((slug, index) => ({
    id: index + 1,
    slug,
    name: slug,
    count: 3,
    link: `${base}/category/${slug}/`,
    parent: 0,
  }));

const feedFor = (base) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Fake',
  items: Array.from({ length: 120 }, (_, index) => ({
    id: `${index + 1}`,
    url: `${base}/post-${index + 1}/`,
    title: `Post ${index + 1}`,
    content_text: 'Nobody arrives with a plan.',
    date_published: '2025-06-24T21:30:00-04:00',
  })),
});

const svg = (width, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`;

const ended = (response) => new Promise((resolve) => response.once('close', resolve));

/** 50 MB, unless the reader has had enough before. */
const sendHuge = (response) => {
  const chunk = Buffer.alloc(1e6, ' ');
  let left = 50;
  const more = () => {
    while (left-- > 0 && !response.destroyed) if (!response.write(chunk)) return response.once('drain', more);
    return response.end('[]');
  };
  more();
};

const STATUS_TEXT = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 410: 'Gone', 429: 'Too Many Requests' };

/** Answers one request of the API in the way that `mode` names. */
const answer = (response, mode, body, to = '/') => {
  const send = (status, type, text) => {
    response.writeHead(status, { 'content-type': type });
    response.end(text);
  };
  const json = JSON.stringify(body);
  if (/^\d{3}$/.test(mode)) {
    const name = `${mode} ${STATUS_TEXT[mode] ?? 'Internal Server Error'}`;
    return send(+mode, 'text/html', `<html><title>${name}</title></html>`);
  }
  switch (mode) {
    case 'redirect':
      response.writeHead(302, { location: to, 'access-control-allow-origin': '*' });
      return response.end();
    case 'html':
      return send(200, 'text/html', '<!doctype html><title>Just a moment...</title><p>Checking your browser.');
    case 'empty':
      return send(200, 'application/json', '');
    case 'truncated':
      return send(200, 'application/json', json.slice(0, -20));
    case 'notice':
      return send(200, 'application/json', `<br />\n<b>Notice</b>: x in <b>/srv/x.php</b><br />\n${json}`);
    case 'object':
      return send(200, 'application/json', '{"code":"none"}');
    case 'none':
      return send(200, 'application/json', '[]');
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' });
      return sendHuge(response);
    case 'down':
      return response.destroy();
    default:
      return send(200, 'application/json; charset=UTF-8', json);
  }
};

/**
 * A handler for Node's http server.
 *
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   False where the address is none of its own.
 */
export const createFakeWordPress = () => {
  /** Name of the site -> its state. */
  const sites = new Map();
  const siteOf = (name) => {
    if (!sites.has(name)) sites.set(name, { mode: 'ok', log: [], held: [], watchers: new Set() });
    return sites.get(name);
  };
  const tell = (site) => [...site.watchers].forEach((look) => look());

  const control = (site, command, query, response) => {
    const done = () => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(site.log));
    };
    if (command === '_posts') site.posts = +(query.get('to') ?? 1);
    if (command === '_mode') site.mode = query.get('to') ?? 'ok';
    if (command === '_release') {
      if (site.mode === 'hold') site.mode = 'ok';
      site.held.splice(0).forEach((go) => go());
    }
    if (command !== '_log') return done();
    const look = () => {
      const aborted = site.log.filter((entry) => entry.aborted).length;
      if (site.log.length < +(query.get('count') ?? 0) || aborted < +(query.get('aborted') ?? 0)) return;
      site.watchers.delete(look);
      done();
    };
    site.watchers.add(look);
    look();
  };

  const api = async (site, url, request, response, body) => {
    const entry = { url: url.pathname + url.search, headers: request.headers, aborted: false };
    const mode = url.searchParams.get('mode') ?? site.mode;
    site.log.push(entry);
    void ended(response).then(() => {
      entry.aborted = !response.writableFinished && mode !== 'down';
      tell(site);
    });
    tell(site);
    if (mode !== 'nocors') response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('cache-control', 'no-store');
    if (mode === 'cookie') response.setHeader('set-cookie', 'seen=1; Path=/');
    if (mode === 'hold') await new Promise((go) => site.held.push(go));
    if (!response.destroyed)
      answer(response, mode === 'hold' ? site.mode : mode, body, url.searchParams.get('to') ?? undefined);
  };

  return (request, response) => {
    const url = new URL(request.url ?? '/', origin(request));
    const [, name, path = ''] = /^\/fake\/([^/]+)(?:\/(.*))?$/.exec(url.pathname) ?? [];
    if (!name) return false;
    const base = `${url.origin}/fake/${name}`;
    const site = siteOf(name);
    const [, width, height] = /^uploads\/.*-(\d+)x(\d+)\.svg$/.exec(path) ?? [];
    if (path.startsWith('_')) control(site, path, url.searchParams, response);
    else if (path === 'wp-json/wp/v2/posts') {
      if (site.posts !== undefined && !url.searchParams.has('slug') && !url.searchParams.has('include')) {
        response.setHeader('x-wp-total', site.posts);
        response.setHeader('x-wp-totalpages', Math.ceil(site.posts / +(url.searchParams.get('per_page') ?? 10)));
      }
      void api(site, url, request, response, postsFor(base, url.searchParams, site.posts));
    } else if (path === 'wp-json/wp/v2/categories') void api(site, url, request, response, categoriesOf(base));
    else if (path === 'feed.json') void api(site, url, request, response, feedFor(base));
    else if (width) {
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      response.end(svg(width, height));
    } else {
      response.writeHead(404, { 'content-type': 'text/html' });
      response.end('<title>404</title>');
    }
    return true;
  };
};

/** The same for web-test-runner. */
export const fakeWordPressMiddleware = () => {
  const handle = createFakeWordPress();
  return (context, next) => {
    if (!context.url.startsWith('/fake/')) return next();
    context.respond = false;
    context.status = 200; // else the runner lists what is answered late as not found
    handle(context.req, context.res);
    return undefined;
  };
};
