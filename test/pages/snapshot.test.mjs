// `care-widgets snapshot` as people run it: a blog is read, its folder put on a site, a page shows it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import sharp from 'sharp';
import { createFakeWordPress } from '../support/fake-wordpress.mjs';
import { DIST, startVisits } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
const CLI = path.join(DIST, 'cli.js');
/** Writes the most memory that the process has had, in kB, behind everything else. */
const MEASURE =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';
/** As where nobody has installed it. */
const WITHOUT_SHARP = `data:text/javascript,import{registerHooks}from"node:module";registerHooks({resolve(name,context,next){if(name==="sharp")throw Object.assign(new Error("none"),{code:"ERR_MODULE_NOT_FOUND"});return next(name,context)}})`;

let folder;
const inFolder = (name) => path.join(folder, name);

const start = (args, ...imports) => {
  const child = spawn(process.execPath, [...imports.flatMap((one) => ['--import', one]), CLI, 'snapshot', ...args]);
  const result = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([out, err, [code, signal]]) => ({
      ...{ code, signal, out, err: err.replace(/\n\d+$/, '') },
      megabytes: Number(/\n(\d+)$/.exec(err)?.[1]) / 1000,
    }),
  );
  return { child, result };
};
const run = (args, ...imports) => start(args, ...imports).result;

/** Everything in the folder but what the program keeps for itself, as text or bytes by name. */
const filesIn = async () => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).slice(folder.length + 1));
  return names.filter((name) => !name.startsWith('.care-widgets'));
};
const assertWhole = async () => {
  for (const name of await filesIn()) {
    assert.doesNotMatch(name, /\.tmp$/);
    if (name.endsWith('.json')) JSON.parse(await readFile(inFolder(name), 'utf8'));
  }
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'care-snapshot-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a page on a snapshot', () => {
  /** As an upload: the folder stands at `/blog/`. */
  const upload = async () => {
    const types = { '.json': 'application/json', '.webp': 'image/webp', '.html': 'text/html' };
    for (const name of await filesIn()) {
      const body = await readFile(inFolder(name));
      site.add(body, { 'content-type': types[path.extname(name)] }, `/blog/${name}`);
    }
  };
  const page = () =>
    site.add(`<!doctype html><html lang="en"><title>Blog</title>
      <script type="module" src="/dist/care-widgets.js" data-care-endpoint="/blog/feed.json"></script>
      <care-article-list per-page="6"></care-article-list>
      <care-article slug="post-5"><p>Written once</p></care-article>`);
  const ready = ({ page: shown }, tag, state = 'ready') =>
    shown.waitForFunction(([name, wanted]) => document.querySelector(name).state === wanted, [tag, state]);
  const titles = ({ page: shown }) => shown.locator('care-article-list').locator('h2').allInnerTexts();
  const asked = () => site.contentRequests().length;

  it('shows cards, texts and pictures from its own site, and nothing of what was withdrawn', async () => {
    const endpoint = site.newSite();
    await fetch(`${endpoint}/_posts?to=12`);
    const args = [
      endpoint,
      '--out',
      folder,
      '--allow-private',
      '--pictures',
      '--site',
      `${site.origin}/blog/`,
      '--html',
    ];
    const first = await run(args);
    assert.equal(first.err, '');
    assert.match(first.out, /^12 articles: 12 read, \d+ files changed\n$/);
    assert.equal(first.code, 0);
    await upload();

    const before = asked();
    const shown = await visit(page());
    await ready(shown, 'care-article-list');
    assert.equal((await titles(shown)).join(), 'Post 12,Post 11,Post 10,Post 9,Post 8,Post 7');
    await ready(shown, 'care-article');
    const article = await shown.page.locator('care-article').innerText();
    assert.match(article, /About post-5[^]*Nobody arrives with a plan/);
    const pictures = await shown.page.evaluate(async () => {
      const images = [...document.querySelector('care-article-list').shadowRoot.querySelectorAll('img')];
      await Promise.all(images.map((image) => image.decode()));
      return images.map((image) => [new URL(image.currentSrc).origin, image.naturalWidth > 0]);
    });
    assert.deepEqual(pictures, Array(6).fill([site.origin, true]));
    await shown.close();
    assert.equal(asked(), before, 'requests to the publisher');

    const plain = await visit(`${site.origin}/blog/articles/post-7.html`, { javaScriptEnabled: false });
    assert.match(await plain.page.locator('main').innerText(), /Post 7[^]*Nobody arrives with a plan/);
    await plain.close();

    // the publisher withdraws what it has under numbers above 10, and posts 5
    await fetch(`${endpoint}/_posts?to=4`);
    const second = await run([...args, '--json']);
    assert.equal(second.code, 0);
    const { articles, withdrawn, read } = JSON.parse(second.out);
    assert.deepEqual({ articles, withdrawn, read }, { articles: 4, withdrawn: 8, read: 0 });
    await upload();
    const left = await visit(page(), { errors: true });
    await ready(left, 'care-article-list');
    assert.equal((await titles(left)).join(), 'Post 4,Post 3,Post 2,Post 1');
    await ready(left, 'care-article', 'error');
    assert.equal(await left.page.evaluate(() => document.querySelector('care-article').error.code), 'gone');
    assert.doesNotMatch(await left.page.locator('care-article').innerText(), /Written once|plan/);
    await left.close();
  });
});

describe('care-widgets snapshot', () => {
  let server;
  let count = 0;
  let endpoint;
  /** The bytes of every picture, in place of a drawing. */
  let photos;
  /** What requests came with. */
  const authorizations = new Set();
  const control = async (command) => (await fetch(`${endpoint}/${command}`)).json();

  before(async () => {
    const fake = createFakeWordPress();
    server = createServer((request, response) => {
      authorizations.add(request.headers.authorization);
      if (photos && request.url.includes('/uploads/')) return response.end(photos);
      return fake(request, response) || response.writeHead(404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    endpoint = `http://127.0.0.1:${server.address().port}/fake/snapshot-${++count}`;
    photos = undefined;
  });

  it('leaves no lock where its terminal is closed', async () => {
    await control('_posts?to=60');
    await control('_mode?to=hold');
    const { child, result } = start([endpoint, '--out', folder, '--allow-private']);
    await control('_log?count=1');
    child.kill('SIGHUP');
    assert.equal((await result).code, 130);
    assert.deepEqual(await readdir(inFolder('.care-widgets')), ['http', 'state.json']);
    await control('_release');
  });

  it('is interrupted by Ctrl+C at once, and goes on the next time', async () => {
    await control('_posts?to=60');
    await control('_mode?to=hold');
    const args = [endpoint, '--out', folder, '--allow-private'];
    const { child, result } = start(args);
    await control('_log?count=1');
    child.kill('SIGINT');
    const { code, err } = await result;
    assert.equal(code, 130);
    assert.equal(err, 'Interrupted: the next run goes on from here.\n');
    await assertWhole();
    await control('_release');
    assert.equal((await run(args)).out, '60 articles: 60 read, 62 files changed\n');
  });

  it('leaves only whole files wherever it is killed', async () => {
    await control('_posts?to=60');
    const args = [endpoint, '--out', folder, '--allow-private'];
    for (const requests of [1, 2, 3, 4]) {
      const before = (await control('_log')).length;
      const { child, result } = start(args);
      await control(`_log?count=${before + requests}`);
      child.kill('SIGKILL');
      await result;
      for (const name of (await filesIn()).filter((one) => one.endsWith('.json'))) {
        JSON.parse(await readFile(inFolder(name), 'utf8'));
      }
    }
    const { code, out } = await run(args);
    assert.equal(code, 0);
    assert.match(out, /^60 articles: /);
    await assertWhole();
    assert.equal((await filesIn()).length, 62);
  });

  it('gives a password that stands in the address to that host, and to no file and no report', async () => {
    await control('_posts?to=3');
    const address = endpoint.replace('//', '//jo:s%C3%A9same@');
    const site = 'https://clinic.example/blog/';
    for (const [out, ...more] of [
      ['.'],
      ['.', '--json'],
      ['.', '--html', '--site', site],
      ['ghost', '--source', 'ghost', '--key', '0'.repeat(26)],
    ]) {
      authorizations.clear();
      const report = await run([`${address}#top`, '--out', inFolder(out), '--allow-private', ...more]);
      assert.deepEqual([...authorizations], [`Basic ${btoa('jo:s\xC3\xA9same')}`]);
      assert.doesNotMatch(report.out + report.err, /s(?:%C3%A9|é)same/i);
    }
    for (const name of await readdir(folder, { recursive: true }))
      assert.doesNotMatch(await readFile(inFolder(name), 'utf8').catch(() => ''), /s(?:%C3%A9|é)same|#top/i, name);
    const { err, code } = await run([endpoint, '--out', folder, '--site', 'https://jo:sésame@clinic.example/']);
    assert.equal(code, 3);
    assert.match(
      err,
      /^--site: an address with a name and a password in it is not written into pages: leave them out\n/,
    );
    assert.match((await run(['jo:sésame@clinic.example', '--out', folder])).err, /^'clinic\.example' is no /);
  });

  for (const [what, args, words] of [
    ['no address', [], /^No address/],
    ['no folder', ['https://clinic.example/'], /^No folder/],
    ['an address that is none', ['clinic.example', '--out', 'x'], /^'clinic\.example' is no/],
    ['an unknown option', ['https://clinic.example/', '--ot', 'x'], /^Unknown option '--ot'/],
    ['HTML without an address', ['https://clinic.example/', '--out', 'x', '--html'], /^--html needs --site/],
  ]) {
    it(`says what to write in place of ${what}`, async () => {
      const { code, err, out } = await run(args);
      assert.equal(code, 3);
      assert.match(err, words);
      assert.equal(out, '');
    });
  }

  it('tells programs of a fault of its own too, and does not end as with a warning', async () => {
    const broken = 'data:text/javascript,URL.canParse=()=>{throw new Error("odd")}';
    const { code, out, err } = await run([endpoint, '--out', folder, '--json'], broken);
    assert.equal(code, 2);
    assert.match(err, /^This is a fault of care-widgets: Error: odd\n +at /);
    assert.equal(JSON.parse(out).exitCode, 2);
  });

  it('says in one line why nothing can be read', async () => {
    for (const [mode, args, words, exitCode = 2] of [
      ['ok', [], /^an address of this machine or its local network; if that is meant, write --allow-private \| http:/],
      ['403', ['--allow-private'], /^403 403 Forbidden \| http:/],
      ['html', ['--allow-private'], /^not JSON, but a page titled "Just a moment\.\.\."/],
      ['ok', ['--source', 'none'], /^--source 'none': it is none of wordpress, json-feed, ghost, feed/, 3],
    ]) {
      await control(`_mode?to=${mode}`);
      const { code, err } = await run([endpoint, '--out', inFolder(mode), ...args]);
      assert.equal(code, exitCode);
      assert.match(err, words);
      assert.equal(
        err
          .trim()
          .split('\n')
          .filter((line) => line && !line.startsWith('See ')).length,
        1,
      );
    }
  });

  it('says so where sharp is not installed, before anything is asked', async () => {
    const args = [endpoint, '--out', folder, '--allow-private', '--pictures'];
    const { code, err } = await run(args, WITHOUT_SHARP);
    assert.equal(code, 2);
    assert.equal(err, '--pictures needs a package that is not there: npm install sharp\n');
    assert.deepEqual(await control('_log'), []);
  });

  it('ends as ever where nobody reads its report any more, as behind a pipe to head', async () => {
    await control('_posts?to=3');
    for (const more of [[], ['--json']]) {
      const child = spawn(process.execPath, [CLI, 'snapshot', endpoint, '--out', folder, '--allow-private', ...more]);
      child.stdout.destroy();
      const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
      assert.deepEqual({ err, code }, { err: '', code: 0 });
    }
  });

  it('takes photographs in three widths below 200 MB', async () => {
    const grain = { type: 'gaussian', mean: 128, sigma: 30 };
    photos = await sharp({ create: { width: 1600, height: 1067, channels: 3, background: 'gray', noise: grain } })
      .blur(2)
      .jpeg()
      .toBuffer();
    await control('_posts?to=40');
    const args = [endpoint, '--out', folder, '--allow-private', '--pictures'];
    const { out, err, code, megabytes } = await run(args, MEASURE);
    assert.deepEqual({ out, err, code }, { out: '40 articles: 40 read, 162 files changed\n', err: '', code: 0 });
    assert.ok(megabytes < 200, `${megabytes} MB`);
  });

  it('takes 300 articles below 200 MB, and asks for a page of the list where nothing has changed', async () => {
    await control('_posts?to=300');
    const args = [endpoint, '--out', folder, '--allow-private'];
    const first = await run(args, MEASURE);
    assert.equal(first.out, '300 articles: 300 read, 304 files changed\n');
    assert.equal((await control('_log')).length, 3 + 15);
    assert.ok(first.megabytes < 200, `${first.megabytes} MB`);
    const second = await run(args, MEASURE);
    assert.equal(second.out, '300 articles: 0 read, 0 files changed\n');
    assert.equal((await control('_log')).length, 3 + 15 + 3);
  });
});
