// The built files in a page whose Content-Security-Policy allows nothing but the page and the endpoint.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { DIST, startVisits, strictPolicy } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
let view;

const SCRIPTS = {
  'care-widgets.js': (endpoint) =>
    `<script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint}"></script>`,
  'care-widgets.classic.js': (endpoint) =>
    `<script defer src="/dist/care-widgets.classic.js" data-care-endpoint="${endpoint}"></script>`,
};

const open = (body, { script = 'care-widgets.js', endpoint = site.newSite(), lang = 'en', ...options } = {}) => {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host</title>
    <meta name="viewport" content="width=device-width">${SCRIPTS[script]?.(endpoint) ?? ''}</head><body>${body}</body></html>`;
  const headers = { 'content-security-policy': strictPolicy(site.endpointOrigin) };
  return visit(site.add(html, headers), options);
};

describe('where every script must have a hash', () => {
  const read = (file) => readFileSync(path.join(DIST, file), 'utf8');
  const hashes = JSON.parse(read('integrity.json'));
  const page = (head, headers, endpoint = site.newSite(), attributes = '') =>
    site.add(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}
      <script type="module" src="/dist/care-widgets.js" integrity="${hashes['care-widgets.js']}" data-care-endpoint="${endpoint}" ${attributes}></script>
      </head><body><care-article-card slug="post-1"></care-article-card></body></html>`,
      headers,
    );

  it('the loader gives each of its files its own: Integrity-Policy refuses none', async () => {
    view = await visit(page('', { 'integrity-policy': 'blocked-destinations=(script)' }));
    await view.cards(1);
  });

  it('the loader gives each of its files the nonce of its own tag too', async () => {
    const policy = `script-src 'nonce-care'; connect-src ${site.endpointOrigin}`;
    view = await visit(page('', { 'content-security-policy': policy }, site.newSite(), 'nonce="care"'));
    await view.cards(1);
    assert.deepEqual(view.warnings, []);
  });

  it('the import map of this build passes the strict policy by the hash that stands beside it', async () => {
    const [, hash, map] = /(sha256-[^']+)'.*\n(.*)/.exec(read('import-map.html'));
    // as for a page whose files lie elsewhere: another map has another hash
    assert.equal(
      hash,
      `sha256-${createHash('sha256')
        .update(/>(.*)</.exec(map)[1])
        .digest('base64')}`,
    );
    const text = /"importmap">(.*)</.exec(map)[1].replaceAll('/care-widgets/', '/dist/');
    const own = createHash('sha256').update(text).digest('base64');
    view = await visit(
      page(`<script type="importmap">${text}</script>`, {
        'content-security-policy': strictPolicy(site.endpointOrigin).replace(
          "script-src 'self'",
          `script-src 'self' 'sha256-${own}'`,
        ),
      }),
    );
    await view.cards(1);
    assert.deepEqual(view.warnings, []);
  });
});

for (const script of Object.keys(SCRIPTS)) {
  describe(`${script} under the strict policy`, () => {
    it('fills cards from another origin', async () => {
      view = await open(
        `<care-article-card slug="post-1"></care-article-card>
         <care-config locale="es"><care-article-card article-id="2" layout="horizontal"></care-article-card></care-config>`,
        { script },
      );
      await view.cards(2);
      assert.equal(await view.text('title'), 'Post 1');
      assert.equal(await view.text('date', 'care-config care-article-card'), '24 jun 2025');
      await view.page.locator('img').first().scrollIntoViewIfNeeded();
      await view.page.waitForFunction(
        () => document.querySelector('care-article-card').shadowRoot.querySelector('img').naturalWidth > 0,
      );
      assert.deepEqual(view.warnings, []);
    });

    it('runs nothing of a hostile article', async () => {
      view = await open('<care-article-card slug="hostile"></care-article-card>', { script });
      await view.cards(1);
      assert.match(await view.text('title'), /^Hostile\b.*\btitle$/);
      assert.equal(await view.page.evaluate(() => globalThis.pwned), undefined);
    });

    it('tells of a failure, and keeps the policy while it does', async () => {
      const endpoint = site.newSite();
      view = await open('<care-article-card slug="post-1"></care-article-card>', {
        script,
        endpoint: `${endpoint}?mode=500`,
        errors: true, // the browser itself reports the status
      });
      await view.cards(1, 'error');
      await view.page.locator('[part=retry]').waitFor();
      // the words for the webmaster are loaded only where something fails
      const told = () => view.warnings.filter((text) => text.includes('<care-article-card> server')).length;
      while (!told()) await view.page.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(told(), 1);
      assert.deepEqual(
        view.errors.filter((text) => !text.startsWith('Failed to load resource')),
        [],
      );
    });

    it('upgrades div tags, and refuses what would run', async () => {
      view = await open(
        `<div data-care-widget="article-card" data-slug="post-5" data-onclick="globalThis.pwned = 1" data-style="color: red"
          data-id="x" data-heading-level="3"><a href="/five">Five</a></div>`,
        { script },
      );
      await view.cards(1);
      assert.equal(await view.text('title'), 'Post 5');
      const card = view.page.locator('div > care-article-card');
      assert.equal(await card.evaluate((element) => element.getAttributeNames().sort().join()), 'heading-level,slug');
      assert.equal(await card.locator('a[href="/five"]').count(), 1);
    });

    it('makes five requests for 100 cards', async () => {
      const before = site.contentRequests().length;
      const cards = Array.from(
        { length: 100 },
        (_, i) => `<care-article-card slug="post-${i + 1}"></care-article-card>`,
      );
      view = await open(cards.join('\n'), { script });
      await view.cards(100);
      assert.equal(site.contentRequests().length - before, 5);
    });
  });
}

describe('privacy', () => {
  it('refuses a cookie that the endpoint would set, and asks without one', async () => {
    const endpoint = `${site.newSite()}?mode=cookie`;
    view = await open('<care-article-card slug="post-1"></care-article-card>', { endpoint });
    await view.cards(1);
    await view.page.evaluate(() => document.querySelector('care-article-card').reload());
    assert.ok(site.contentRequests().filter(({ url }) => url.includes('mode=cookie')).length >= 2);
  });

  it('asks for no picture from a stranger', async () => {
    view = await open('<care-article-card slug="foreign-picture"></care-article-card>');
    await view.cards(1);
    assert.equal(await view.page.locator('img').count(), 0);
  });

  it('sends no header of its own, which would cost a preflight', async () => {
    view = await open('<care-article-card slug="post-1"></care-article-card>');
    await view.cards(1);
    const { headers } = site.contentRequests().at(-1);
    const known = /^(?:host|connection|user-agent|accept|accept-.*|origin|sec-.*|cache-control|pragma|priority)$/;
    assert.deepEqual(
      Object.keys(headers).filter((name) => !known.test(name)),
      [],
    );
  });
});

describe('without the endpoint, or without scripts', () => {
  const FALLBACK = '<care-article-card slug="post-1"><a href="/read">Read it here</a></care-article-card>';

  it('shows the fallback with JavaScript disabled', async () => {
    view = await open(FALLBACK, { javaScriptEnabled: false });
    assert.equal(await view.page.getByRole('link', { name: 'Read it here' }).isVisible(), true);
    assert.deepEqual(
      site.contentRequests().filter(({ url }) => url.includes('nobody')),
      [],
    );
  });

  it('shows the fallback when the endpoint allows no other origin (CORS)', async () => {
    view = await open(FALLBACK, { endpoint: `${site.newSite()}?mode=nocors`, errors: true });
    await view.cards(1, 'error');
    assert.equal(await view.page.evaluate(() => document.querySelector('care-article-card').error.code), 'network');
    assert.equal(await view.page.getByRole('link', { name: 'Read it here' }).isVisible(), true);
  });

  it('says offline to a device that is, and loads once it is back', async () => {
    const endpoint = site.newSite();
    await fetch(`${endpoint}/_mode?to=hold`);
    view = await open('<care-article-card slug="post-1"></care-article-card>', { endpoint, errors: true });
    await view.cards(1, 'loading');
    await fetch(`${endpoint}/_log?count=1`);
    await fetch(`${endpoint}/_release`);
    await view.cards(1);
    // the network's own process is told a little later: a request made at once may still get through
    const isCutOff = (expected) =>
      view.page.waitForFunction(
        ([url, wanted]) =>
          fetch(url, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' }).then(
            () => !wanted && navigator.onLine,
            () => wanted && !navigator.onLine,
          ),
        [`${endpoint}/_log?count=0`, expected],
      );
    await view.context.setOffline(true);
    await isCutOff(true);
    await view.page.evaluate(() => document.querySelector('care-article-card').reload());
    assert.equal(await view.page.evaluate(() => document.querySelector('care-article-card').error.code), 'offline');
    assert.equal(await view.text('title'), 'Post 1');
    await view.context.setOffline(false);
    await isCutOff(false);
    await view.page.evaluate(() => document.querySelector('care-article-card').reload());
    assert.equal(await view.page.evaluate(() => document.querySelector('care-article-card').error), undefined);
  });
});
