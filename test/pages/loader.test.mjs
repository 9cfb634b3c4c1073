// The built loader in pages that load it, and bring its tags, in every order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { idle, startVisits } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
let view;
let endpoint;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const CARD = '<care-article-card slug="post-1"><a href="/read">Read it</a></care-article-card>';
const script = (attributes = 'type="module"', file = '/dist/care-widgets.js') =>
  `<script ${attributes} src="${file}" data-care-endpoint="${endpoint}"></script>`;

const open = (body, { head = '', ...options } = {}) => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`;
  return visit(site.add(html), options);
};
const requests = () => site.contentRequests().filter(({ url }) => url.startsWith(new URL(endpoint).pathname));
const newSite = () => (endpoint = site.newSite());

describe('where the script tag stands', () => {
  const places = {
    'in the head': () => [script(), CARD],
    'in the head, async': () => [script('type="module" async'), CARD],
    'last in the body': () => ['', `${CARD}${script()}`],
    'first in the body': () => ['', `${script()}${CARD}`],
    'classic, in the head, blocking': () => [script('', '/dist/care-widgets.classic.js'), CARD],
    'classic, deferred': () => [script('defer', '/dist/care-widgets.classic.js'), CARD],
    'classic, async': () => [script('async', '/dist/care-widgets.classic.js'), CARD],
  };
  for (const [place, build] of Object.entries(places)) {
    it(`${place}: one card, one request`, async () => {
      newSite();
      const [head, body] = build();
      view = await open(body, { head });
      await view.cards(1);
      assert.equal(await view.text('title'), 'Post 1');
      assert.equal(requests().length, 1);
      assert.deepEqual(view.warnings, []);
    });
  }

  it('injected late', async () => {
    newSite();
    view = await open(CARD);
    assert.equal(await view.page.getByRole('link', { name: 'Read it' }).isVisible(), true);
    await view.page.evaluate((address) => {
      const element = document.createElement('script');
      Object.assign(element, { type: 'module', src: '/dist/care-widgets.js' });
      element.dataset.careEndpoint = address;
      document.head.append(element);
    }, endpoint);
    await view.cards(1);
    assert.equal(requests().length, 1);
  });
});

describe('tags that come later', () => {
  const insert = (html) => view.page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);

  it('are found, and share a request when they come together', async () => {
    newSite();
    view = await open('', { head: script() });
    await insert(
      '<care-article-card slug="post-1"></care-article-card><care-article-card slug="post-2"></care-article-card>',
    );
    await view.cards(2);
    assert.equal(requests().length, 1);
    await insert('<p><care-article-card slug="post-3"></care-article-card></p>');
    await view.cards(3);
    assert.equal(requests().length, 2);
  });

  it('are found in open shadow roots: there already, attached by an element defined later, nested', async () => {
    newSite();
    view = await open(
      `<div id="a"></div><x-shell></x-shell>
       <div><template shadowrootmode="open"><care-article-card slug="post-3"></care-article-card></template></div>`,
      { head: script() },
    );
    await view.cards(1);
    await view.page.evaluate(() => {
      customElements.define(
        'x-shell',
        class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({ mode: 'open' });
            root.append(document.createElement('div'));
            const inner = root.firstChild.attachShadow({ mode: 'open' });
            // a tag whose code nothing has loaded yet
            inner.append(document.createElement('care-categories'));
          }
        },
      );
    });
    await view.page.locator('x-shell care-categories a').first().waitFor();
  });

  it('are found in a body that a page swaps', async () => {
    newSite();
    view = await open(CARD, { head: script() });
    await view.cards(1);
    await view.page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = '<main><care-article-card slug="post-8"></care-article-card></main>';
      document.body.replaceWith(body);
    });
    await view.cards(1);
    assert.equal(await view.text('title'), 'Post 8');
    await view.page.evaluate(() => {
      document.querySelector('main').innerHTML = '<div data-care-widget="article-card" data-slug="post-9"></div>';
    });
    await view.cards(1);
    assert.equal(await view.text('title'), 'Post 9');
    assert.equal(requests().length, 3);
  });

  it('are taken as they are when framework code sets their properties before they are upgraded', async () => {
    newSite();
    view = await open('', { head: script() });
    await view.page.evaluate(() => {
      const card = document.createElement('care-article-card');
      card.slug = 'post-4';
      document.body.append(card);
    });
    await view.cards(1);
    assert.equal(await view.text('title'), 'Post 4');
  });
});

describe('what a page without a bundler adds', () => {
  for (const [kind, attributes, file] of [
    ['module', 'type="module"', 'care-widgets.js'],
    ['classic', '', 'care-widgets.classic.js'],
  ]) {
    it(`a source of its own, ${kind}: the script tag's elements know it`, async () => {
      newSite();
      view = await open(
        `<care-article-card source="ours" slug="post-1"></care-article-card>
        <script type="module">
          import { registerSource } from '/dist/client.js';
          registerSource('ours', ({ endpoint }) => ({
            batchSize: 1,
            getArticles: async ([{ slug }]) => [
              { id: '1', slug, title: 'Ours: ' + slug, excerpt: '', authors: [], reviewers: [], categories: [], tags: [] },
            ],
          }));
        </script>`,
        { head: script(attributes, `/dist/${file}`) },
      );
      await view.cards(1);
      assert.equal(await view.text('title'), 'Ours: post-1');
      assert.deepEqual(view.warnings, []);
    });
  }

  it('a div whose data would run code, restyle the page or hide the card', async () => {
    newSite();
    view = await open(
      `<div data-care-widget="article-card" data-slug="post-1" data-onclick="globalThis.ran = 1" data-style="display: none"
        data-slot="x" data-id="x" data-class="x" data-is="x" data-care-x="x" data-layout="compact"></div>`,
      { head: script() },
    );
    await view.cards(1);
    const names = await view.page.evaluate(() => document.querySelector('care-article-card').getAttributeNames());
    assert.deepEqual(names.sort(), ['layout', 'slug']);
  });

  it('a div that names its widget with capitals, blanks or the whole tag', async () => {
    newSite();
    view = await open(
      [' Article-Card ', 'care-article-card', 'article-card']
        .map((name, index) => `<div data-care-widget="${name}" data-slug="post-${index + 1}"></div>`)
        .join(''),
      { head: script() },
    );
    await view.cards(3);
    assert.equal(requests().length, 1);
  });
});

describe('loaded more than once', () => {
  it('module and classic together, and a div: one card in it, also when it is copied', async () => {
    newSite();
    view = await open('<div data-care-widget="article-card" data-slug="post-1"><a href="/read">Read it</a></div>', {
      head: `${script()}${script('defer', '/dist/care-widgets.classic.js')}`,
    });
    await view.cards(1);
    await view.page.evaluate(() => document.body.append(document.querySelector('[data-care-widget]').cloneNode(true)));
    await view.cards(2);
    assert.equal(requests().length, 1);
  });

  it('twice, also under two addresses: silent, one request', async () => {
    newSite();
    view = await open(CARD, {
      head: `${script()}${script()}${script('type="module"', '/dist/care-widgets.js?ver=1')}${script('type="module"', '/dist/care-widgets.js?ver=2')}`,
    });
    await view.cards(1);
    assert.equal(requests().length, 1);
    assert.deepEqual(view.warnings, []);
  });

  it('module and classic together: silent, one request', async () => {
    newSite();
    view = await open(CARD, { head: `${script()}${script('defer', '/dist/care-widgets.classic.js')}` });
    await view.cards(1);
    assert.equal(requests().length, 1);
    assert.deepEqual(view.warnings, []);
  });

  for (const [kind, first, second] of [
    ['module', ['type="module"', 'care-widgets.js'], ['type="module"', 'care-widgets.js']],
    ['classic', ['defer', 'care-widgets.classic.js'], ['defer', 'care-widgets.classic.js']],
    ['module, then classic', ['type="module"', 'care-widgets.js'], ['async', 'care-widgets.classic.js']],
  ]) {
    it(`two versions, ${kind}: one warning that names both, and cards that work`, async () => {
      newSite();
      site.patch(version, '99.9.9');
      view = await open(
        `${CARD}<care-config locale="es"><care-article-card slug="post-2"></care-article-card></care-config>`,
        {
          head: script(first[0], `/dist/${first[1]}`),
        },
      );
      await view.cards(2);
      await view.page.evaluate(
        ([attributes, src]) => {
          const element = document.createElement('script');
          if (attributes.includes('module')) element.type = 'module';
          element.src = src;
          document.head.append(element);
          return new Promise((resolve) => (element.onload = resolve));
        },
        [second[0], `/copy/${second[1]}`],
      );
      await view.page.evaluate(() =>
        document.body.insertAdjacentHTML('beforeend', '<care-article-card slug="post-3"></care-article-card>'),
      );
      await view.cards(3);
      const naming = view.warnings.filter((text) => text.includes(version) && text.includes('99.9.9'));
      assert.equal(naming.length, 1, view.warnings.join('\n'));
      assert.equal(view.warnings.length, 1, view.warnings.join('\n'));
    });
  }
});

describe('code and content', () => {
  for (const [what, body, lang, count] of [
    ['two cards', `${CARD}<care-article-card slug="post-2"></care-article-card>`, 'en', 1],
    ['a whole article, in Spanish', '<care-article slug="post-1" with-toc></care-article>', 'es', 1],
    [
      'a list with topics, and the categories',
      '<care-article-list with-filter per-page="4"></care-article-list><care-categories></care-categories>',
      'en',
      2,
    ],
  ]) {
    it(`travel side by side: ${what} ask for content, and for all code, before any of the code has arrived`, async () => {
      newSite();
      const asked = [];
      let contentRequest;
      const release = site.hold(/\/chunks\//);
      let held;
      try {
        view = await open(`<div lang="${lang}">${body}</div>`, {
          head: script(),
          beforeLoad(page) {
            const isContent = (request) => request.url().includes(new URL(endpoint).pathname);
            let left = count;
            contentRequest = page.waitForRequest((request) => isContent(request) && !--left);
            page.on('request', (request) => {
              if (request.url().includes('/chunks/')) asked.push(request.url());
            });
          },
        });
        await contentRequest;
        held = [...asked];
        assert.equal(await view.page.evaluate(() => !!document.querySelector(':state(ready)')), false);
      } finally {
        release();
      }
      await view.page.waitForFunction(() =>
        [...document.querySelectorAll('div[lang] > *')].every((element) => element.matches(':state(ready)')),
      );
      assert.deepEqual(asked, held);
      assert.equal(new Set(held).size, held.length);
      assert.equal(requests().length, count);
    });
  }

  for (const [narrow, slug, parameter] of [
    ['category', 'recovery', 'categories'],
    ['exclude', 'post-1', 'exclude'],
  ]) {
    it(`are none in vain for a list that is narrowed by ${narrow}: its numbers are looked up first`, async () => {
      newSite();
      view = await open(`<care-article-list ${narrow}="${slug}"></care-article-list>`, { head: script() });
      await view.page.waitForFunction(() => document.querySelector('care-article-list')?.matches(':state(ready)'));
      const asked = requests().map(({ url }) => new URL(url, endpoint).searchParams);
      const lists = asked.filter((parameters) => parameters.has('per_page') && parameters.has('page'));
      assert.deepEqual(
        lists.map((parameters) => parameters.has(parameter)),
        [true],
      );
      // without a filter, topics are asked for as far as one is to be looked up
      const isAsked = requests().some(({ url }) => url.includes('/categories'));
      assert.equal(isAsked, narrow === 'category');
    });
  }

  it('travel side by side for a site at WordPress.com too, by its address or by source="wordpress.com"', async () => {
    newSite();
    const root = 'https://public-api.wordpress.com/wp/v2/sites';
    const asked = [];
    const release = site.hold(/\/chunks\//);
    try {
      let both;
      view = await open(
        `<care-article-card endpoint="https://clinic.wordpress.com/" slug="post-1"></care-article-card>
         <care-article-card endpoint="https://www.clinic.example" source="wordpress.com" slug="post-1"></care-article-card>`,
        {
          head: script(),
          origins: ['https://public-api.wordpress.com'],
          async beforeLoad(page) {
            both = new Promise((resolve) => {
              void page.route(/^https:\/\/(?:public-api|clinic)\.wordpress\.com|clinic\.example/, async (route) => {
                asked.push(route.request().url());
                if (asked.length === 2) resolve();
                await route.fulfill({
                  headers: { 'access-control-allow-origin': '*' },
                  json: [
                    { id: 1, slug: 'post-1', title: { rendered: 'Post 1' }, link: 'https://clinic.example/post-1/' },
                  ],
                });
              });
            });
          },
        },
      );
      await both;
      assert.equal(await view.page.evaluate(() => !!document.querySelector(':state(ready)')), false);
    } finally {
      release();
    }
    await view.cards(2);
    assert.deepEqual(asked.map((url) => url.split('?')[0]).sort(), [
      `${root}/clinic.wordpress.com/posts`,
      `${root}/www.clinic.example/posts`,
    ]);
  });

  it('a Ghost costs pages without it nothing, and is connected to while its code travels', async () => {
    newSite();
    const chunks = [];
    const beforeLoad = (page) => page.on('request', (request) => chunks.push(request.url()));
    view = await open(CARD, { head: script(), origins: ['https://blog.clinic.example'], beforeLoad });
    await view.cards(1);
    assert.deepEqual(
      chunks.filter((url) => url.includes('ghost')),
      [],
    );
    await view.page.route('https://blog.clinic.example/**', (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: { posts: [{ id: 'a', slug: 'post-1', title: 'From Ghost', url: 'https://blog.clinic.example/post-1/' }] },
      }),
    );
    await view.page.evaluate(() =>
      document.body.insertAdjacentHTML(
        'beforeend',
        '<care-article-list endpoint="https://blog.clinic.example/" key="0123456789abcdef0123456789"></care-article-list>',
      ),
    );
    await view.page.locator('care-article-list:state(ready)').waitFor();
    assert.equal(await view.page.locator('link[rel=preconnect]').getAttribute('href'), 'https://blog.clinic.example/');
    assert.equal(await view.page.getByRole('link', { name: 'From Ghost' }).isVisible(), true);
  });

  it('a page without our tags loads nothing but the loader', async () => {
    newSite();
    const from = site.log.length;
    view = await open('<p>Nothing here</p>', { head: script() });
    await idle(view.page);
    const urls = site.log.slice(from).map(({ url }) => url);
    assert.deepEqual(
      urls.filter((url) => /chunks|fake/.test(url)),
      [],
    );
  });

  it('a lazy card far below loads no content until it comes near', async () => {
    newSite();
    view = await open(
      `<div style="height: 6000px"></div><care-article-card loading="lazy" slug="post-6"></care-article-card>`,
      {
        head: script(),
      },
    );
    await view.cards(1, 'idle');
    assert.equal(requests().length, 0);
    await view.page.evaluate(() => scrollTo(0, 6000));
    await view.cards(1);
    assert.equal(requests().length, 1);
  });

  it('a chunk that does not arrive leaves the fallback, and the next tag asks again', async () => {
    newSite();
    let isBlocked = true;
    const asked = [];
    view = await open(CARD, {
      head: script(),
      errors: true,
      beforeLoad: (page) =>
        page.route(/\/chunks\//, (route) => {
          asked.push(route.request().url());
          return isBlocked ? route.abort() : route.continue();
        }),
    });
    const told = await view.page.waitForEvent('console', {
      predicate: (message) => message.text().includes('keeps its fallback'),
    });
    assert.match(told.text(), /\/dist\/chunks\/[\w-]+\.js did not arrive.+"chunks".+Content-Security-Policy/);
    assert.equal(await view.page.getByRole('link', { name: 'Read it' }).isVisible(), true);
    // Chromium before 156 remembers for as long as the page lives that a module did not arrive, whoever asks.
    const probe = '/dist/chunks/probe.js';
    await view.page.evaluate(
      (url) => [1, 2].reduce((before) => before.then(() => import(url)).catch(() => undefined), Promise.resolve()),
      probe,
    );
    const isForgetting = asked.filter((url) => url.endsWith(probe)).length === 2;
    isBlocked = false;
    await view.page.evaluate(() =>
      document.body.insertAdjacentHTML(
        'beforeend',
        '<care-article-card slug="post-2"><a href="/2">Read the second</a></care-article-card>',
      ),
    );
    if (isForgetting) return view.cards(2);
    await view.page.getByRole('link', { name: 'Read the second' }).waitFor();
  });
});

describe('how many requests', () => {
  const cards = (slugs) => slugs.map((slug) => `<care-article-card slug="${slug}"></care-article-card>`).join('\n');
  const numbered = (count) => Array.from({ length: count }, (_, index) => `post-${index + 1}`);
  for (const [count, slugs] of [
    [5, numbered(100)],
    [6, numbered(101)],
    [1, Array(10).fill('post-7')],
  ]) {
    for (const [kind, attributes, file] of [
      ['module', 'type="module"', 'care-widgets.js'],
      ['module async', 'type="module" async', 'care-widgets.js'],
      ['classic in the head', '', 'care-widgets.classic.js'],
      ['classic deferred', 'defer', 'care-widgets.classic.js'],
    ]) {
      it(`${slugs.length} cards of ${new Set(slugs).size} articles, ${kind}: ${count}`, async () => {
        newSite();
        view = await open(cards(slugs), { head: script(attributes, `/dist/${file}`) });
        await view.cards(slugs.length);
        assert.equal(requests().length, count);
      });
    }
  }
});

describe('an endpoint that a script writes before the page is loaded', () => {
  it('is heeded, and nobody is told that there was none', async () => {
    newSite();
    const release = site.hold(/\/picture\.svg/);
    let code;
    view = await open(`${CARD}<img src="/picture.svg" alt="">`, {
      head: '<script type="module" src="/dist/care-widgets.js"></script>',
      errors: true, // the picture is none
      beforeLoad(page) {
        void page
          .waitForFunction(() => document.querySelector('care-article-card')?.error?.code)
          .then(async (found) => {
            code = await found.jsonValue();
            await page.evaluate((url) => {
              document.querySelector('script[src]').setAttribute('data-care-endpoint', url);
            }, endpoint);
            await page.waitForFunction(() => document.querySelector('care-article-card').state === 'ready');
          })
          .finally(release);
      },
    });
    assert.equal(code, 'not-configured');
    await view.cards(1);
    await idle(view.page);
    assert.deepEqual(view.warnings, []);
  });
});

describe('1,000 elements added and removed', () => {
  it('leave no listener and no node behind', async () => {
    newSite();
    view = await open(CARD, { head: script() });
    await view.cards(1);
    const client = await view.context.newCDPSession(view.page);
    await client.send('Performance.enable');
    const measure = async () => {
      await client.send('HeapProfiler.collectGarbage');
      const { metrics } = await client.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    const round = (count) =>
      view.page.evaluate(async (many) => {
        const around = document.createElement('div');
        document.body.append(around);
        for (let index = 0; index < many; index++) {
          const card = document.createElement('care-article-card');
          card.setAttribute('slug', 'post-1');
          around.append(card);
        }
        const last = around.lastChild;
        await new Promise((resolve) => last.addEventListener('care-load', resolve, { once: true }));
        around.remove();
      }, count);
    await round(50); // what is made once, is made now
    const before = await measure();
    await round(1000);
    const after = await measure();
    assert.ok(
      after.JSEventListeners - before.JSEventListeners < 20,
      `${before.JSEventListeners} → ${after.JSEventListeners} listeners`,
    );
    assert.ok(after.Nodes - before.Nodes < 200, `${before.Nodes} → ${after.Nodes} nodes`);
    assert.equal(requests().length, 1);
  });
});
