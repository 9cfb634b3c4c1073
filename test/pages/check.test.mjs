// `care-widgets check` as people run it: words, exit codes, JSON.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { DIST } from '../support/page-server.mjs';

const CLI = path.join(DIST, 'cli.js');
const PAGES = {
  '/warning':
    '<html><body><care-contact phone="+1 512 555 0142" lay-out="card"></care-contact><script src="/x.js"></script>',
  '/error': '<html><body><care-articlecard></care-articlecard><care-contact phone="+1 512 555 0142"></care-contact>',
  '/right': '<html><body><care-contact phone="+1 512 555 0142"></care-contact><script src="/x.js"></script>',
};

let server;
let origin;
before(async () => {
  server = createServer((request, response) => {
    const body = PAGES[request.url];
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const run = async (...args) => {
  const child = spawn(process.execPath, [CLI, 'check', ...args]);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
};

describe('care-widgets check', () => {
  it('says what was met, why it matters and what to write', async () => {
    const { code, out } = await run(`${origin}/warning`, '--allow-private');
    assert.match(
      out,
      /warning unknown-attribute: care-contact has no attribute lay-out\n.*no effect.*\n {2}Write layout="card"\.\n/,
    );
    assert.match(out, /0 errors, 1 warning, 0 notes/);
    assert.equal(code, 1);
  });

  it('ends with 0 where nothing is to be mended, and with 2 where something is not shown', async () => {
    assert.equal((await run(`${origin}/right`, '--allow-private')).code, 0);
    assert.equal((await run(`${origin}/error`, '--allow-private')).code, 2);
    assert.equal((await run(`${origin}/nothing`, '--allow-private')).code, 2);
  });

  it('gives programs one JSON object', async () => {
    const { out } = await run(`${origin}/error`, '--allow-private', '--json');
    const { exitCode, findings } = JSON.parse(out);
    assert.equal(exitCode, 2);
    assert.deepEqual(
      findings.map(({ id }) => id),
      ['unknown-tag', 'no-script'],
    );
  });

  it('refuses the local network, and arguments that are none', async () => {
    const refused = await run(`${origin}/right`);
    assert.match(refused.err, /--allow-private/);
    assert.equal(refused.code, 3);
    for (const args of [[], ['ftp://clinic.example/'], ['https://a.example/', 'https://b.example/'], ['--nothing']])
      assert.equal((await run(...args)).code, 3, args.join(' '));
    const file = fileURLToPath(import.meta.url);
    for (const written of [file, 'file:///page.html']) {
      const { code, err } = await run(written);
      assert.equal(code, 3);
      assert.match(err, /is a file, and pages are checked as a server sends them/);
    }
    assert.match((await run('--help')).out, /Exit codes/);
  });
});
