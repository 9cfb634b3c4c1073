// What stands on paper: all the words, and nothing that only a hand on a screen can use.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startVisits } from '../support/page-server.mjs';

const { site, visit } = await startVisits();

it('on paper the letters of an author are open, and a list has no search and no buttons', async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${site.newSite()}/"></script></head><body>
    <care-author name="Robin Vale" credentials="LPC" with-glossary></care-author>
    <care-article-list with-search with-more per-page="2"></care-article-list></body></html>`;
  const view = await visit(site.add(html));
  await view.page.waitForFunction(() =>
    ['care-author', 'care-article-list'].every((tag) => document.querySelector(tag).state === 'ready'),
  );
  const letters = view.page.locator('care-author [part=letters]');
  const controls = view.page.locator('care-article-list [part=search], care-article-list button');
  const seen = async () => [
    await letters.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true })),
    await controls.evaluateAll((all) => all.filter((element) => element.checkVisibility()).length > 0),
  ];
  assert.deepEqual(await seen(), [false, true]);
  await view.page.emulateMedia({ media: 'print' });
  assert.deepEqual(await seen(), [true, false]);
});

it('on paper there is no form to fill in', async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js"></script></head><body>
    <care-newsletter action="/subscribe"></care-newsletter>
    <care-newsletter><form action="/subscribe"><input type="email" name="email" aria-label="Email"></form><p>Or call <a href="tel:+15550100">555 0100</a></p></care-newsletter>
    </body></html>`;
  const view = await visit(site.add(html));
  await view.page.waitForFunction(() =>
    [...document.querySelectorAll('care-newsletter')].every(({ isReady }) => isReady),
  );
  const fields = view.page.locator('input[type=email]');
  const seen = () => fields.evaluateAll((all) => all.map((field) => field.checkVisibility()));
  assert.deepEqual(await seen(), [true, true]);
  await view.page.emulateMedia({ media: 'print' });
  assert.deepEqual(await seen(), [false, false]);
  assert.equal(await view.page.locator('care-newsletter [part=title]').filter({ visible: true }).count(), 0);
  assert.ok(await view.page.getByText('555 0100').isVisible(), 'a number beside the form');
});

it('on paper all levels of care stand in one table, and nothing is left to choose or to open', async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js"></script></head><body>
    <care-benefits layout="accordion" with-comparison></care-benefits></body></html>`;
  const view = await visit(site.add(html));
  await view.page.waitForSelector('care-benefits [part=table]', { state: 'attached' });
  const seen = () =>
    view.page.evaluate(() =>
      ['pair', 'select', 'table', 'caption', 'text'].map((part) =>
        document
          .querySelector(`care-benefits [part=${part === 'text' ? 'answer] [part=text' : part}]`)
          .checkVisibility({ contentVisibilityAuto: true }),
      ),
    );
  assert.deepEqual(await seen(), [true, true, false, false, false]);
  await view.page.emulateMedia({ media: 'print' });
  assert.deepEqual(await seen(), [false, false, true, true, true]);
});

it('on paper an article has sizes for paper, no contents to press and no topics', async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${site.newSite()}/"></script></head><body>
    <care-article slug="post-1" with-toc heading-level="1"></care-article></body></html>`;
  const view = await visit(site.add(html));
  await view.page.waitForFunction(() => document.querySelector('care-article').state === 'ready');
  await view.page.emulateMedia({ media: 'print' });
  const sizes = await view.page.evaluate(() =>
    ['[data-care-heading] span', '[data-care-body]'].map(
      (selector) => (parseFloat(getComputedStyle(document.querySelector(selector)).fontSize) * 72) / 96,
    ),
  );
  assert.deepEqual(sizes.map(Math.round), [18, 11]);
  const parts = view.page.locator('care-article').locator('[part=toc], [part=categories], [part=reading-time]');
  assert.equal(await parts.filter({ visible: true }).count(), 0);
});

/** What stands behind an element's words. */
const behind = (locator) => locator.evaluate((element) => getComputedStyle(element, '::after').content);

it('on paper every way that is not a number has its address: pages of a clinic, crisis chats, films', async () => {
  const film = '<iframe src="https://www.youtube.com/embed/abc" title="A film about us"></iframe>';
  const items = [{ id: '1', url: `${site.origin}/a/`, title: 'A', content_html: `<p>Words</p>${film}` }];
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Blog', items };
  site.addFile('/films.json', JSON.stringify(feed), 'application/feed+json');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js"></script></head><body>
    <care-contact phone="+1 512 555 0142" href="/contact/" crisis-region="us" license-text="License" license-url="/license/"></care-contact>
    <care-article article-id="1" endpoint="/films.json" source="json-feed"></care-article></body></html>`;
  const view = await visit(site.add(html));
  const links = {
    page: view.page.locator('care-contact [slot=link]'),
    phone: view.page.locator('care-contact [slot=phone]'),
    license: view.page.locator('care-contact [part=license] a'),
    chat: view.page.locator('care-contact [part=crisis-buttons] a').last(),
    film: view.page.locator('care-article [data-care-block=video]'),
  };
  await links.film.waitFor();
  const seen = async () =>
    Object.fromEntries(
      await Promise.all(Object.entries(links).map(async ([name, link]) => [name, await behind(link)])),
    );
  assert.deepEqual(await seen(), { page: 'none', phone: 'none', license: 'none', chat: 'none', film: '"youtube.com"' });
  await view.page.emulateMedia({ media: 'print' });
  assert.deepEqual(await seen(), {
    page: `" (${site.origin}/contact/)"`,
    phone: 'none',
    license: `" (${site.origin}/license/)"`,
    chat: '" (https://988lifeline.org/chat/)"',
    film: '"https://www.youtube.com/watch?v=abc"',
  });
});

it('on paper a clinic is not open or closed now: its week is there', async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js"></script></head><body>
    <care-contact phone="+1 512 555 0142" hours="Mo-Fr 08:00-18:00" time-zone="America/Chicago"></care-contact></body></html>`;
  const view = await visit(site.add(html));
  const seen = (part) => view.page.locator(`care-contact [part=${part}]`).isVisible();
  await view.page.waitForSelector('care-contact [part=status]');
  await view.page.emulateMedia({ media: 'print' });
  assert.deepEqual([await seen('status'), await seen('week')], [false, true]);
});

it('on paper what is dark on a screen is light', async () => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js"></script></head><body>
    <care-contact theme="dark" phone="+1 512 555 0142"></care-contact></body></html>`;
  const view = await visit(site.add(html));
  await view.page.waitForSelector('care-contact [slot=phone]');
  const background = () =>
    view.page.locator('care-contact').evaluate((element) => getComputedStyle(element).backgroundColor);
  assert.equal(await background(), 'rgb(18, 18, 18)');
  await view.page.emulateMedia({ media: 'print' });
  assert.equal(await background(), 'rgb(255, 255, 255)');
});

it('on paper there is no way to other pages, but the page is there of which a tag was never closed', async () => {
  const endpoint = site.newSite();
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint}/"></script></head><body>
    <care-categories></care-categories>
    <care-post-nav slug="post-1" /><main><p>The page</p></main></body></html>`;
  await fetch(`${endpoint}/_posts?to=3`);
  const view = await visit(site.add(html));
  await view.page.waitForFunction(() =>
    ['care-categories', 'care-post-nav'].every((tag) => document.querySelector(tag).state === 'ready'),
  );
  const ways = view.page.locator('care-categories, care-post-nav').locator('[part=nav]').filter({ visible: true });
  assert.equal(await ways.count(), 2);
  await view.page.emulateMedia({ media: 'print' });
  assert.equal(await ways.count(), 0);
  assert.ok(await view.page.getByText('The page').isVisible());
});

it('on paper a card has the address of its article', async () => {
  const endpoint = site.newSite();
  await fetch(`${endpoint}/_posts?to=1`);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint}/"></script></head><body>
    <care-article-card latest></care-article-card><care-article-list></care-article-list></body></html>`;
  const view = await visit(site.add(html));
  for (const tag of ['care-article-card', 'care-article-list']) {
    const link = view.page.locator(`${tag} [part=link]`).first();
    await link.waitFor();
    assert.equal(await behind(link), '""');
    await view.page.emulateMedia({ media: 'print' });
    assert.equal(await behind(link), `"${await link.getAttribute('href')}"`);
    assert.equal(await link.evaluate((element) => getComputedStyle(element, '::after').position), 'static');
    await view.page.emulateMedia({ media: 'screen' });
  }
});
