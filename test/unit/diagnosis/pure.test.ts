import { expect } from 'chai';
import { articleFindings } from '../../../src/diagnosis/articles.js';
import { attributeFindings, isForeign, settingFindings } from '../../../src/diagnosis/attributes.js';
import { adviceByDetail, endpointFindings, errorFinding } from '../../../src/diagnosis/error-advice.js';
import { emptyFindings } from '../../../src/diagnosis/filters.js';
import { nearest } from '../../../src/diagnosis/nearest.js';
import { outlineOf, type PageElement } from '../../../src/diagnosis/outline.js';
import { pageFindings } from '../../../src/diagnosis/page.js';
import { policyFindings } from '../../../src/diagnosis/policy.js';
import { trackerFindings } from '../../../src/diagnosis/trackers.js';
import type { Article } from '../../../src/model/article.js';
import { CareError } from '../../../src/model/care-error.js';
import { VOCABULARY } from '../../../src/diagnosis/vocabulary.js';
import { article } from '../../support/articles.js';

describe('the nearest known word', () => {
  const known = ['slug', 'article-id', 'layout', 'per-page', 'page', 'heading-level', 'category', 'category-url'];
  for (const [written, meant] of [
    ['slugg', 'slug'],
    ['lay-out', 'layout'],
    ['perpage', 'per-page'],
    ['per_page', 'per-page'],
    ['articleid', 'article-id'],
    ['headinglevel', 'heading-level'],
    ['categories', 'category'],
    ['heading', 'heading-level'],
    ['color', undefined],
    ['slxx', undefined], // two letters of four
    ['cat', undefined], // category or category-url
    ['la', undefined], // too short to be the beginning of a word
    ['lay', 'layout'],
    ['x', undefined],
    ['', undefined],
  ] as const)
    it(`to "${written}" is ${meant ?? 'none'}`, () => expect(nearest(written, known)).to.equal(meant));
});

describe('attributes of everybody', () => {
  it('are known, and are none of ours', () => {
    const foreign =
      'class id style slot part hidden lang dir title role is nonce tabindex popover inert exportparts data-x aria-label onclick x-show v-cloak @click :class ng-if _ngcontent-abc-c1 itemprop contenteditable wire:model hx-get';
    for (const name of foreign.split(' ')) expect(isForeign(name), name).to.equal(true);
    for (const rules of Object.values(VOCABULARY))
      for (const name of Object.keys(rules)) expect(isForeign(name), name).to.equal(false);
  });

  it('with a place for the slug in other words are told with {slug} in it', () => {
    for (const [value, filled] of [
      ['/a?b={ slug }', '/a?b={slug}'],
      ['/a?b=%s', '/a?b={slug}'],
      ['/a/{slugs}', '/a/{slug}'],
    ] as const) {
      const [found] = attributeFindings({
        localName: 'care-article-list',
        attributes: [{ name: 'article-url', value }],
      });
      expect(found?.write, value).to.contain(`article-url="${filled}"`);
    }
    for (const value of ['/a?b={slug}', '/a/%7Bslug%7D', '/a/{id}'])
      expect(
        attributeFindings({ localName: 'care-article-list', attributes: [{ name: 'article-url', value }] }),
      ).to.eql([]);
  });

  const writeFor = (localName: string, name: string, value: string): string | undefined =>
    attributeFindings({ localName, attributes: [{ name, value }] })[0]?.write;

  for (const [tag, name, value, write] of [
    ['care-article-list', 'with-more', '0', 'leave with-more out'],
    ['care-article-list', 'per-page', '101', 'A list shows 100 at most'],
    ['care-article-card', 'timeout', '500 ms', 'timeout="500"'],
    ['care-article-card', 'timeout', '5s', 'timeout="5000"'],
    ['care-article-card', 'max-age', '2h', 'max-age="7200"'],
    ['care-article-card', 'timeout', '0', 'timeout="10000"'],
    ['care-article-list', 'perpage', '3', 'Write per-page="3".'],
    ['care-article-list', 'perpage', 'many', 'Write per-page="…".'],
  ] as const)
    it(`${name}="${value}" on ${tag}: ${write}`, () => expect(writeFor(tag, name, value)).to.contain(write));

  for (const [tag, name, value] of [
    ['care-article-list', 'per-page', '100'],
    ['care-article-list', 'with-more', ''],
    ['care-article-card', 'max-age', '0'],
    ['care-article-card', 'layout', ''],
  ] as const)
    it(`${name}="${value}" on ${tag} is right`, () => expect(writeFor(tag, name, value)).to.equal(undefined));

  it('make no finding on any element, and neither do the words that attributes take', () => {
    for (const [localName, rules] of Object.entries(VOCABULARY)) {
      const attributes = Object.entries(rules).flatMap(([name, rule]) =>
        Array.isArray(rule) ? (rule as string[]).map((value) => ({ name, value })) : [{ name, value: '' }],
      );
      const found = attributeFindings({ localName, attributes: [...attributes, { name: 'class', value: 'x' }] });
      expect(found.filter(({ what }) => !/="" is no value/.test(what))).to.eql([]);
    }
  });

  it('that renderers leave on an element are no settings', () => {
    const left = ['data-care-rendered', 'data-care-dress', 'data-care-part', 'data-care-themed', 'data-care-widget'];
    const found = (name: string) =>
      settingFindings({ localName: 'care-article', attributes: [{ name, value: 'light' }] });
    expect(left.flatMap(found)).to.eql([]);
    expect(found('data-care-dresses')).to.have.length(1);
  });
});

describe('a Content-Security-Policy', () => {
  const found = (policy: string, endpoint = 'https://clinic.example/') =>
    policyFindings({
      page: 'https://partner.example/a/',
      policy,
      integrityPolicy: '',
      endpoints: [endpoint],
      scripts: [{ url: 'https://partner.example/care-widgets.js', hasIntegrity: false, hasNonce: false }],
    }).map(({ write }) => write);

  for (const policy of [
    '',
    // http names https too, here a whole scheme and there a host
    "default-src 'self' http:",
    "default-src 'self' http://clinic.example",
    "default-src 'self' https://clinic.example",
    "script-src 'self'; connect-src https:; img-src *",
    "default-src 'none'; script-src 'self'; connect-src *.example clinic.example; img-src https://clinic.example/",
    'script-src https://partner.example/care-widgets.js; trusted-types lit-html',
  ])
    it(`"${policy}" refuses nothing`, () => expect(found(policy)).to.eql([]));

  it('that refuses something gets the line to write', () => {
    expect(found("default-src 'none'; script-src 'self'; img-src data:")).to.eql([
      'Write connect-src https://clinic.example.',
      'Write img-src data: https://clinic.example.',
    ]);
    expect(found('script-src https://cdn.example')).to.eql(["Write script-src https://cdn.example 'self'."]);
    expect(found("trusted-types 'none'")).to.eql([
      'Write trusted-types lit-html care-widgets care-widgets-data dompurify.',
    ]);
  });

  it('names a folder by its slash at the end, a file without, and a port by its number', () => {
    const scripts = (source: string) => found(`script-src ${source}`).length;
    expect(
      [
        'https://partner.example/',
        'https://partner.example/care-widgets.js',
        'https://partner.example/care-widgets',
        'https://partner.example/js/',
        'https://partner.example:8443',
        'https://partner.example:*',
      ].map(scripts),
    ).to.eql([0, 0, 1, 1, 1, 0]);
  });

  it('takes subdomains for a wildcard, and the domain itself for none', () => {
    expect(found('connect-src *.clinic.example', 'https://blog.clinic.example/')).to.eql([]);
    expect(found('connect-src *.clinic.example')).to.have.length(1);
    expect(found('connect-src *.clinic.example', 'https://otherclinic.example/')).to.have.length(1);
  });

  it('holds by the first directive of a name', () => {
    expect(found("connect-src *; connect-src 'none'")).to.eql([]);
  });

  it('refuses no script that bears its nonce', () => {
    const withNonce = (hasNonce: boolean) =>
      policyFindings({
        page: 'https://partner.example/a/',
        policy: "script-src 'nonce-abc'",
        integrityPolicy: '',
        endpoints: [],
        scripts: [{ url: 'https://partner.example/care-widgets.js', hasIntegrity: false, hasNonce }],
      }).length;
    expect([withNonce(true), withNonce(false)]).to.eql([0, 1]);
  });

  it('counts together with a second one', () => {
    expect(found("connect-src *, connect-src 'self'")).to.eql(["Write connect-src 'self' https://clinic.example."]);
  });
});

describe('a page', () => {
  const element = (localName: string, written: Readonly<Record<string, string>> = {}): PageElement => ({
    localName,
    attributes: Object.entries(written).map(([name, value]) => ({ name, value })),
    isFilled: false,
  });
  const loader = element('script', { type: 'module', src: '/care-widgets.js', 'data-care-endpoint': '/' });
  const found = (...elements: readonly PageElement[]) =>
    pageFindings({ url: 'http://page.example/', header: () => '', elements: [loader, ...elements] }).map(
      ({ id, write }) => `${id}: ${write}`,
    );
  const card = { ...element('care-article-card', { slug: 'a' }), isFilled: true };

  it('loads the script as a module, unless it is the classic file', () => {
    const without = (src: string) =>
      pageFindings({
        ...{ url: 'http://page.example/', header: () => '' },
        elements: [element('script', { src, 'data-care-endpoint': '/' }), card],
      }).map(({ id }) => id);
    expect(without('/care-widgets.js?ver=1')).to.eql(['not-a-module']);
    expect(without('/care-widgets.classic.js')).to.eql([]);
  });

  it('may begin with any heading, and go back to any', () => {
    expect(found(element('h3'), element('h4'), element('h2'), card)).to.eql([]);
    expect(found(element('h1'), element('h3'), card)).to.eql(['heading-order: Write <h2>.']);
  });

  it('needs no fallback for a navigation, which is no loss', () => {
    expect(found(element('care-post-nav', { slug: 'a' }))).to.eql([]);
    expect(found(element('care-article-card', { slug: 'a' }))).to.have.length(1);
  });

  it('is free to set its root font size where it has no widget', () => {
    const style = { ...element('style'), text: 'html { font-size: 10px }' };
    expect(found(style)).to.eql([]);
    expect(found(style, card)).to.eql(['root-font-size: Write html { font-size: 100%; }.']);
  });

  it('is held by the policy in its own head, too', () => {
    const meta = element('meta', { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'none'" });
    expect(found(meta)).to.eql(["content-policy: Write connect-src 'self'."]);
  });

  it('is told all widgets where a div names none, and none is near', () => {
    const odd = (name: string) => found(element('div', { 'data-care-widget': name })).join();
    expect(odd('article-crad')).to.equal('unknown-tag: Write data-care-widget="article-card".');
    expect(odd('carousel')).to.match(/^unknown-tag: Write one of .*article-card, /);
  });

  it('has a widget in each div that names one, and each endpoint once, as it is written first', () => {
    const outline = outlineOf({
      url: 'https://page.example/',
      header: () => '',
      elements: [
        element('div', { 'data-care-widget': 'article-card' }),
        element('care-config', { endpoint: '/blog/', key: 'first' }),
        element('care-config', { endpoint: '/blog/', key: 'second' }),
      ],
    });
    expect([outline.widgets.length, outline.endpoints]).to.eql([3, ['https://page.example/blog/']]);
    expect(outline.written.get('https://page.example/blog/')?.key).to.equal('first');
  });
});

describe('the articles of an endpoint', () => {
  const image = { url: 'https://clinic.example/a.jpg', width: 6000, alt: '', sources: [] };
  const reviewed = article({ reviewers: [{ name: 'Dr. Jane Roe', credentials: [] }] });
  const found = (...articles: readonly Article[]) =>
    articleFindings(articles, 'https://clinic.example/', '2026-06-01T09:00:00Z').map(
      ({ id, what }) => `${id}: ${what}`,
    );

  it('may be due for review today, and not before', () => {
    expect(found({ ...reviewed, reviewDue: '2026-06-01' })).to.eql([]);
    expect(found({ ...reviewed, reviewDue: '2026-05-31T23:00:00Z' }).join()).to.match(/^review-overdue: 1 of 1/);
  });

  it('lack reviewers where none of them has one', () => {
    expect(found(reviewed, article())).to.eql([]);
    expect(found(article(), article()).join()).to.match(/^no-reviewer: 2 of 2/);
  });

  it('may have a large picture that comes in a smaller size too', () => {
    const source = (width: number) => ({ url: `https://clinic.example/${width}.jpg`, width });
    expect(found({ ...reviewed, image: { ...image, sources: [source(2000)] } })).to.eql([]);
    expect(found({ ...reviewed, image: { ...image, sources: [source(2001)] } }).join()).to.match(/^large-pictures: /);
  });
});

describe('a list that is empty', () => {
  it('is told each filter that was written, and of categories which there are', () => {
    const filters = { category: 'recover', tag: ' ', author: 'jane', categories: ['recovery', 'family'] };
    const what = emptyFindings(filters).map((found) => found.what);
    expect(what).to.eql([
      'no article has category="recover"; there are recovery, family',
      'no article has author="jane"',
    ]);
  });
});

describe('trackers', () => {
  it('are told once each, by address or by what they leave on the page', () => {
    const urls = [
      'https://connect.facebook.net/en_US/fbevents.js',
      'https://www.facebook.com/tr?id=1',
      'https://a.example/x.js',
    ];
    const found = trackerFindings({ urls, hasGlobal: (name) => name === 'hj' || name === 'fbq' });
    expect(found.map(({ what }) => what.split(' is on')[0])).to.eql(['Meta Pixel', 'Hotjar']);
  });
});

describe('an endpoint that has failed', () => {
  const idsOf = (endpoint: string, error: Parameters<typeof endpointFindings>[1], base = 'https://page.example/') =>
    endpointFindings({ endpoint, base }, error).map(({ id, write }) => `${id}: ${write}`);

  it('on a page of https is told to be mixed content where it is http', () => {
    expect(idsOf('http://clinic.example/', { code: 'network' })).to.eql([
      'mixed-content: Write https://clinic.example/.',
    ]);
  });

  it('of Ghost is told where its key is, and nothing of WordPress', () => {
    for (const detail of [
      '401 Unknown Content API Key',
      'Ghost needs key="…", the Content API key of a custom integration',
    ])
      expect(adviceByDetail({ detail }), detail).to.match(/^Ghost shows it under Settings, Integrations/);
    expect(adviceByDetail({ detail: '401 Unauthorized' })).to.equal(undefined);
    expect(adviceByDetail({ detail: '429 Too many attempts.' })).to.match(/Ghost .* wrong key/);
    expect(adviceByDetail({ detail: '429 Too Many Requests' })).to.equal(undefined);
  });

  it('for a slug with quotation marks of its own is told to be right, and the slug wrong', () => {
    const adviceFor = (slug: string) =>
      adviceByDetail({ detail: `nothing published under ${JSON.stringify({ slug })}` });
    for (const slug of ['"iop"', "'iop'", '"iop', '“what', '&quot;iop&quot;'])
      expect(adviceFor(slug), slug).to.match(/one pair of straight ones/);
    for (const slug of ['iop', "what's-new"]) expect(adviceFor(slug), slug).to.equal(undefined);
  });

  it('behind what nobody sees, or beside another, is told as it is written', () => {
    const lost = { code: 'not-found', status: 404, url: 'https://page.example/x/wp-json/' } as const;
    const right = 'https://clinic.example/';
    for (const before of ['"', '\u00a0', '\u200b', '\ufeff', ' “'])
      expect(idsOf(before + right, lost).join(), JSON.stringify(before)).to.match(
        /^page-endpoint: .*write endpoint="https:\/\/clinic\.example\/" anew\.$/,
      );
    for (const between of [', ', ' ', ';'])
      expect(idsOf(`${right}${between}https://b.example/`, lost).join()).to.match(
        /^page-endpoint: An element reads from one: write endpoint="https:\/\/clinic\.example\/"/,
      );
    // a proxy takes an address as a parameter
    for (const proxy of [`/proxy?url=${right}`, `https://proxy.example/?url=${right}`])
      expect(idsOf(proxy, lost).join()).not.to.match(/anew|more than one/);
  });

  it('of our own examples is told to be one', () => {
    const lost = { code: 'network', url: 'https://your-clinic.example/wp-json/' } as const;
    expect(idsOf('https://your-clinic.example/', lost).join()).to.match(/^page-endpoint: Write that of your own site/);
    expect(idsOf('https://your-clinic.example.org/', lost).join()).not.to.match(/own site/);
  });

  it('that was asked as a Ghost is told why', () => {
    const url = 'https://clinic.example/ghost/api/content/posts/?key=x';
    expect(errorFinding(new CareError('network', { url }), {}).write).to.match(/^It was asked as a Ghost: .*leave key/);
    expect(errorFinding(new CareError('network', { url: 'https://clinic.example/' }), {}).write).not.to.match(/Ghost/);
  });

  it('that may be a Ghost whose key is missing is told so where it redirects, as a Ghost does', () => {
    const url = 'https://clinic.example/wp-json/wp/v2/posts?slug=a';
    const redirect = { url, status: 302, detail: 'a redirect, which is not followed' };
    expect(errorFinding(new CareError('network', redirect), {}).write).to.match(/if it is a Ghost, write .*key="…"/);
    for (const other of [{ url }, { ...redirect, url: 'https://clinic.example/feed.json' }])
      expect(errorFinding(new CareError('network', other), {}).write, other.url).not.to.match(/Ghost/);
  });

  it('that is a page of a Ghost is told the address of the site', () => {
    const lost = (page: string) =>
      ({ code: 'not-found', status: 404, url: `https://clinic.example${page}ghost/api/content/posts/?key=x` }) as const;
    expect(idsOf('https://clinic.example/one-year/', lost('/one-year/'))).to.eql([
      'page-endpoint: Write the address of the whole site, https://clinic.example/, or of its JSON Feed file.',
    ]);
    expect(idsOf('https://clinic.example/ghost/', lost('/'))).to.eql([]);
    // the site is there, and has no such post
    expect(idsOf('https://clinic.example/blog/', { ...lost('/blog/'), status: undefined })).to.eql([]);
  });

  it('of RSS by its name is told what can be read', () => {
    for (const name of ['rss', 'RSS', 'feed', 'atom'])
      expect(adviceByDetail({ detail: `source="${name}" is none of wordpress` })).to.match(/care-widgets snapshot/);
  });

  it('is not suspected where it is right, or has failed by itself', () => {
    expect(idsOf('https://clinic.example/', { code: 'network' })).to.eql([]);
    expect(idsOf('https://clinic.example/blog/x/', { code: 'server', status: 500 })).to.eql([]);
    expect(idsOf('/feed.json', { code: 'not-found', url: 'https://page.example/feed.json' })).to.eql([]);
  });
});
