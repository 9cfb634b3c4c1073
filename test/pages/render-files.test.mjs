// `care-widgets render` as people run it: on a folder, against a WordPress.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { createFakeWordPress } from '../support/fake-wordpress.mjs';
import { DIST } from '../support/page-server.mjs';

const CLI = path.join(DIST, 'cli.js');
/** Writes the most memory that the process has had, in kB, behind everything else. */
const MEASURE =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';

let server;
let folder;
let site = 0;

const run = async (args, options = {}) => {
  const child = spawn(process.execPath, ['--import', MEASURE, CLI, ...args], { cwd: folder, ...options });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const [, kilobytes] = /\n(\d+)$/.exec(err) ?? [];
  return { code, out, err: err.replace(/\n\d+$/, ''), megabytes: kilobytes / 1000 };
};

const inFolder = (name) => path.join(folder, name);
const write = async (name, content) => {
  await mkdir(path.dirname(inFolder(name)), { recursive: true });
  await writeFile(inFolder(name), content);
};
const read = (name) => readFile(inFolder(name), 'utf8');

const page = (content) => `<!doctype html>\r\n<html lang="en"><body>${content}</body></html>\r\n`;
const card = '<care-article-card slug="post-1"><a href="/x">Read it</a></care-article-card>';

describe('care-widgets render', () => {
  /** A site of its own for each test. */
  let endpoint;
  const control = (command) => fetch(`${endpoint}/${command}`);
  const asked = async () => (await (await control('_log')).json()).map(({ url }) => url);

  before(async () => {
    const fake = createFakeWordPress();
    server = createServer((request, response) => fake(request, response) || response.writeHead(404).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'care-render-'));
    endpoint = `http://127.0.0.1:${server.address().port}/fake/render-${++site}`;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('fills the files of a folder, once', async () => {
    await write('site/index.html', page(card));
    await write('site/blog/a.htm', page('<care-article slug="post-2" with-toc></care-article>'));
    await write('site/about.html', '<p>Nothing of ours');
    await write('site/node_modules/x/x.html', page(card));
    await write('site/notes.txt', card);
    const first = await run(['render', 'site', '--endpoint', endpoint]);
    assert.equal(first.err, '');
    assert.equal(first.code, 0);
    assert.equal(first.out, '3 files: 2 changed, 2 elements rendered\n');
    assert.match(await read('site/index.html'), /^<!doctype html>\r\n.*data-care-rendered="20.*Post 1<\/a>.*\r\n$/s);
    assert.match(await read('site/blog/a.htm'), /<h3 id="care-about-post-2">About post-2<\/h3><p>Nobody/);
    assert.doesNotMatch(await read('site/blog/a.htm'), /pwned/);
    assert.equal(await read('site/notes.txt'), card);
    assert.equal(await read('site/node_modules/x/x.html'), page(card));
    assert.deepEqual((await readdir(inFolder('site'))).sort(), [
      'about.html',
      'blog',
      'index.html',
      'node_modules',
      'notes.txt',
    ]);

    const before = await stat(inFolder('site/index.html'));
    const second = await run(['render', 'site/**/*.htm*', '--endpoint', endpoint]);
    assert.equal(second.out, '3 files: 0 changed, 2 elements rendered\n');
    assert.deepEqual(await stat(inFolder('site/index.html')), before);
  });

  it('writes nothing with --check, and says by its exit code what would change', async () => {
    await write('a.html', page(card));
    const checked = await run(['render', '*.html', '--check', '--endpoint', endpoint]);
    assert.equal(checked.code, 1);
    assert.equal(checked.out, 'a.html would change\n1 file: 1 would change, 1 element rendered\n');
    assert.equal(await read('a.html'), page(card));
    await run(['render', '*.html', '--endpoint', endpoint]);
    assert.equal((await run(['render', '*.html', '--check', '--endpoint', endpoint])).code, 0);
  });

  it('keeps the older text where an article is missing or the endpoint is down, and says so', async () => {
    await write('a.html', page(card));
    await write('b.html', page('<care-article slug="nothing"><p>Old</p></care-article>'));
    const first = await run(['render', 'a.html', 'b.html', '--endpoint', endpoint]);
    assert.equal(first.code, 2);
    assert.match(
      first.out,
      /^b\.html:2 <care-article> no such article.*\n2 files: 1 changed, 1 element rendered, 1 problem\n$/,
    );
    const filled = await read('a.html');
    await control('_mode?to=down');
    const down = await run(['render', 'a.html', 'b.html', '--endpoint', endpoint, '--json']);
    assert.equal(down.code, 2);
    const { exitCode, files } = JSON.parse(down.out);
    assert.equal(exitCode, 2);
    assert.deepEqual(
      files.map(({ path: name, changed, problems }) => [name, changed, problems.map(({ code }) => code)]),
      [
        ['a.html', false, ['network']],
        ['b.html', false, ['network']],
      ],
    );
    assert.equal(await read('a.html'), filled);
  });

  it('leaves a file alone that is not UTF-8', async () => {
    const latin1 = Buffer.from(page(`caf\u00e9 ${card}`), 'latin1');
    await write('a.html', latin1);
    const { code, out } = await run(['render', 'a.html', '--endpoint', endpoint]);
    assert.equal(code, 2);
    assert.match(out, /^a\.html: it is not UTF-8/);
    assert.ok((await readFile(inFolder('a.html'))).equals(latin1));
  });

  it('leaves a file alone whose folder cannot be written, and leaves nothing behind', async () => {
    await write('locked/a.html', page(card));
    await chmod(folder, 0o755);
    await chmod(inFolder('locked'), 0o555);
    // root may write everywhere
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { code, out } = await run(['render', 'locked', '--endpoint', endpoint], nobody);
    assert.equal(code, 2);
    assert.match(out, /^locked\/a\.html: it cannot be written \(EACCES/);
    assert.equal(await read('locked/a.html'), page(card));
    assert.deepEqual(await readdir(inFolder('locked')), ['a.html']);
    await chmod(inFolder('locked'), 0o755);
  });

  it('keeps permissions, and writes through a link, once', async () => {
    await write('real/a.html', page(card));
    await chmod(inFolder('real/a.html'), 0o664);
    await symlink(inFolder('real/a.html'), inFolder('b.html'));
    const { out } = await run(['render', '**/*.html', '--endpoint', endpoint]);
    assert.equal(out, '1 file: 1 changed, 1 element rendered\n');
    assert.equal((await stat(inFolder('real/a.html'))).mode & 0o777, 0o664);
    assert.match(await read('b.html'), /data-care-rendered/);
    assert.deepEqual(await readdir(inFolder('real')), ['a.html']);
  });

  it('does not follow a link to a folder, which may lead out of it or round in a circle', async () => {
    await write('site/z.html', page(card));
    await write('elsewhere/below/c.html', page(card));
    await write('elsewhere/b.html', page(card));
    await symlink('.', inFolder('site/again'));
    await symlink('../elsewhere', inFolder('site/out'));
    const { out, code } = await run(['render', 'site', '--endpoint', endpoint, '--json']);
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).files.map((file) => file.path),
      ['site/z.html'],
    );
    for (const name of ['elsewhere/b.html', 'elsewhere/below/c.html']) assert.equal(await read(name), page(card));
    // named, it is a folder as any other
    const named = await run(['render', 'site/out', '--endpoint', endpoint]);
    assert.equal(named.out, '2 files: 2 changed, 2 elements rendered\n');
  });

  it('says so of a folder that it may not look into', async () => {
    await write('site/a.html', page(card));
    await write('site/closed/b.html', page(card));
    await chmod(folder, 0o755);
    await chmod(inFolder('site/closed'), 0o000);
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    for (const pattern of ['site', 'site/**/*.html', 'site/closed']) {
      const { code, out } = await run(['render', pattern, '--check', '--endpoint', endpoint], nobody);
      assert.equal(code, 2, pattern);
      assert.match(out, /^site\/closed: this folder cannot be read: no permission$/m, pattern);
    }
    await chmod(inFolder('site/closed'), 0o755);
  });

  it('reads a Ghost with the key that stands beside its address, and sends it to no endpoint that a page names', async () => {
    const keys = [];
    const post = { id: '1', slug: 'post-1', title: 'Of a Ghost', url: 'https://blog.example/post-1/' };
    const ghost = createServer((request, response) => {
      keys.push(new URL(request.url, 'http://ghost').searchParams.get('key'));
      response.end(JSON.stringify({ posts: [post] }));
    });
    ghost.listen(0, '127.0.0.1');
    await once(ghost, 'listening');
    try {
      await write('a.html', page(card + card.replace('slug', `endpoint="${endpoint}" slug`)));
      const address = `http://127.0.0.1:${ghost.address().port}/`;
      const { code, out } = await run(['render', 'a.html', '--endpoint', address, '--key', 'public']);
      assert.equal(out, '1 file: 1 changed, 2 elements rendered\n');
      assert.equal(code, 0);
      assert.match(await read('a.html'), /Of a Ghost/);
      assert.deepEqual(keys, ['public']);
      assert.ok((await asked()).every((url) => !url.includes('public')));
    } finally {
      ghost.close();
    }
  });

  it('waits as long as the endpoint asks for', async () => {
    await write('a.html', page(card));
    const waiting = createServer((request, response) => {
      const isFirst = !waiting.asked;
      waiting.asked = (waiting.asked ?? 0) + 1;
      if (isFirst) response.writeHead(429, { 'retry-after': '0' }).end();
      else response.end(JSON.stringify([{ id: 1, slug: 'post-1', title: { rendered: 'Later' } }]));
    });
    waiting.listen(0, '127.0.0.1');
    await once(waiting, 'listening');
    const { code } = await run(['render', 'a.html', '--endpoint', `http://127.0.0.1:${waiting.address().port}/`]);
    waiting.close();
    assert.equal(code, 0);
    assert.equal(waiting.asked, 2);
    assert.match(await read('a.html'), /Later/);
  });

  it('starts relative endpoints at --site', async () => {
    await write('site/deep/index.html', page(`<care-config endpoint="../fake/render-${site}">${card}</care-config>`));
    const { code, out } = await run(['render', 'site', '--site', new URL('/', endpoint).href]);
    assert.equal(out, '1 file: 1 changed, 1 element rendered\n');
    assert.equal(code, 0);
  });

  for (const [what, args, words] of [
    ['an unknown option', ['render', '.', '--endpoit', 'x'], /Unknown option '--endpoit': did you mean --endpoint\?/],
    ['an unknown command', ['rendr', '.'], /Unknown command 'rendr': did you mean render\?/],
    ['a command like none', ['make', '.'], /it is none of render, snapshot, check/],
    ['an unknown source', ['render', '.', '--source', 'wordpres'], /--source 'wordpres': did you mean wordpress\?/],
    ['no files', ['render'], /No files/],
    ['an endpoint that is none', ['render', '.', '--endpoint', 'clinic.example'], /--endpoint 'clinic\.example' is no/],
  ]) {
    it(`says what to write in place of ${what}`, async () => {
      const { code, err, out } = await run(args);
      assert.equal(code, 3);
      assert.match(err, words);
      assert.equal(out, '');
    });
  }

  it('says so where no file matches, or none that is HTML', async () => {
    await write('page.php', card);
    await symlink('nowhere', inFolder('broken.html'));
    for (const pattern of ['none/**/*.html', '*.php', 'broken.html']) {
      const { code, out } = await run(['render', pattern]);
      assert.equal(code, 3, pattern);
      assert.ok(out.startsWith(`No file matches ${pattern}\n`), out);
    }
  });

  it('says what is wrong as JSON too', async () => {
    const { code, out } = await run(['render', '--jso', '--json', 'x']);
    assert.equal(code, 3);
    assert.deepEqual(JSON.parse(out), { exitCode: 3, error: "Unknown option '--jso': did you mean --json?" });
  });

  it('says which Node it needs where it runs on an older one, which has no glob', async () => {
    const OLD = `data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module';
      Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });
      const resolve = (name, context, next) => name === 'node:fs/promises'
        ? { url: 'data:text/javascript,export const stat = 0', shortCircuit: true } : next(name, context);
      registerHooks({ resolve });`)}`;
    const { engines, version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    const oldest = engines.node.replace(/^>=/, '');
    const options = { env: { ...process.env, NODE_OPTIONS: `--import=${OLD}` } };
    const { code, out, err } = await run(['check', '--json', 'https://clinic.example/'], options);
    assert.equal(code, 3);
    const sentence = `care-widgets needs Node ${oldest} or newer, and this is Node 20.20.2: install a newer one from https://nodejs.org/`;
    assert.equal(err, `${sentence}\n`);
    assert.deepEqual(JSON.parse(out), { exitCode: 3, error: sentence });
    assert.equal((await run(['--version'])).out, `${version}\n`);
  });

  it('takes options before the command', async () => {
    const { code, out } = await run(['--json', 'check', 'ftp://x']);
    assert.equal(code, 3);
    assert.match(JSON.parse(out).error, /'ftp:\/\/x' is no http/);
  });

  it('fills 1,000 files within a minute and 300 MB, and asks for each article once', async () => {
    for (let number = 0; number < 1000; number++) {
      const own = `post-${(number % 999) + 1}`;
      const other = `post-${((number * 7) % 999) + 1}`;
      await write(
        `site/${number % 20}/${number}.html`,
        page(
          `<care-article slug="${own}" with-toc></care-article><care-article-card slug="${other}"></care-article-card><care-author slug="${own}"></care-author>`,
        ),
      );
    }
    const start = performance.now();
    const { code, out, megabytes } = await run(['render', 'site', '--endpoint', endpoint]);
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `1,000 files: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB, ${(await asked()).length} requests`,
    );
    assert.equal(out, '1000 files: 1000 changed, 3000 elements rendered\n');
    assert.equal(code, 0);
    assert.ok(seconds < 60, `${seconds} s`);
    assert.ok(megabytes < 300, `${megabytes} MB`);
    const slugs = (await asked()).flatMap((url) => new URL(url, endpoint).searchParams.get('slug').split(','));
    assert.equal(slugs.length, new Set(slugs).size);
    assert.equal(slugs.length, 999);
  });
});
