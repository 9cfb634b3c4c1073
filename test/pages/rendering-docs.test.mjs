// The snippets of docs/rendering.md run as they stand: only the clinic's address is that of a sample endpoint, and
// `npx care-widgets` is this build.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readPages } from '../../scripts/docs.mjs';
import { createFakeWordPress } from '../support/fake-wordpress.mjs';
import { blocksOf } from '../support/markdown.mjs';
import { DIST } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = '<!doctype html><body><care-article-card slug="post-1"></care-article-card></body>';

const snippets = blocksOf((await readPages()).find(({ file }) => file === 'docs/rendering.md').text);
const snippet = (language, word) =>
  snippets.find((block) => block.language === language && block.text.includes(word)).text;

const run = async (command, args, options) => {
  const child = spawn(command, args, options);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, code };
};

describe('docs/rendering.md', () => {
  let server;
  let folder;
  let endpoint;
  const atHome = (code) => code.replaceAll('https://your-clinic.example/', endpoint);
  const write = async (name, content) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
    return path.join(folder, name);
  };

  before(async () => {
    const fake = createFakeWordPress();
    server = createServer((request, response) => fake(request, response) || response.writeHead(404).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    endpoint = `http://127.0.0.1:${server.address().port}/fake/rendering-docs/`;
    // within the repository, so that `care-widgets/server` is this package
    await mkdir(path.join(ROOT, 'var'), { recursive: true });
    folder = await mkdtemp(path.join(ROOT, 'var/rendering-'));
    await mkdir(path.join(folder, 'bin'));
    await writeFile(
      path.join(folder, 'bin/npx'),
      `#!/bin/sh\n[ "$1" = care-widgets ] && shift && exec "${process.execPath}" "${path.join(DIST, 'cli.js')}" "$@"\n`,
      { mode: 0o755 },
    );
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const environment = () => ({
    ...process.env,
    PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH}`,
  });

  it('has a command that runs', async () => {
    const file = await write('site/a/b.html', PAGE);
    const { out, code } = await run('sh', ['-c', atHome(snippet('sh', 'npx'))], { cwd: folder, env: environment() });
    assert.equal(out, '1 file: 1 changed, 1 element rendered\n');
    assert.equal(code, 0);
    assert.match(await readFile(file, 'utf8'), /Post 1/);
  });

  it('has the same command in its recipe', () => {
    assert.ok(snippet('yaml', 'schedule').includes(`- run: ${snippet('sh', 'npx').trim()}\n`));
  });

  it('has a program that runs', async () => {
    const code = atHome(snippet('js', 'renderWidgets')).replace('first-week', 'post-1');
    const file = await write('program.mjs', code);
    const { out, err } = await run(process.execPath, [file], { cwd: folder });
    assert.equal(err, '');
    assert.match(out, /^<care-article-card data-care-rendered="[^"]*" slug="post-1"><article .*Post 1/);
  });

  it('has a configuration of Eleventy that fills pages', async () => {
    const file = await write('eleventy.config.mjs', atHome(snippet('js', 'eleventyConfig')));
    const { default: configure } = await import(pathToFileURL(file));
    let transform;
    configure({ addTransform: (_name, run) => (transform = run) });
    const page = { inputPath: 'a.md', outputPath: '_site/a/index.html' };
    assert.match(await transform.call({ page }, PAGE), /Post 1/);
    assert.equal(await transform.call({ page: { outputPath: false } }, PAGE), PAGE);
  });

  it('has an integration of Astro that fills what was built', async () => {
    const file = await write('dist/index.html', PAGE);
    const config = await write('astro.config.mjs', atHome(snippet('js', 'astro:build:done')));
    const call = `const { default: { integrations: [{ hooks }] } } = await import(${JSON.stringify(pathToFileURL(config))});
      hooks['astro:build:done']({ dir: new URL(${JSON.stringify(`${pathToFileURL(path.dirname(file))}/`)}) });`;
    const { err, code } = await run(process.execPath, ['--input-type=module', '-e', call], { env: environment() });
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(await readFile(file, 'utf8'), /Post 1/);
  });
});
