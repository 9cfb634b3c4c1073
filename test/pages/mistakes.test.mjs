// The typical mistakes of webmasters, one case each: what the console says without `debug`, and what visitors see. The
// console alone must be enough to mend the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { DIST, idle, startVisits, visit } from '../support/page-server.mjs';

const { site, browser } = await startVisits();
let view;
// without the checks of close(): many a mistake is an error on the console
afterEach(async () => {
  await view?.context.close();
  view = undefined;
});

const FALLBACK = '<a href="/read">Read it there</a>';
const card = (attributes, inside = FALLBACK) => `<care-article-card ${attributes}>${inside}</care-article-card>`;
const list = (attributes) => `<care-article-list ${attributes}></care-article-list>`;

/** A page whose loader bears these attributes. */
const open = async (body, { script = '', head = '', headers = {}, endpoint = site.newSite(), search = '' } = {}) => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}
    <script type="module" src="/dist/care-widgets.js" ${endpoint && `data-care-endpoint="${endpoint}"`} ${script}></script></head>
    <body><main>${body}</main></body></html>`;
  view = await visit(browser, site, site.add(html, headers) + search);
  return view;
};

/** Settles once one message of the console holds all these words: whether it does. */
const isSaid = async (words) => {
  const found = () => view.warnings.find((text) => words.every((word) => text.includes(word)));
  // a message is told once the content has failed or arrived, and the knowledge about it
  for (let turn = 0; turn < 2000 && !found(); turn++) await idle(view.page);
  assert.ok(found(), `${words.join(' + ')} is not in:\n${view.warnings.join('\n')}`);
};

/** What visitors read in the element that the selector finds. */
const shown = (selector = 'main') =>
  view.page.evaluate((where) => {
    const textOf = (node) => {
      if (node.nodeType === 3) return node.data;
      if (node.nodeType !== 1 || node.localName === 'style' || getComputedStyle(node).display === 'none') return '';
      const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
      const inside = assigned.length ? assigned : (node.shadowRoot ?? node).childNodes;
      return [...inside].map(textOf).join(' ');
    };
    return textOf(document.querySelector(where)).replace(/\s+/g, ' ').trim();
  }, selector);

const READY = /Post 1/;
const KEPT = /Read it there/;

/** What is written, what the console must say of it in one message, what visitors see. */
const ATTRIBUTES = [
  ['a name with a letter too many', card('slugg="post-1"'), ['unknown-attribute', 'slugg', 'slug="post-1"'], KEPT],
  ['a name with a hyphen too many', card('slug="post-1" lay-out="compact"'), ['lay-out', 'layout="compact"'], READY],
  ['a name without its hyphen', list('perpage="3"'), ['perpage', 'per-page="3"'], READY],
  ['a name in camel case', list('perPage="3"'), ['perpage', 'per-page="3"'], READY],
  ['a name with an underscore', list('per_page="3"'), ['per_page', 'per-page="3"'], READY],
  ['a setting in camel case', card('slug="post-1" articleUrl="/a?b={slug}"'), ['articleurl', 'article-url='], READY],
  ['a name in the plural', list('categories="recovery"'), ['categories', 'category="recovery"'], READY],
  [
    'data that a framework has written as an attribute',
    card('slug="post-1" article="[object Object]"'),
    ['care-article-card has no attribute article', 'set the property, element.article ='],
    READY,
  ],
  [
    'an empty list that a framework has written as an attribute',
    list('articles=""'),
    ['care-article-list has no attribute articles', 'set the property, element.articles ='],
    READY,
  ],
  ['a slug in an attribute of that name', card('article="post-1"'), ['article', 'article-id="post-1"'], KEPT],
  [
    'a name of another element',
    card('slug="post-1" per-page="3"'),
    ['care-article-card has no attribute per-page'],
    READY,
  ],
  ['an unknown layout', card('slug="post-1" layout="horizontl"'), ['unknown-value', 'layout="horizontal"'], READY],
  [
    'a layout of a list on a card',
    card('slug="post-1" layout="grid"'),
    ['layout="grid"', 'vertical, horizontal, compact'],
    READY,
  ],
  [
    'a heading named by its tag',
    card('slug="post-1" heading-level="h3"'),
    ['heading-level="h3"', 'heading-level="3"'],
    READY,
  ],
  ['words for a number', list('per-page="abc"'), ['per-page="abc"', 'Write a number'], READY],
  ['a unit behind a number', card('slug="post-1" timeout="5s"'), ['timeout="5s"', 'timeout="5000"'], READY],
  ['a theme with a capital', card('slug="post-1" theme="Dark"'), ['theme="Dark"', 'theme="dark"'], READY],
  ['a language by its name', card('slug="post-1" locale="spanish"'), ['locale="spanish"', 'locale="es"'], READY],
  ['loading, misspelt', card('slug="post-1" loading="lasy"'), ['loading="lasy"', 'loading="lazy"'], READY],
  ['a switch that is switched off', list('with-more="false"'), ['with-more="false"', 'leave with-more out'], READY],
  [
    'links that all lead to one address',
    list('article-url="/resources/article"'),
    ['article-url', '/resources/article?article={slug}'],
    READY,
  ],
  [
    'a place for the slug as other systems have it',
    list('article-url="/resources/{{slug}}"'),
    ['article-url="/resources/{{slug}}"', 'article-url="/resources/{slug}"'],
    READY,
  ],
  ['a switch that says no', card('slug="post-1" without-image="no"'), ['leave without-image out'], READY],
  ['a number for a switch', list('with-more="3"'), ['with-more="3"', 'write with-more alone'], READY],
  [
    'a number of newest articles on a card',
    card('latest="3"'),
    ['latest="3"', '<care-article-list per-page="3">'],
    /Post \d/,
  ],
  ['more than a list shows', list('per-page="500"'), ['per-page="500"', 'per-page="100"', 'with-more'], READY],
  [
    'a language that the widgets do not speak',
    card('slug="post-1" locale="fr"'),
    ['locale="fr"', 'locale="es"'],
    READY,
  ],
  [
    'a link without https and www',
    '<care-contact phone="+1 512 555 0142" href="clinic.example/contact"></care-contact>',
    ['href="clinic.example/contact"', 'href="https://clinic.example/contact"'],
    /Contact us/,
  ],
  ['a time of nothing', card('slug="post-1" timeout="0"'), ['timeout="0"', 'timeout="10000"'], READY],
  ['a day', card('slug="post-1" max-age="1d"'), ['max-age="1d"', 'max-age="86400"'], READY],
  ['a setting of elements on care-config', '<care-config layout="grid"></care-config>', ['There are endpoint,'], /.?/],
  [
    'a link without https',
    '<care-contact phone="+1 512 555 0142" href="www.clinic.example/contact"></care-contact>',
    ['href="www.clinic.example/contact"', 'href="https://www.clinic.example/contact"'],
    /Contact us/,
  ],
  [
    'the address of a service without https',
    '<care-newsletter action="www.clinic.example/subscribe"></care-newsletter>',
    ['action="https://www.clinic.example/subscribe"'],
    /Sign up/,
  ],
  [
    'an endpoint whose https lacks its colon',
    card('slug="post-1" endpoint="https//clinic.example"'),
    ['endpoint="https//clinic.example"', 'endpoint="https://clinic.example"'],
    KEPT,
  ],
  [
    'the same for categories',
    '<care-categories category-url="/topics"></care-categories>',
    ['category-url', '{slug}'],
    /recovery/,
  ],
  [
    'a parameter with its question mark',
    card('slug="post-1"') + '<care-article slug-param="?article"></care-article>',
    ['slug-param="?article"', 'slug-param="article"'],
    READY,
  ],
  [
    'an origin without https',
    card('slug="post-1" image-origins="cdn.invalid"'),
    ['image-origins="https://cdn.invalid"'],
    READY,
  ],
  [
    'a consent that is none of three',
    '<care-newsletter action="/subscribe" consent="yes"></care-newsletter>',
    ['consent="yes"', 'none, optional, required'],
    /Sign up/,
  ],
  [
    'a field that there is not',
    '<care-newsletter action="/subscribe" fields="email phone"></care-newsletter>',
    ['fields="email phone"', 'email, first-name, last-name'],
    /Sign up/,
  ],
  [
    'a region by another name',
    '<care-contact phone="+1 512 555 0142" crisis-region="usa"></care-contact>',
    ['crisis-region="usa"', 'us, ca'],
    /512/,
  ],
  [
    'hours in words',
    '<care-contact phone="+1 512 555 0142" hours="Mon-Fri 9-5"></care-contact>',
    ['hours=', 'Mo-Fr 08:00-18:00'],
    /Mon-Fri 9-5/,
  ],
  [
    'a zone by its city',
    '<care-contact phone="+1 512 555 0142" hours="Mo-Fr 08:00-18:00" time-zone="Chicago"></care-contact>',
    ['time-zone="Chicago"', 'America/Chicago'],
    /512/,
  ],
  [
    'both of them',
    '<care-contact phone="+1 512 555 0142" hours="weekdays" time-zone="Chicago"></care-contact>',
    ['time-zone="Chicago"', 'America/Chicago'],
    /weekdays/,
  ],
  [
    'an unknown slug',
    card('slug="what-is-an-opi"'),
    ['not-found', 'what-is-an-opi', 'spelled as in its address'],
    KEPT,
  ],
];

describe('what is written on an element', () => {
  it('and has no effect, is told with what to write', async () => {
    await open(ATTRIBUTES.map(([, body], index) => `<div id="case-${index}">${body}</div>`).join('\n'));
    for (const [index, [name, , says, shows]] of ATTRIBUTES.entries()) {
      await isSaid(says);
      await view.page.waitForFunction(
        (where) => !document.querySelector(`${where} > :state(loading)`),
        `#case-${index}`,
      );
      assert.match(await shown(`#case-${index}`), shows, name);
    }
  });
});

const TAGS = [
  [
    'a tag without its hyphen',
    '<care-articlecard slug="post-1">F</care-articlecard>',
    ['unknown-tag', '<care-article-card>'],
  ],
  [
    'a tag with underscores',
    '<care_article_card slug="post-1">F</care_article_card>',
    ['unknown-tag', '<care-article-card>'],
  ],
  ['a tag with a letter too few', '<care-artcle-list>F</care-artcle-list>', ['unknown-tag', '<care-article-list>']],
  [
    'a widget without its hyphen',
    '<div data-care-widget="articlecard" data-slug="post-1">F</div>',
    ['unknown-tag', 'data-care-widget="article-card"'],
  ],
  ['a widget that there is not', '<div data-care-widget="carousel">F</div>', ['unknown-tag', 'article-card']],
  [
    'a tag that is closed in itself',
    '<care-article-card slug="post-1" /><form>F<input></form>',
    ['write </care-article-card> where the element ends'],
  ],
];

describe('a tag that is none of ours', () => {
  it('is told with the right one, and what stands inside stays', async () => {
    await open(TAGS.map(([, body], index) => `<div id="case-${index}">${body}</div>`).join('\n'));
    for (const [index, [name, , says]] of TAGS.entries()) {
      await isSaid(says);
      assert.match(await shown(`#case-${index}`), /F/, name);
    }
  });

  it("is left alone where it is the page's own", async () => {
    await open(`<care-plan-finder>F</care-plan-finder>${card('slug="post-1"')}`);
    await view.cards(1);
    await view.page.waitForLoadState('networkidle');
    assert.deepEqual(view.warnings, []);
  });
});

/** A file of the page's own site, under a name of its own. */
const feed = (items) =>
  site.addFile(
    '/news/feed.json',
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items }),
    'application/feed+json',
  );

/** What stands in for an endpoint: its address, by name; `status` and content as given. */
const ENDPOINTS = [
  [
    'an article of the site',
    () => `${site.endpointOrigin}/blog/what-is-an-iop/`,
    ['page-endpoint', '/blog/what-is-an-iop/', 'address of the whole site'],
    /Read it there/,
  ],
  [
    'a page with an ending',
    () => `${site.endpointOrigin}/blog/index.html`,
    ['page-endpoint', 'index.html', 'address of the whole site'],
    /Read it there/,
  ],
  [
    'the dashboard',
    () => `${site.endpointOrigin}/wp-admin/`,
    ['page-endpoint', '/wp-admin/', 'Write the address of the site'],
    /Read it there/,
  ],
  [
    'the home page of a static site',
    () => `${site.origin}/`,
    ['not-wordpress', 'answers 404', 'feed.json'],
    /Read it there/,
  ],
  ['an RSS feed', () => `${site.endpointOrigin}/feed/`, ['rss-endpoint', 'npx care-widgets snapshot'], /Read it there/],
  [
    'an RSS file',
    () => `${site.endpointOrigin}/rss.xml`,
    ['rss-endpoint', 'npx care-widgets snapshot'],
    /Read it there/,
  ],
  [
    'an address without its scheme',
    () => 'your-clinic.example',
    ['not-found', 'written in full, with https://'],
    /Read it there/,
  ],
  [
    'a misspelt scheme',
    () => 'htps://your-clinic.example/',
    ['is no http(s) address', 'data-care-endpoint='],
    /Read it there/,
  ],
  [
    'a REST API that a plugin has closed',
    () => `${site.newSite()}?mode=403`,
    ['forbidden', 'security plugin', 'name a feed'],
    /Read it there/,
  ],
  [
    'a REST API behind a check of the browser',
    () => `${site.newSite()}?mode=html`,
    ['malformed', 'Just a moment...'],
    /Read it there/,
  ],
  [
    'a host that sends no CORS header',
    () => `${site.newSite()}?mode=nocors`,
    ['network', 'Access-Control-Allow-Origin'],
    /Read it there/,
  ],
  [
    'a service that is no WordPress',
    () => `${site.newSite()}?mode=object`,
    ['malformed', 'JSON, but not a list', 'source="…"'],
    /Read it there/,
  ],
];

describe('an endpoint that is', () => {
  for (const [name, endpoint, says, shows] of ENDPOINTS) {
    it(`${name}: the console says what to write, and the fallback stays`, async () => {
      await open(card('slug="post-1"'), { endpoint: endpoint() });
      await isSaid(says);
      assert.match(await shown(), shows);
    });
  }

  it('closed by a plugin: visitors are told nothing untrue, and where the text is', async () => {
    await open(card('slug="post-1" article-url="https://clinic.invalid/{slug}/"', ''), {
      endpoint: `${site.newSite()}?mode=401`,
    });
    await view.cards(1, 'error');
    assert.equal(await shown(), 'This could not be loaded here. Read it on clinic.invalid');
  });
});

describe('a filter that leaves nothing', () => {
  const item = {
    id: '1',
    url: '/one/',
    title: 'One',
    content_text: 'One.',
    tags: ['Sleep'],
    date_published: '2025-06-24T00:00:00Z',
  };
  for (const [name, body, says, shows] of [
    [
      'an unknown category',
      list('category="nope"'),
      ['empty-filter', 'category="nope"', '…/category/recovery/'],
      /nothing to show here yet/,
    ],
    ['an unknown tag', list('tag="nope"'), ['empty-filter', 'tag="nope"', '…/tag/sleep/'], /nothing to show here yet/],
    ['topics of a feed that has tags only', list('with-filter'), ['no-categories', 'with-filter', '"_care"'], /One/],
    [
      'categories of a feed that has tags only',
      '<care-categories></care-categories>',
      ['no-categories', 'care-categories', '"_care"'],
      /nothing to show here yet/,
    ],
  ]) {
    it(`${name}: the console says what to write`, async () => {
      await open(body, { endpoint: feed([item]) });
      await isSaid(says);
      assert.match(await shown(), shows);
    });
  }
});

describe('the page', () => {
  it('without the parameter that slug-param names: the console says what links need', async () => {
    await open(`<care-article slug-param="article">${FALLBACK}</care-article>`);
    await isSaid(['not-configured', 'has no ?article=', 'article-url="…?article={slug}"']);
    assert.doesNotMatch(view.warnings.join(), /data-care-endpoint/);
    assert.match(await shown(), KEPT);
  });

  it('with a setting misspelt on the script tag: the console names the right one', async () => {
    await open(card('slug="post-1"'), { script: 'data-care-them="dark" data-care-timeout="5s"' });
    await isSaid(['unknown-attribute', 'data-care-them', 'data-care-theme="dark"']);
    await isSaid(['unknown-value', 'timeout="5s"', 'timeout="5000"']);
  });

  it('with the snippets of two clinics: the console says whose articles are shown, and what to write', async () => {
    const second =
      '<script type="module" src="/dist/care-widgets.js" data-care-endpoint="https://clinic-b.example/"></script>';
    await open(`${card('slug="post-1"')}${second}`);
    await isSaid(['two-endpoints', 'clinic-b.example', '<care-config endpoint="https://clinic-b.example/">']);
  });

  it('with data-endpoint in place of data-care-endpoint: the console says what to write', async () => {
    await open(card('slug="post-1"'), { endpoint: '', script: 'data-endpoint="/x"' });
    await isSaid(['not-configured', 'no endpoint', 'data-care-endpoint=']);
    assert.match(await shown(), KEPT);
  });

  it('whose script hands a card a post of the REST API: the console says what an article holds', async () => {
    const script = `<script>addEventListener('load', () => {
      document.querySelector('care-article-card').article = { id: 1, title: { rendered: 'Post' } };
    });</script>`;
    await open(card('slug="post-1"'), { head: script });
    await isSaid(['not-an-article', 'an object with id, title', 'authors, reviewers, categories']);
    assert.match(await shown(), READY);
  });

  it('with integrity.json pasted as an import map: the console says that nothing is checked', async () => {
    const text = readFileSync(path.join(DIST, 'integrity.json'), 'utf8');
    await open(card('slug="post-1"'), { head: `<script type="importmap">${text}</script>` });
    await isSaid(['import-map', 'no import map', 'dist/import-map.html']);
  });

  it('with the import map of another folder: the console names it', async () => {
    const text = readFileSync(path.join(DIST, 'import-map.html'), 'utf8');
    await open(card('slug="post-1"'), { head: text });
    await isSaid(['import-map', '/dist/care-widgets.js', '/care-widgets/']);
  });

  it('whose policy does not name lit-html: the console does', async () => {
    await open(card('slug="post-1"'), {
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types care-widgets" },
    });
    await isSaid(['did not arrive', 'trusted-types', 'lit-html']);
    assert.match(await shown(), KEPT);
  });

  it('without the folder chunks: the console says to upload it', async () => {
    const loader = readFileSync(path.join(DIST, 'care-widgets.js'), 'utf8');
    site.addFile('/alone/care-widgets.js', loader);
    const html = `<main>${card('slug="post-1"')}</main><script type="module" src="/alone/care-widgets.js"></script>`;
    view = await visit(browser, site, site.add(html));
    await isSaid(['did not arrive', 'Upload the folder "chunks" as a whole']);
    assert.match(await shown(), KEPT);
  });
});

describe('a page without mistakes', () => {
  it('loads nothing of this', async () => {
    await open(
      `<care-config theme="dark" locale="es" timeout="5000" article-url="/a?article={slug}" data-x="1" class="x">
        ${card('slug="post-1" layout="compact" heading-level="3" id="a" style="color: red" aria-label="x" data-y onclick="0" tabindex="0" v-cloak x-show="a" itemprop="b"')}
        ${list('per-page="3" layout="list" with-more without-image loading="eager"')}</care-config>
        <care-contact phone="+1 512 555 0142" layout="banner" crisis-region="us"></care-contact>
        <care-newsletter action="/subscribe" consent="required" fields="email first-name"></care-newsletter>`,
      { script: 'data-care-locale="en" data-care-max-age="60"' },
    );
    await view.cards(1);
    await view.page.waitForLoadState('networkidle');
    assert.deepEqual(view.warnings, []);
    const scripts = await view.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(
      scripts.filter((name) => /diagnosis|debug/.test(name)),
      [],
    );
  });
});
