// Storybook as designers get it: built once, laid into any folder of any server.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../support/page-server.mjs';
import { serveFolder } from '../support/serve-folder.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = '/any/folder/';

const out = mkdtempSync(path.join(tmpdir(), 'care-storybook-'));
let server;
let browser;
before(
  async () => {
    execFileSync('npx', ['storybook', 'build', '--disable-telemetry', '--quiet', '-o', out], { cwd: ROOT });
    server = await serveFolder(out, FOLDER);
    browser = await startBrowser();
  },
  { timeout: 300_000 },
);
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(out, { recursive: true, force: true });
});

const open = async (id, view, width = 1280) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const wrong = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(server.url)) wrong.push(request.url());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(response.url());
  });
  await page.goto(`${server.url}iframe.html?id=${id}&viewMode=${view}`);
  return { page, wrong };
};

describe('the built Storybook, in a folder', () => {
  for (const [id, selector] of [
    ['care-contact--card', 'care-contact a[slot=phone]'],
    ['care-article-list--grid', 'care-article-list [part=link]'],
    ['care-article-list--from-ghost', 'care-article-list [part=image]'],
    ['care-article-card--given-article', 'care-article-card [part=image]'],
    ['tokens--editor', 'token-editor care-contact a[slot=phone]'],
    ['rendered-html--author', 'care-author [data-care-part~=image]'],
  ]) {
    it(`${id} shows its element, with content and pictures`, async () => {
      const { page, wrong } = await open(id, 'story');
      await page.locator(selector).first().waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(wrong, []);
      await page.close();
    });
  }

  for (const [tag, inside] of [
    ['care-article-list', '<care-article-list per-page="6" layout="grid"></care-article-list>'],
    ['care-benefits', '<care-benefits></care-benefits>'],
    ['care-urgent', '<care-urgent level="emergency"'],
  ]) {
    it(`${tag}: its code can be pasted as it stands, by the builder’s tag and without what only Storybook has`, async () => {
      const { page, wrong } = await open(`${tag}--docs`, 'docs');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(() => navigator.clipboard.writeText(''));
      // the button of the story above all others; its code follows the story, which is drawn later
      const first = page.locator('[id^="anchor--primary--"]');
      const button = first.getByRole('button', { name: /^(?:Copy code|Copied)$/ });
      let code = '';
      while (!code) {
        await button.click();
        code = await page.evaluate(() => navigator.clipboard.readText());
      }
      const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
      const hashes = JSON.parse(readFileSync(path.join(ROOT, 'dist/integrity.json'), 'utf8'));
      assert.equal(code.match(/<script/g).length, 1);
      assert.ok(code.includes(`src="/care-widgets-${version}/care-widgets.js"`), code);
      assert.ok(code.includes(`integrity="${hashes['care-widgets.js']}"`), code);
      assert.ok(code.includes(`</script>\n${inside}`), code);
      assert.equal(code.includes('data-care-endpoint'), tag !== 'care-urgent');
      assert.doesNotMatch(code, /content\/feed\.json|<div style="max-inline-size/);
      assert.deepEqual(wrong, []);
      await page.close();
    });
  }

  it('tells the defaults of tokens as text, not as Markdown', async () => {
    const { page } = await open('tokens--editor', 'story');
    await page.locator('token-editor').getByText('Font family of headings. Default: --care-font.').waitFor();
    await page.close();
  });

  for (const id of ['care-contact--docs', 'guides-theming--docs'])
    it(`${id} does not scroll sideways on a phone: its tables do`, async () => {
      const { page } = await open(id, 'docs', 390);
      await page.locator('#storybook-docs table').first().waitFor();
      const widest = await page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('#storybook-docs table')].map(({ scrollWidth }) => scrollWidth)),
      );
      assert.ok(widest > 390, `a table has ${widest} px`);
      assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 390);
      await page.close();
    });

  it('has the guides, whose links lead to each other', async () => {
    const { page, wrong } = await open('guides-accessibility--docs', 'docs');
    await page.getByRole('cell', { name: '2.4.7 Focus visible' }).waitFor();
    assert.deepEqual(wrong, []);
    const hrefs = await page
      .locator('#storybook-docs a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.deepEqual(
      hrefs.filter((href) => /\.md/.test(href)),
      [],
    );
    await page.close();
  });
});
