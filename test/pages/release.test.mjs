// What a release makes: the folder to upload shows itself at work, from a plain web server and from a disk.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { downloadZip } from '../../scripts/release/download.mjs';
import { entriesOf, isNext, releasedChangelog } from '../../scripts/release/versions.mjs';
import { startBrowser } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VERSION = '9.8.7';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

describe('the folder to upload', () => {
  let folder;
  let server;
  let browser;
  let origin;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'care-release-'));
    for (const [name, bytes] of Object.entries(unzipSync(downloadZip({ root: ROOT, version: VERSION })))) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), bytes);
    }
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, 'http://here');
      const bytes = await readFile(path.join(folder, pathname)).catch(() => undefined);
      response
        .writeHead(bytes ? 200 : 404, { 'content-type': TYPES[path.extname(pathname)] ?? 'text/plain' })
        .end(bytes);
    });
    server.listen(0, '127.0.0.1');
    [browser] = await Promise.all([startBrowser(), once(server, 'listening')]);
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  const visit = async (url) => {
    const page = await browser.newPage();
    const said = [];
    page.on('console', (message) => message.type() !== 'log' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(url);
    return { page, said };
  };

  for (const from of ['a plain web server', 'a disk']) {
    it(`shows the widgets at work: ${from}`, async () => {
      const name = `care-widgets-${VERSION}/READ-ME-FIRST.html`;
      const { page, said } = await visit(
        from === 'a disk' ? pathToFileURL(path.join(folder, name)).href : `${origin}/${name}`,
      );
      await page.getByRole('link', { name: 'Levels of care, explained in plain words' }).waitFor();
      await page.getByRole('link', { name: 'Call (512) 555-0142' }).waitFor();
      await page.getByRole('link', { name: 'Call 988' }).waitFor();
      assert.deepEqual(said, []);
      await page.close();
    });
  }

  it('is used as its page says: the tag that it shows loads each file, checked by its hash', async () => {
    const { page } = await visit(`${origin}/care-widgets-${VERSION}/READ-ME-FIRST.html`);
    const [script, tag] = await page.locator('pre').allTextContents();
    await page.close();
    assert.match(script, /integrity="sha384-/);
    const html = `<!doctype html><meta charset="utf-8"><title>Clinic</title>${script}<care-contact phone="+1-512-555-0142"></care-contact>${tag}`;
    await writeFile(path.join(folder, 'page.html'), html);
    const clinic = await visit(`${origin}/page.html`);
    await clinic.page.getByRole('link', { name: 'Call +1-512-555-0142' }).waitFor();
    assert.equal(await clinic.page.getByRole('link', { name: 'Our articles' }).isVisible(), true);
    await clinic.page.close();
  });

  it('brings the licences of what is inside', async () => {
    const text = await readFile(path.join(folder, `care-widgets-${VERSION}/THIRD-PARTY-LICENCES.txt`), 'utf8');
    for (const name of ['lit-html', '@lit/reactive-element', 'dompurify', 'tslib'])
      assert.ok(text.includes(`${name} `), name);
    assert.match(text, /BSD-3-Clause/);
  });
});

describe('the version', () => {
  it('comes after the one before', () => {
    const cases = {
      '0.1.1': true,
      '0.2.0': true,
      '1.0.0': true,
      '0.1.0': false,
      '0.0.9': false,
      1.2: false,
      '1.0.0-rc': false,
    };
    for (const [version, expected] of Object.entries(cases)) assert.equal(isNext(version, '0.1.0'), expected, version);
  });

  it('takes the unreleased entries of the changelog', () => {
    const text = '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-01\n\n- Old.\n';
    const released = releasedChangelog(text, '0.2.0', '2026-11-28');
    assert.equal(
      released,
      '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-28\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-01\n\n- Old.\n',
    );
    assert.equal(entriesOf(released, '0.2.0'), '### Added\n\n- One.');
    assert.throws(() => releasedChangelog(released, '0.3.0', '2026-11-29'), /nothing under/);
    assert.equal(
      releasedChangelog('## [Unreleased]\n\n- First.\n', '0.1.0', 'D'),
      '## [Unreleased]\n\n## [0.1.0] - D\n\n- First.\n',
    );
  });
});
