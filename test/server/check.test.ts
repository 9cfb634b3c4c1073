import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { afterAll, beforeAll } from 'vitest';
import { articleFindings } from '../../src/diagnosis/articles.js';
import { FINDING_IDS, type Finding } from '../../src/diagnosis/finding.js';
import type { PageElement } from '../../src/diagnosis/outline.js';
import { policyFindings } from '../../src/diagnosis/policy.js';
import { pageFindings } from '../../src/diagnosis/page.js';
import { check, elementsOf } from '../../src/server/cli/check.js';
import { platformOf } from '../../src/diagnosis/platform.js';
import type { Article } from '../../src/model/article.js';
import { exitCodeOfCheck, textOfCheck } from '../../src/server/cli/check-report.js';

// One set-up for each finding, which finds it; and a right one, which finds nothing.

interface Sent {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** By path, what the site answers; `''` for all others. */
let pages: Readonly<Record<string, Sent | undefined>> = {};
let server: Server;
let origin: string;

const ALLOWED = { 'access-control-allow-origin': '*' };
const JSON_TYPE = { ...ALLOWED, 'content-type': 'application/json' };
const POST = {
  id: 1,
  slug: 'iop',
  link: 'https://clinic.example/iop/',
  title: { rendered: 'About the IOP' },
  excerpt: { rendered: 'Evenings at home.' },
  date: '2026-01-05T09:00:00',
  date_gmt: '2026-01-05T09:00:00',
  care_widgets: { reviewers: [{ name: 'Dr. Jane Roe' }], reviewed_at: '2026-01-05' },
};
/** An item of a JSON Feed. */
const REVIEWED = { id: '1', title: 'About the IOP', _care: { reviewers: [{ name: 'Dr. Jane Roe' }] } };
const POSTS = { headers: JSON_TYPE, body: JSON.stringify([POST]) };
const SCRIPT = { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: 'x=[["base","1","sha256-a"]]' };

const tag = '<script type="module" src="/care-widgets/care-widgets.js" data-care-endpoint="/"></script>';
const card = '<care-article-card slug="iop"><a href="/iop/">About the IOP</a></care-article-card>';
const page = (body: string, head = tag): string =>
  `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body><h1>Page</h1>${body}</body></html>`;

/** A site on which everything is right. */
const right = (): Record<string, Sent> => ({
  '/page': { body: page(card) },
  '/care-widgets/care-widgets.js': SCRIPT,
  '/care-widgets/chunks/base-1.js': SCRIPT,
  '/wp-json/wp/v2/posts': POSTS,
  '/wp-json/wp/v2/categories': { headers: JSON_TYPE, body: '[]' },
  '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-admin/\n' },
});

beforeAll(async () => {
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const key = url.searchParams.has('rest_route') ? '?rest_route' : url.pathname;
    const { status = 200, headers = {}, body = '' } = pages[key] ?? { status: 404, body: '<title>Not found</title>' };
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** The same server, as another site. */
const otherOrigin = (): string => origin.replace('127.0.0.1', 'localhost');

const checked = (path = '/page') => check({ url: origin + path, allowPrivate: true, today: '2026-06-01' });
const idsOf = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ id }) => id))].sort();

const found = new Set<string>();

describe('a page on which everything is right', () => {
  it('has no finding', async () => {
    pages = right();
    const result = await checked();
    expect(result.findings).to.eql([]);
    expect(result.widgets).to.equal(1);
    expect(exitCodeOfCheck(result)).to.equal(0);
    expect(textOfCheck(result, false))
      .to.contain('\n1 element of care-widgets\n')
      .and.contain('0 errors, 0 warnings, 0 notes');
  });

  it('has none either where elements hold what they are meant to hold', async () => {
    for (const body of [
      '<care-newsletter><form action="/subscribe" method="post"><input type="email" name="email"></form></care-newsletter>',
      '<care-article-list data-care-rendered="2026-01-05T09:00:00Z"><nav><a href="/x">All</a></nav><form></form></care-article-list>',
      '<care-article slug="iop" heading-level="2" data-care-rendered="2026-01-05T09:00:00Z"><aside>On this page</aside></care-article>',
      '<care-urgent level="urgent" heading="Call us if"><nav><a href="/help">Help</a></nav><care-contact phone="+15125550142"></care-contact></care-urgent>',
      '<care-benefits><h2>Evenings at home</h2><aside>As one of us said</aside></care-benefits>',
    ]) {
      pages = { ...right(), '/page': { body: page(body) } };
      expect((await checked()).findings, body).to.eql([]);
      const open = body.replace(/<\/care-(?:newsletter|article-list|article|urgent|benefits)>/, '<p>Our address</p>');
      pages = { ...right(), '/page': { body: page(open) } };
      expect(idsOf((await checked()).findings), open).to.include('tag-not-closed');
    }
  });

  it('has none on a page that needs no endpoint, whose script tag is looked at all the same', async () => {
    const contact = '<care-contact phone="+15125550142"><a href="tel:+15125550142">Call us</a></care-contact>';
    const settings = (written: string) => ({
      ...right(),
      '/page': { body: page(contact, tag.replace('data-care-endpoint="/"', written)) },
    });
    pages = settings('data-care-look="calm"');
    expect((await checked()).findings).to.eql([]);
    pages = settings('data-care-lock="calm"');
    expect(idsOf((await checked()).findings)).to.eql(['unknown-attribute']);
  });

  it('has none either where its server or its policy says in another way what is right', async () => {
    const { port } = new URL(origin);
    for (const policy of [
      "script-src 'none'; script-src-elem 'self'; connect-src 'self'; img-src 'self'",
      `default-src ${origin}/wp-json/ ${origin}/care-widgets/`,
      `default-src 127.0.0.1:${port}`,
      `default-src *:${port}`,
      "DEFAULT-SRC 'self'",
    ]) {
      pages = { ...right(), '/page': { body: page(card), headers: { 'content-security-policy': policy } } };
      expect((await checked()).findings, policy).to.eql([]);
    }
    for (const type of ['application/x-javascript', 'text/javascript1.5', 'Text/JavaScript ;charset=utf-8'])
      expect(
        await (async () => {
          pages = { ...right(), '/care-widgets/care-widgets.js': { ...SCRIPT, headers: { 'content-type': type } } };
          return (await checked()).findings;
        })(),
        type,
      ).to.eql([]);
    const named = { page: 'https://clinic.example/', integrityPolicy: '', endpoints: ['https://clinic.example/'] };
    const policy = 'default-src https://clinic.example:443';
    expect(policyFindings({ ...named, policy, scripts: [] })).to.eql([]);
    const scripts = [{ url: 'https://clinic.example/x.js', hasIntegrity: false, hasNonce: false }];
    const elsewhere = "script-src 'self'; script-src-elem https://cdn.example";
    expect(policyFindings({ ...named, endpoints: [], policy: elsewhere, scripts })[0]?.write).to.equal(
      "Write script-src-elem https://cdn.example 'self'.",
    );
    expect(policyFindings({ ...named, policy: 'default-src https://clinic.example:8443', scripts: [] })).to.have.length(
      2,
    );
  });

  it("has none either where a template has left an endpoint empty: the page's holds", async () => {
    pages = { ...right(), '/page': { body: page(card.replace('slug', 'endpoint="" slug')) } };
    const { access, findings } = await checked();
    expect(findings).to.eql([]);
    expect(access).to.equal('1 of 1 endpoints can be read.');
  });
});

describe('an endpoint', () => {
  const FEED = { version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [{ id: '1', title: 'x' }] };
  const withScript = (attributes: string) => ({ body: page(card, tag.replace('data-care-endpoint="/"', attributes)) });
  const ghost = (sent: Sent) => ({ ...right(), '/blog/ghost/api/content/posts/': { headers: JSON_TYPE, ...sent } });

  it('of Ghost is read with the key that stands beside it', async () => {
    const posts = [{ id: '1', slug: 'iop', title: 'About the IOP', url: `${origin}/blog/iop/` }];
    pages = {
      ...ghost({ body: JSON.stringify({ posts }) }),
      '/page': withScript('data-care-endpoint="/blog/" data-care-key="0123"'),
    };
    const { access, findings } = await checked();
    expect(findings).to.eql([]);
    expect(access).to.equal('1 of 1 endpoints can be read.');
  });

  it('of Ghost with a wrong key or none is told where to find it', async () => {
    const refusal = { status: 401, body: '{"errors":[{"message":"Unknown Content API Key"}]}' };
    for (const attributes of ['data-care-key="0123"', 'data-care-source="ghost"']) {
      pages = { ...ghost(refusal), '/page': withScript(`data-care-endpoint="/blog/" ${attributes}`) };
      const { findings } = await checked();
      expect(idsOf(findings)).to.deep.equal(['unreachable']);
      expect(findings[0]?.write).to.contain('Settings, Integrations');
    }
  });

  it('of another site must allow the page to read it, whatever its kind; one of its own need not', async () => {
    const headers = { 'content-type': 'application/json' };
    const kinds = {
      '/feed.json': { '/feed.json': { headers, body: JSON.stringify(FEED) } },
      '/': { '/wp-json/wp/v2/posts': { ...POSTS, headers } },
      '/blog/" data-care-key="0123456789abcdef0123456789': ghost({
        headers,
        body: '{"posts":[{"id":"1","slug":"iop"}]}',
      }),
    };
    for (const [path, sent] of Object.entries(kinds)) {
      for (const [site, ids] of [
        [otherOrigin(), ['cors']],
        [origin, []],
      ] as const) {
        pages = { ...right(), ...sent, '/page': withScript(`data-care-endpoint="${site}${path}"`) };
        expect(
          idsOf((await checked()).findings).filter((id) => id !== 'no-reviewer'),
          site + path,
        ).to.deep.equal(ids);
      }
    }
  });

  it('whose REST API is closed is told the feed that a snapshot can read', async () => {
    pages = { ...right(), ...WRONG['rest-closed']?.() };
    expect((await checked()).findings[0]?.write).to.contain(`npx care-widgets snapshot ${origin}/feed/ --out`);
  });

  it('of RSS or Atom is told as such, whatever its address', async () => {
    pages = {
      ...right(),
      '/feeds/posts/default': {
        headers: { 'content-type': 'application/atom+xml' },
        body: '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
      },
    };
    const { findings } = await checked('/feeds/posts/default');
    expect(idsOf(findings)).to.deep.equal(['rss-endpoint']);
    expect(findings[0]?.write).to.contain(`snapshot ${origin}/feeds/posts/default --out`);
  });

  it('in many files is read as far as a page reads it', async () => {
    const file = (number: number) => ({
      headers: JSON_TYPE,
      body: JSON.stringify({ items: [{ ...REVIEWED, id: String(number) }], next_url: `/feed-${number + 1}.json` }),
    });
    const files = Array.from({ length: 60 }, (_, number) => [`/feed-${number}.json`, file(number)] as const);
    pages = { ...right(), ...Object.fromEntries(files) };
    const { findings } = await checked('/feed-0.json');
    expect(findings.map(({ id, what }) => [id, /after 50 files/.test(what)])).to.deep.equal([['long-feed', true]]);
  });

  it('without articles is told, whatever its kind', async () => {
    pages = { ...right(), '/feed.json': { headers: JSON_TYPE, body: JSON.stringify({ ...FEED, items: [] }) } };
    const { findings, access } = await checked('/feed.json');
    expect(idsOf(findings)).to.deep.equal(['no-articles']);
    expect(access).to.contain('Write data-care-endpoint');
  });

  it('is read as the source that the page names, or as what it answers', async () => {
    for (const source of ['', ' data-care-source="json-feed"']) {
      pages = {
        ...right(),
        '/page': withScript(`data-care-endpoint="/articles"${source}`),
        '/articles': { headers: JSON_TYPE, body: JSON.stringify(FEED) },
      };
      const { access, findings } = await checked();
      expect(idsOf(findings)).to.deep.equal(['no-reviewer']);
      expect(access).to.equal('1 of 1 endpoints can be read.');
    }
  });
});

/** What is changed on the right site, and the one finding that comes of it. */
const WRONG: Readonly<Record<string, () => Record<string, Sent | undefined>>> = {
  'unknown-attribute': () => ({ '/page': { body: page(card.replace('slug', 'lay-out="x" slug')) } }),
  'unknown-value': () => ({ '/page': { body: page(card.replace('slug', 'theme="Dark" slug')) } }),
  'unknown-tag': () => ({ '/page': { body: page(`${card}<care-articlecard></care-articlecard>`) } }),
  'curly-quotes': () => ({ '/page': { body: page(card.replace('"iop"', '”iop”')) } }),
  'tag-not-closed': () => ({ '/page': { body: page('<care-article-card slug="iop"/><form></form>') } }),
  'no-fallback': () => ({ '/page': { body: page('<care-article-card slug="iop"></care-article-card>') } }),
  'no-script': () => ({ '/page': { body: page(`<care-config endpoint="/">${card}</care-config>`, '') } }),
  'not-a-module': () => ({ '/page': { body: page(card, tag.replace('type="module" ', '')) } }),
  'no-endpoint': () => ({ '/page': { body: page(card, tag.replace(' data-care-endpoint="/"', '')) } }),
  'two-copies': () => ({
    '/page': { body: page(card, tag + tag.replace('/care-widgets/', '/old/')) },
    '/old/care-widgets.js': { ...SCRIPT, body: '' },
  }),
  'two-endpoints': () => ({
    '/page': {
      body: page(card, `${tag}<script data-care-endpoint="/b/"></script><script data-care-endpoint="/"></script>`),
    },
    '/b/wp-json/wp/v2/posts': POSTS,
  }),
  'import-map': () => ({
    '/page': { body: page(card, `<script type="importmap">{"a.js":"sha384-x"}</script>${tag}`) },
  }),
  'root-font-size': () => ({ '/page': { body: page(card, `<style>html { font-size: 10px }</style>${tag}`) } }),
  'heading-order': () => ({ '/page': { body: page(card.replace('slug', 'heading-level="4" slug')) } }),
  'content-policy': () => ({
    '/page': {
      body: page(card),
      headers: { 'content-security-policy': "default-src 'none'; script-src 'self'; img-src 'self'" },
    },
  }),
  'trusted-types': () => ({
    '/page': { body: page(card), headers: { 'content-security-policy': 'trusted-types care-widgets' } },
  }),
  'integrity-policy': () => ({
    '/page': { body: page(card), headers: { 'integrity-policy': 'blocked-destinations=(script)' } },
  }),
  tracker: () => ({
    '/page': {
      body: page(card, `${tag}<script>fbq; s.src = "https://connect.facebook.net/en_US/fbevents.js"</script>`),
    },
  }),
  'missing-file': () => ({ '/care-widgets/chunks/base-1.js': undefined }),
  'wrong-type': () => ({ '/care-widgets/care-widgets.js': { ...SCRIPT, headers: { 'content-type': 'text/plain' } } }),
  cors: () => ({
    '/page': { body: page(card, tag.replace('endpoint="/"', `endpoint="${otherOrigin()}/"`)) },
    '/wp-json/wp/v2/posts': { ...POSTS, headers: { 'content-type': 'application/json' } },
  }),
  'rest-closed': () => ({ '/wp-json/wp/v2/posts': { status: 401, body: '{"message":"Only members"}' } }),
  'not-wordpress': () => ({ '/wp-json/wp/v2/posts': undefined }),
  'page-endpoint': () => ({
    '/page': { body: page(card, tag.replace('endpoint="/"', 'endpoint="clinic.example"')) },
  }),
  'plain-permalinks': () => ({ '/wp-json/wp/v2/posts': undefined, '?rest_route': POSTS }),
  'hidden-from-search': () => ({ '/robots.txt': { body: 'User-agent: *\nDisallow: /wp-json/' } }),
  'rss-endpoint': () => ({ '/page': { body: page(card, tag.replace('endpoint="/"', 'endpoint="/feed/"')) } }),
  'long-feed': () => ({
    '/page': { body: page(card, tag.replace('endpoint="/"', 'endpoint="/feed.json"')) },
    '/feed.json': {
      headers: JSON_TYPE,
      body: JSON.stringify({ items: [REVIEWED], next_url: 'https://other.example/feed.json' }),
    },
  }),
  'no-articles': () => ({ '/wp-json/wp/v2/posts': { ...POSTS, body: '[]' } }),
  'no-reviewer': () => ({
    '/wp-json/wp/v2/posts': { ...POSTS, body: JSON.stringify([{ ...POST, care_widgets: undefined }]) },
  }),
  'review-overdue': () => ({
    '/wp-json/wp/v2/posts': {
      ...POSTS,
      body: JSON.stringify([{ ...POST, care_widgets: { ...POST.care_widgets, review_due: '2026-05-01' } }]),
    },
  }),
  redirected: () => ({
    '/page': { status: 301, headers: { location: `${otherOrigin()}/moved` } },
    '/moved': { body: page(card) },
  }),
  unreachable: () => ({ '/page': undefined }),
};

describe('a page on which one thing is wrong', () => {
  for (const [id, change] of Object.entries(WRONG)) {
    it(`has the finding ${id}, and no other`, async () => {
      pages = { ...right(), ...change() };
      const { findings } = await checked();
      expect(idsOf(findings), JSON.stringify(findings, null, 1)).to.eql([id]);
      for (const { what, why, write } of findings) expect([what, why, write].every(Boolean), id).to.equal(true);
      found.add(id);
    });
  }

  it('whose element is closed by nothing has the finding tag-not-closed, whatever follows', async () => {
    for (const after of ['<h2>Call us</h2><p>Our address</p>', '<p>Words</p>']) {
      pages = { ...right(), '/page': { body: page(`<care-article-card slug="iop" />${after}`) } };
      expect(idsOf((await checked()).findings)).to.include('tag-not-closed');
    }
  });

  it('of https has the finding mixed-content', async () => {
    const elements: PageElement[] = await elementsOf(page(card, tag.replace('"/"', '"http://clinic.example/"')));
    const findings = pageFindings({ url: 'https://page.example/', header: () => '', elements });
    expect(idsOf(findings)).to.eql(['mixed-content']);
    found.add('mixed-content');
  });

  it('whose articles have one huge picture each has the finding large-pictures', () => {
    const image = { url: 'https://clinic.example/a.jpg', width: 6000, height: 4000, alt: '', sources: [] };
    const article: Article = {
      id: '1',
      slug: 'iop',
      title: 'About the IOP',
      excerpt: '',
      authors: [],
      reviewers: [{ name: 'Dr. Jane Roe', credentials: [] }],
      categories: [],
      tags: [],
      image,
      isProtected: false,
    };
    expect(idsOf(articleFindings([article], 'https://clinic.example/', '2026-06-01'))).to.eql(['large-pictures']);
    found.add('large-pictures');
  });
});

/** By platform, a page that it sends, with what the articles can be read by. */
const PLATFORMS: readonly (readonly [string, Sent, string])[] = [
  ['WordPress', { body: '<meta name="generator" content="WordPress 6.9">' }, 'data-care-endpoint="ORIGIN/"'],
  ['Ghost', { body: '<meta name="generator" content="Ghost 6.0">' }, 'Content API key'],
  ['Wix', { headers: { 'x-wix-request-id': '1' } }, 'snapshot ORIGIN/blog-feed.xml'],
  ['Squarespace', { headers: { server: 'Squarespace' } }, 'snapshot ORIGIN/blog'],
  ['Webflow', { body: '<html data-wf-site="1">' }, 'snapshot ORIGIN/blog/rss.xml'],
  ['HubSpot', { headers: { 'x-hs-hub-id': '53' } }, 'snapshot ORIGIN/blog/rss.xml'],
  ['Drupal', { headers: { 'x-generator': 'Drupal 11' } }, 'snapshot ORIGIN/rss.xml'],
  ['Blogger', { body: "<meta content='blogger' name='generator'/>" }, 'snapshot ORIGIN/blog'],
  ['GoDaddy', { headers: { server: 'DPS/2.0.0' } }, 'snapshot ORIGIN/f.rss'],
  ['Weebly', { body: '<script src="https://cdn2.editmysite.com/x.js"></script>' }, 'snapshot ORIGIN/1/feed'],
];

describe('a blog', () => {
  for (const [name, sent, access] of PLATFORMS) {
    it(`of ${name} is recognised, and it is told what can read it`, async () => {
      pages = { ...right(), '/blog': sent };
      const result = await checked('/blog');
      expect(result.platform).to.equal(name);
      expect(result.access).to.contain(access.replace('ORIGIN', origin));
      if (result.findings.some(({ id }) => id === 'needs-snapshot')) found.add('needs-snapshot');
    });
  }

  it('of WordPress.com is recognised, and it is told what can read it', () => {
    const text = '<link href="https://s0.wp.com/_static/x.css"><meta name="generator" content="WordPress.com">';
    for (const [url, body] of [
      ['https://clinic.wordpress.com/', ''],
      ['https://blog.clinic.example/', text],
    ] as const)
      expect(platformOf({ url, status: 200, header: () => '', text: body })).to.eql({
        name: 'WordPress.com',
        access: {
          source: 'wordpress',
          endpoint: `https://public-api.wordpress.com/wp/v2/sites/${new URL(url).hostname}`,
        },
      });
  });

  it('is not taken for one of a platform that its authors only write of, link to or have a picture or a tracker from', () => {
    const text = [
      '<p>Our site moved from public-api.wordpress.com and /wp-content/ to static1.squarespace.com.</p>',
      '<a href="https://old.example/wp-content/uploads/leaflet.pdf">The leaflet</a>',
      '<img src="https://static.wixstatic.com/media/a.jpg"><img src="https://old.example/wp-content/a.jpg">',
      '<iframe src="https://www.blogger.com/static/x"></iframe>',
      '<script type="application/ld+json">{"image":"https://img1.wsimg.com/a.jpg"}</script>',
      '<script id="__NEXT_DATA__">{"html":"<img src=\\"https://cms.example/wp-content/a.jpg\\">"}</script>',
      '<script src="https://js.hs-scripts.com/53.js" async></script>',
    ].join('\n');
    const seen = { url: 'https://clinic.example/', status: 200, header: () => '', text };
    expect(platformOf(seen)).to.equal(undefined);
    for (const name of ['Webflow', 'Drupal 11 (https://www.drupal.org)', 'WordPress 6.9'])
      expect(
        platformOf({
          ...seen,
          text: `<meta name="generator" content="${name}">${text}<script src="https://s0.wp.com/wp-content/js/devicepx-jetpack.js"></script>`,
        })?.name,
        name,
      ).to.equal(name.split(' ')[0]);
  });

  it('in a folder of its host is read from there', async () => {
    const api = `rel="https://api.w.org/"`;
    const atBlog = `data-care-endpoint="${origin}/blog/"`;
    const answered = { '/blog/wp-json/wp/v2/posts': POSTS };
    for (const sent of [
      { headers: { link: `<${origin}/x>; rel="next", <${origin}/blog/wp-json/>; ${api}` } },
      { body: `<link ${api.replaceAll('"', "'")} href='${origin}/blog/wp-json/'>` },
      { headers: { link: `<${origin}/blog/index.php/wp-json/>; ${api}` } },
      { headers: { link: `<${origin}/blog/index.php?rest_route=/>; ${api}` } },
    ]) {
      pages = { '/blog/a-post/': { body: '<p>x</p>', ...sent }, ...answered };
      const { platform, access, findings } = await checked('/blog/a-post/');
      expect(platform).to.equal('WordPress');
      expect(access, JSON.stringify(sent)).to.contain(atBlog);
      expect(findings).to.eql([]);
    }
    const ghost = '<script src="/portal.js" data-ghost="/blog/" data-key="1"></script>';
    pages = { '/blog/a-post/': { body: `<meta name="generator" content="Ghost 6.0">${ghost}` } };
    expect((await checked('/blog/a-post/')).access).to.contain(atBlog);
  });

  it('is read from the feed that it names', async () => {
    pages = {
      ...right(),
      '/blog': { body: '<link rel="alternate" type="application/feed+json" href="/feed.json">' },
      '/feed.json': {
        headers: JSON_TYPE,
        body: '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}',
      },
    };
    expect((await checked('/blog')).access).to.equal(`Write data-care-endpoint="${origin}/feed.json".`);
  });

  it('whose server fails below /wp-json/ is told so, and no plugin is blamed for it', async () => {
    pages = { ...right(), '/wp-json/wp/v2/posts': { status: 500, body: '<title>Out of memory</title>' } };
    const { findings } = await checked();
    expect(idsOf(findings)).to.include('unreachable').and.not.include('rest-closed');
    expect(findings.find(({ id }) => id === 'unreachable'))
      .to.have.property('what')
      .that.includes('500 Out of memory');
    expect(findings.find(({ id }) => id === 'unreachable'))
      .to.have.property('write')
      .that.includes("server's log");
  });

  it('that answers with RSS needs a snapshot', async () => {
    pages = { ...right(), '/blog': { body: '<link rel="alternate" type="application/rss+xml" href="/x.xml">' } };
    expect((await checked('/blog')).access).to.contain(`npx care-widgets snapshot ${origin}/x.xml`);
  });
});

describe('the kinds of findings', () => {
  it('are each found by one of these, or on a page that runs (test/pages/mistakes.test.mjs)', () => {
    const inPagesOnly = ['empty-filter', 'no-categories', 'not-an-article'];
    expect(FINDING_IDS.filter((id) => !found.has(id) && !inPagesOnly.includes(id))).to.eql([]);
  });
});

describe('an address', () => {
  it('of the local network is refused, unless it is allowed', async () => {
    pages = right();
    const error = await check({ url: `${origin}/page` }).catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'not-configured');
    expect(error).to.have.property('detail').that.contains('--allow-private');
  });

  it('that answers with something else than a feed is told, and not recommended', async () => {
    for (const [body, why] of [
      ['{"a":1}', /no list/],
      ['<html>', /not JSON/],
    ] as const) {
      pages = { ...right(), '/bad.json': { headers: JSON_TYPE, body } };
      const { access, findings } = await checked('/bad.json');
      expect(idsOf(findings)).to.deep.equal(['unreachable']);
      expect(findings[0]?.what).to.match(why);
      expect(access).to.equal('A page cannot read it.');
    }
  });

  it('that is no page, or fails, is told with what to do', async () => {
    for (const [sent, what, write] of [
      [
        { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' },
        /application\/pdf, which is no page/,
        /page/,
      ],
      [{ body: '' }, /answers with nothing/, /address of a page/],
      [{ status: 500, body: '<title>Oops</title>' }, /cannot be read: 500 Oops/, /server's log/],
      [{ status: 403, body: '<title>Attention</title>' }, /cannot be read: 403 Attention/, /firewall/],
      [{ status: 429 }, /cannot be read: 429/, /try again/],
      [{ status: 404 }, /cannot be read: 404/, /spelt right/],
    ] as const) {
      pages = { ...right(), '/page': sent };
      const { findings } = await checked();
      expect(idsOf(findings)).to.deep.equal(['unreachable']);
      expect(findings[0]?.what).to.match(what);
      expect(findings[0]?.write).to.match(write);
    }
    pages = { ...right(), '/page': { body: '<p>Welcome</p>' } };
    expect((await checked()).findings[0]?.write).to.match(/^Write the address of the blog/);
  });

  it('that redirects in a circle is told as one that does not answer', async () => {
    pages = { ...right(), '/page': { status: 302, headers: { location: '/page' } } };
    const { findings } = await checked();
    expect(findings).to.have.length(1);
    expect(findings[0]).to.have.property('id', 'unreachable');
    expect(findings[0]?.what).to.contain('redirects in a circle');
  });
});
