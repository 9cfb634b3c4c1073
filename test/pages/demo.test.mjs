/** The demo's two sites as `npm start` serves them: rendered before they are sent, the partner's from the clinic's content. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, describe, it } from 'node:test';
import { createDemoServer } from '../../scripts/serve.mjs';
import { idle, startBrowser, visit } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let clinic;
let partner;
let browser;
let view;
before(async () => {
  clinic = await createDemoServer({ root: ROOT });
  partner = await createDemoServer({ root: ROOT, clinicUrl: clinic.url });
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await partner?.close();
  await clinic?.close();
});
afterEach(async () => {
  await view?.close();
  view = undefined;
});

const asked = [];
const open = async (url, options = {}) => {
  asked.length = 0;
  view = await visit(
    browser,
    { origin: new URL(url).origin, endpointOrigin: new URL(clinic.url).origin, log: [] },
    url,
    {
      ...options,
      beforeLoad: (page) =>
        page.on('request', (request) => {
          if (request.url().includes('/content/feed')) asked.push(request.url());
        }),
    },
  );
  return view.page;
};

const allReady = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('[data-care-rendered]')].every(({ state }) => state === 'ready'),
  );

describe('the demo', () => {
  for (const [site, path] of [
    ['clinic', ''],
    ['clinic', 'resources.html'],
    ['clinic', 'article.html?article=what-is-an-iop'],
    ['clinic', 'es.html'],
    ['clinic', 'rtl.html'],
    ['partner', ''],
    ['partner', 'article.html?read=what-is-an-iop'],
  ]) {
    it(`${site}, /${path}: asks for nothing and moves nothing`, async () => {
      const page = await open((site === 'clinic' ? clinic : partner).url + path);
      assert.ok((await page.locator('[data-care-rendered]').count()) > 0);
      await allReady(page);
      await idle(page);
      assert.deepEqual(asked, []);
      assert.equal(await page.evaluate(() => globalThis.layoutShift), 0);
    });
  }

  for (const javaScriptEnabled of [true, false]) {
    it(`sets two levels of care side by side within 320 px, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const viewport = { width: 320, height: 800 };
      const page = await open(`${clinic.url}services.html`, { javaScriptEnabled, viewport });
      const frame = page.locator('[data-care-part=comparison]');
      assert.equal(await frame.locator('[data-care-part=pair] thead th').count(), 2);
      assert.equal(await frame.evaluate((one) => one.scrollWidth - one.clientWidth), 0);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await frame.getByText('All levels of care in one table').click();
      assert.ok(await frame.getByRole('columnheader', { name: 'Where you sleep' }).isVisible());
    });
  }

  it('shows a partner’s visitors the text without any script', async () => {
    const page = await open(`${partner.url}article.html?read=what-is-an-iop&js=off`, { javaScriptEnabled: false });
    await page.getByRole('heading', { level: 1, name: /What an intensive outpatient program is/ }).waitFor();
    assert.ok(await page.getByText('Many people look for something between').isVisible());
    assert.ok(await page.getByRole('link', { name: /^Earlier/ }).isVisible());
  });

  it('lets them see more, narrow the list, and read on in the partner’s own pages', async () => {
    const page = await open(partner.url);
    await allReady(page);
    await page.getByRole('link', { name: 'Show more' }).click();
    const titles = page.getByRole('listitem').getByRole('heading');
    await page.waitForFunction(
      () => document.querySelector('care-article-list').shadowRoot.querySelectorAll('[part=list] > li').length === 12,
    );
    await page.getByRole('button', { name: 'Family', exact: true }).click();
    await page.waitForFunction(
      () => document.querySelector('care-article-list').shadowRoot.querySelectorAll('[part=list] > li').length < 12,
    );
    await titles.first().getByRole('link').click();
    await page.waitForURL(/article\.html\?read=/);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});
