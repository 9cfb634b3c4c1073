// The demo's server. Runs with `node --test`.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { contentSecurityPolicy, createDemoServer } from '../../scripts/serve.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('the demo server', () => {
  let server;
  before(async () => {
    server = await createDemoServer({ root: ROOT });
  });
  after(() => server.close());

  /** Sends the path as it stands; fetch() would tidy `..` away and unpack the answer. */
  const ask = (path, headers = {}, method = 'GET', body = undefined) =>
    new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: server.port, path, method, headers }, async (response) => {
        const chunks = await Array.fromAsync(response);
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
      call.once('error', reject);
      call.end(body);
    });

  it('sends pages with the strict policy, and other files without it', async () => {
    const page = await ask('/');
    assert.equal(page.status, 200);
    assert.equal(page.headers['content-security-policy'], contentSecurityPolicy());
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(page.headers['cache-control'], 'no-cache');
    const feed = await ask('/content/feed.json');
    assert.equal(feed.headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(feed.headers['content-security-policy'], undefined);
  });

  it('compresses text as the browser likes it, and pictures never', async () => {
    const plain = await ask('/content/feed.json');
    const brotli = await ask('/content/feed.json', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await ask('/content/feed.json', { 'accept-encoding': 'gzip, br;q=0' });
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    const picture = await ask('/content/pictures/lighthouse-480.webp', { 'accept-encoding': 'br' });
    assert.equal(picture.headers['content-encoding'], undefined);
  });

  it('answers 304 to a browser that has the file', async () => {
    const { headers } = await ask('/site.css');
    const again = await ask('/site.css', { 'if-none-match': headers.etag });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
  });

  it('refuses whatever leads out of its folders', async () => {
    for (const path of [
      '/../../package.json',
      '/content/../../package.json',
      '/content/%2e%2e/%2e%2e/package.json',
      '/content/..%2f..%2fpackage.json',
      '/content/..%5c..%5cpackage.json',
      '/dist/../src/index.ts',
      '//etc/passwd',
      '/content//etc/passwd',
      '/%00',
      '/%',
      '/.git/config',
    ]) {
      const { status } = await ask(path);
      assert.equal(status, 404, path);
    }
  });

  it('says so, as a page, where there is no page', async () => {
    const { status, headers, body } = await ask('/nowhere');
    assert.equal(status, 404);
    assert.equal(headers['content-security-policy'], contentSecurityPolicy());
    assert.match(body.toString(), /<title>Page not found/);
  });

  it('takes only GET and HEAD for files', async () => {
    assert.equal((await ask('/', {}, 'PUT', 'x')).status, 405);
    const head = await ask('/', {}, 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
  });

  it('stores a sign-up that a form sends, and thanks with a page', async () => {
    const stored = server.submissions.length;
    const { status, headers, body } = await ask(
      '/api/newsletter',
      { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html,*/*;q=0.8' },
      'POST',
      'email=sam%40example.com&first_name=Sam',
    );
    assert.equal(status, 200);
    assert.match(headers['content-type'], /^text\/html/);
    assert.match(body.toString(), /check your inbox/);
    assert.doesNotMatch(body.toString(), /sam@example/);
    assert.deepEqual({ ...server.submissions[stored] }, { email: 'sam@example.com', first_name: 'Sam' });
  });

  it('answers a script in JSON, whether it sends JSON or a multipart form', async () => {
    const form = new FormData();
    form.set('email', 'ada@example.com');
    const init = { method: 'POST', headers: { accept: 'application/json' } };
    const json = {
      ...init,
      headers: { ...init.headers, 'content-type': 'application/json' },
      body: '{"email":"jo@example.com"}',
    };
    for (const each of [json, { ...init, body: form }]) {
      const response = await fetch(new URL('/api/newsletter', server.url), each);
      assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
      assert.deepEqual(await response.json(), { ok: true });
    }
    assert.deepEqual(
      server.submissions.slice(-2).map(({ email }) => email),
      ['jo@example.com', 'ada@example.com'],
    );
  });

  it('stores nothing of a form that is wrong', async () => {
    const stored = server.submissions.length;
    const json = { 'content-type': 'application/json' };
    assert.equal((await ask('/api/newsletter', json, 'POST', '{"email":"nobody"}')).status, 422);
    assert.equal((await ask('/api/newsletter', json, 'POST', '{"email":')).status, 400);
    assert.equal((await ask('/api/newsletter', json, 'POST', `{"email":"${'a'.repeat(20_000)}"}`)).status, 413);
    assert.equal((await ask('/api/newsletter')).status, 405);
    assert.equal(server.submissions.length, stored);
  });

  it('waits as long as it is told', async () => {
    const waits = [];
    const slow = await createDemoServer({ root: ROOT, delay: (pathname) => (waits.push(pathname), 1) });
    try {
      assert.equal((await fetch(new URL('/icon.svg', slow.url))).status, 200);
      assert.deepEqual(waits, ['/icon.svg']);
    } finally {
      await slow.close();
    }
  });

  it('says which port is taken', async () => {
    await assert.rejects(createDemoServer({ root: ROOT, port: server.port }), { code: 'EADDRINUSE' });
  });
});
