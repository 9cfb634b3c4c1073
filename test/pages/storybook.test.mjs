// Storybook as designers get it: built once, laid into any folder of any server.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = '/any/folder/';
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.json': 'application/json' };

const out = mkdtempSync(path.join(tmpdir(), 'care-storybook-'));
let server;
let browser;
before(
  async () => {
    execFileSync('npx', ['storybook', 'build', '--disable-telemetry', '--quiet', '-o', out], { cwd: ROOT });
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, 'http://any');
      const file = path.join(out, path.normalize(pathname.slice(FOLDER.length)));
      try {
        if (!pathname.startsWith(FOLDER)) throw new Error('outside the folder');
        const body = await readFile(file);
        response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await startBrowser();
  },
  { timeout: 300_000 },
);
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(out, { recursive: true, force: true });
});

const open = async (id, view) => {
  const page = await browser.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('favicon.ico')) wrong.push(response.url());
  });
  await page.goto(`http://127.0.0.1:${server.address().port}${FOLDER}iframe.html?id=${id}&viewMode=${view}`);
  return { page, wrong };
};

describe('the built Storybook, in a folder', () => {
  for (const [id, selector] of [
    ['care-contact--card', 'care-contact a[slot=phone]'],
    ['care-article-list--grid', 'care-article-list [part=link]'],
    ['care-article-card--given-article', 'care-article-card [part=image]'],
    ['tokens--editor', 'token-editor care-contact a[slot=phone]'],
  ]) {
    it(`${id} shows its element, with content and pictures`, async () => {
      const { page, wrong } = await open(id, 'story');
      await page.locator(selector).first().waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(wrong, []);
      await page.close();
    });
  }

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
