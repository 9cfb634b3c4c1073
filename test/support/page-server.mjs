/**
 * A stranger's website and, on another port, the WordPress that its cards come from; and the browser that visits both.
 * Everything that is asked of either is logged, so that a test can say what was asked, in which order, and by what
 * headers.
 */
import assert from 'node:assert/strict';
import { after, afterEach } from 'node:test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium, isRoot } from '../../scripts/browsers.mjs';
import { createFakeWordPress } from './fake-wordpress.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** `dist/`, or the folder that `CARE_DIST` names. */
export const DIST = path.resolve(ROOT, process.env.CARE_DIST ?? 'dist');

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.json': 'application/json' };

/** Word for word what the contract promises to work under. */
export const strictPolicy = (endpoint) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' ${endpoint}; connect-src ${endpoint}; require-trusted-types-for 'script'`;

const ensureBuilt = () => {
  if (existsSync(path.join(DIST, 'care-widgets.js'))) return;
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
};

const listen = async (handler) => {
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
};

export const startPages = async () => {
  ensureBuilt();
  /** Everything asked, in order: `{ side: 'page' | 'endpoint', url, headers }`. */
  const log = [];
  const pages = new Map();
  const patches = new Map();
  const holds = [];
  let count = 0;

  const servePage = async (request, response) => {
    log.push({ side: 'page', url: request.url, headers: request.headers });
    const { pathname } = new URL(request.url, 'http://page');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const hold = holds.find(({ pattern }) => pattern.test(request.url));
    if (hold) await hold.released;
    const page = pages.get(pathname);
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
      return response.end(page.html);
    }
    const [, folder, name] = /^\/(dist|copy)\/([\w./-]+)$/.exec(pathname) ?? [];
    const file = name && path.join(DIST, path.normalize(name));
    if (!file?.startsWith(DIST) || !existsSync(file)) {
      response.writeHead(404);
      return response.end();
    }
    let text = await readFile(file, 'utf8');
    if (folder === 'copy') for (const [from, to] of patches) text = text.replaceAll(from, to);
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'text/plain', 'cache-control': 'no-store' });
    return response.end(text);
  };

  const fake = createFakeWordPress();
  const serveEndpoint = (request, response) => {
    log.push({ side: 'endpoint', url: request.url, headers: request.headers });
    if (fake(request, response)) return;
    response.writeHead(404, { 'content-type': 'text/html' });
    response.end('<title>404</title>');
  };

  const host = await listen((request, response) => void servePage(request, response));
  const endpoint = await listen(serveEndpoint);
  return {
    origin: host.origin,
    endpointOrigin: endpoint.origin,
    log,
    /** A further WordPress: its address. */
    newSite: () => `${endpoint.origin}/fake/site-${count++}`,
    /** Requests of the REST API so far, or of the page's files that match. */
    contentRequests: () => log.filter(({ side, url }) => side === 'endpoint' && url.includes('/wp-json/')),
    /** Serves a page under a name of its own, or under the one that its links lead to: its address. */
    add(html, headers = {}, name = `/page-${count++}.html`) {
      pages.set(name, { html, headers });
      return host.origin + name;
    },
    /** Serves another file of the page, such as a library, as of `type`: its address. */
    addFile(name, body, type = 'text/javascript') {
      return this.add(body, { 'content-type': `${type}; charset=utf-8` }, name);
    },
    /** Lets `/copy/` serve the build with some words replaced. */
    patch: (from, to) => patches.set(from, to),
    /** Holds the page's files that match until the returned function is called. */
    hold(pattern) {
      let release;
      const released = new Promise((resolve) => (release = resolve));
      const entry = { pattern, released };
      holds.push(entry);
      return () => {
        holds.splice(holds.indexOf(entry), 1);
        release();
      };
    },
    async close() {
      for (const { server } of [host, endpoint]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
};

export const startBrowser = (...args) =>
  chromium.launch({ executablePath: findChromium(), chromiumSandbox: !isRoot, args: [...chromiumArgs, ...args] });

/** Settles once a page has nothing to do. The headless shell has no idle time as long as no frame is asked for. */
export const idle = (page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 1000 }))),
  );

/** Runs in the page before anything of its own: notes what a test wants to know of it. */
const notes = () => {
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    globalThis.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

/**
 * Opens an address in a context of its own and watches it. `close()` fails on whatever no page with our elements may
 * ever do: a request to an origin that its owner did not name, a cookie, a stored byte, a referrer at the endpoint, an
 * uncaught error, a breach of the page's policy.
 *
 * @param site Has an `origin`, or a `url` that tells it; where its content comes from elsewhere, `endpointOrigin` and `log` too.
 */
export const visit = async (browser, site, url, options = {}) => {
  const { origins = [], errors: expectedErrors = false, beforeLoad, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...contextOptions });
  const page = await context.newPage();
  const { origin = new URL(site.url).origin, endpointOrigin = origin, log = [] } = site;
  const allowed = new Set([origin, endpointOrigin, ...origins]);
  const foreign = [];
  const errors = [];
  const warnings = [];
  const from = log.length;
  context.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== 'data:' && !allowed.has(asked.origin)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
    if (message.type() === 'warning') warnings.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  await page.addInitScript(notes);
  await beforeLoad?.(page, context);
  await page.goto(url);
  return {
    page,
    context,
    errors,
    warnings,
    /** Settles once so many cards are in that state. */
    cards: (count, state = 'ready') =>
      page.waitForFunction(
        ([wanted, name]) => {
          const deep = (root) =>
            [...root.querySelectorAll('*')].flatMap((element) => [
              element,
              ...(element.shadowRoot ? deep(element.shadowRoot) : []),
            ]);
          const found = deep(document).filter((element) => element.localName === 'care-article-card');
          return found.filter((card) => card.state === name).length === wanted;
        },
        [count, state],
      ),
    /** The card's own text: `part` of the first card, or of the one that `selector` finds. */
    text: (part, selector = 'care-article-card') =>
      page.evaluate(
        ([where, name]) =>
          document.querySelector(where)?.shadowRoot?.querySelector(`[part~="${name}"]`)?.textContent?.trim(),
        [selector, part],
      ),
    async close() {
      const isScripted = contextOptions.javaScriptEnabled !== false;
      const kept = isScripted
        ? await page.evaluate(async () => ({
            cookie: document.cookie,
            local: localStorage.length,
            session: sessionStorage.length,
            databases: (await indexedDB.databases()).length,
            caches: (await caches.keys()).length,
            workers: (await navigator.serviceWorker.getRegistrations()).length,
            violations: globalThis.violations,
          }))
        : undefined;
      const cookies = await context.cookies();
      await context.close();
      assert.deepEqual(foreign, [], 'requests to origins that nobody named');
      assert.deepEqual(cookies, [], 'cookies');
      if (kept) {
        const nothing = { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0, violations: [] };
        assert.deepEqual(kept, nothing, 'what the page keeps, and where it broke its policy');
      }
      for (const { side, url: asked, headers } of log.slice(from)) {
        if (side !== 'endpoint') continue;
        assert.equal(headers.cookie, undefined, `a cookie sent for ${asked}`);
        assert.equal(headers.referer, undefined, `a referrer sent for ${asked}`);
      }
      if (!expectedErrors) assert.deepEqual(errors, [], 'errors on the console');
    },
  };
};

/**
 * What the tests of a file share: a site and a browser, which are closed at their end, and `visit()` of that site, whose page is
 * closed, and so checked, after the test that opened it, unless the test has closed it. To be awaited where the file begins, and
 * what the file adds to the site follows it there: a `before` of the file would be run before what stands below it.
 *
 * @param start Starts a site of another kind.
 */
export const startVisits = async (start = startPages) => {
  const [site, browser] = await Promise.all([start(), startBrowser()]);
  const open = new Set();
  after(async () => {
    await browser.close();
    await site.close();
  });
  afterEach(() => Promise.all([...open].map((close) => close())));
  return {
    site,
    browser,
    async visit(url, options) {
      const view = await visit(browser, site, url, options);
      const close = async () => {
        if (open.delete(close)) await view.close();
      };
      open.add(close);
      return { ...view, close };
    },
  };
};
