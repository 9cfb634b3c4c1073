/**
 * The demo's servers: a clinic's site with the library and the sample endpoint on one loopback origin, and a partner's that
 * embeds from it, both under the strict Content-Security-Policy that the library promises to work with. Pages are rendered
 * before they are sent: with `?js=off` the browser runs no script, and the text is there all the same.
 *
 * | URL | folder |
 * |---|---|
 * | `/`, `/pages/` | `stories/pages/`, `stories/partner/` |
 * | `/content/` | `stories/content/` |
 * | `/dist/` | `dist/` |
 * | `/site/` | `dist/site/`: the documentation, where it is built |
 * | `POST /api/newsletter` | kept in memory only, forgotten when the process ends |
 */
import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { answerNewsletter } from './serve/newsletter.mjs';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Sent with every page. The widgets need nothing beyond it.
 *
 * @param {string} [endpoint] origin that content comes from, where it is not the page's own
 * @param {string} [scripts] where scripts may come from
 */
export const contentSecurityPolicy = (endpoint = "'self'", scripts = "'self'") =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    `img-src 'self' ${endpoint}`,
    `media-src ${endpoint}`,
    `connect-src 'self' ${endpoint}`,
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/**
 * Of the documentation's pages: their search runs WebAssembly in a worker, and the builder asks the blogs that are named
 * to it and shows their pictures.
 */
const SITE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  'img-src * data:',
  'media-src *',
  'connect-src *',
  "object-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

const TEXT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
};
const BINARY_TYPES = {
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

const SITES = {
  clinic: [
    ['/dist/', 'dist'],
    ['/site/', 'dist/site'],
    ['/content/', 'stories/content'],
    ['/pages/', 'stories/pages'],
    ['/', 'stories/pages'],
  ],
  partner: [
    ['/dist/', 'dist'],
    ['/', 'stories/partner'],
  ],
};

/** In the partner's pages, the address of the clinic's site. */
const CLINIC_URL = 'https://clinic.invalid/';

/**
 * @typedef {object} DemoServer
 * @property {string} url origin with a trailing slash, such as `http://127.0.0.1:8100/`
 * @property {number} port
 * @property {readonly Readonly<Record<string, unknown>>[]} submissions what the newsletter form has received, oldest first
 * @property {() => Promise<void>} close ends open connections too
 */

/**
 * Starts the server on 127.0.0.1.
 *
 * @param {object} options
 * @param {string} options.root the project's folder
 * @param {number} [options.port] 0, the default, takes any free port
 * @param {number | ((pathname: string) => number)} [options.delay] milliseconds before each answer, to see how a page
 *   behaves while it waits; a function decides by path. Default 0
 * @param {string} [options.clinicUrl] serves the partner's site, which embeds from the clinic's at this address
 * @param {boolean} [options.isRendered] whether pages are rendered before they are sent. Default true
 * @returns {Promise<DemoServer>} rejects with the system's error, such as `EADDRINUSE`, where it cannot listen
 */
export async function createDemoServer({ root, port = 0, delay = 0, clinicUrl, isRendered = true }) {
  const mounts = SITES[clinicUrl ? 'partner' : 'clinic'];
  const submissions = [];
  const compressed = new Map();

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The demo server met an error. Its console tells more.\n');
    });
  });

  async function handle(request, response) {
    const pathname = decodePath(request.url ?? '/');
    const wait = typeof delay === 'function' ? delay(pathname ?? '') : delay;
    if (wait > 0) await pause(wait);

    if (pathname === '/api/newsletter') {
      const { status, headers, type, body } = await answerNewsletter(request, submissions);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return send(request, response, status, TEXT_TYPES[type], body);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return send(request, response, 405, TEXT_TYPES['.txt'], 'This address can only be read.\n');
    }
    const file = pathname === undefined ? undefined : await findFile(root, mounts, pathname);
    if (!file) return sendNotFound(request, response);
    const isPage = path.extname(file.name) === '.html' && file.name.includes(`${path.sep}stories${path.sep}`);
    return isPage ? sendPage(request, response, file) : sendFile(request, response, file);
  }

  /** As any server would with the package's renderer; a page that cannot be rendered is sent as it is written. */
  async function sendPage(request, response, { name }) {
    const url = new URL(request.url, `http://${request.headers.host ?? '127.0.0.1'}`);
    const written = (await readFile(name, 'utf8')).replaceAll(CLINIC_URL, clinicUrl ?? CLINIC_URL);
    const isScriptOff = url.searchParams.get('js') === 'off';
    setCommonHeaders(response, TEXT_TYPES['.html']);
    response.setHeader(
      'content-security-policy',
      contentSecurityPolicy(clinicUrl && new URL(clinicUrl).origin, isScriptOff ? "'none'" : undefined),
    );
    const body = isRendered ? await render(written, url.href).catch(() => written) : written;
    response.writeHead(200, { 'content-type': TEXT_TYPES['.html'], 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  let renderer;
  async function render(html, url) {
    renderer ??= import('../dist/server.js').then(({ createRenderer }) => createRenderer({ timeToLive: 1000 }));
    return (await (await renderer).render(html, { url })).html;
  }

  async function sendFile(request, response, { name, mtimeMs, size }) {
    const extension = path.extname(name).toLowerCase();
    const textType = TEXT_TYPES[extension];
    const encoding = textType ? chooseEncoding(request.headers['accept-encoding']) : undefined;
    const tag = `"${Math.trunc(mtimeMs).toString(36)}-${size.toString(36)}${encoding ? `-${encoding}` : ''}"`;

    response.setHeader('etag', tag);
    if (textType) response.setHeader('vary', 'accept-encoding');
    if (request.headers['if-none-match']?.includes(tag)) {
      setCommonHeaders(response, textType ?? '');
      response.writeHead(304).end();
      return;
    }
    if (encoding) response.setHeader('content-encoding', encoding);
    const body = await read(name, encoding, tag);
    const isOfSite = extension === '.html' && name.includes(`${path.sep}dist${path.sep}site${path.sep}`);
    send(
      request,
      response,
      200,
      textType ?? BINARY_TYPES[extension] ?? 'application/octet-stream',
      body,
      isOfSite ? SITE_POLICY : undefined,
    );
  }

  async function read(name, encoding, tag) {
    if (!encoding) return readFile(name);
    const known = compressed.get(name);
    if (known?.tag === tag) return known.body;
    const body = await (encoding === 'br' ? compressBrotli : compressGzip)(await readFile(name));
    compressed.set(name, { tag, body });
    return body;
  }

  async function sendNotFound(request, response) {
    const page = await readFile(path.join(root, 'stories/pages/404.html')).catch(() => undefined);
    if (page) send(request, response, 404, TEXT_TYPES['.html'], page);
    else send(request, response, 404, TEXT_TYPES['.txt'], 'There is no such page.\n');
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actualPort } = server.address();
  return {
    url: `http://127.0.0.1:${actualPort}/`,
    port: actualPort,
    submissions,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The decoded path of a request target, or nothing where it is not one that a file could have. */
function decodePath(target) {
  try {
    // The URL parser would silently resolve `..`; a request that tries it is refused instead.
    const pathname = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
    const isPlain = pathname.startsWith('/') && !/[\\\0]/.test(pathname);
    // A leading dot covers both `..` and hidden files.
    return isPlain && !pathname.split('/').some((segment) => segment.startsWith('.')) ? pathname : undefined;
  } catch {
    return undefined;
  }
}

async function findFile(root, mounts, pathname) {
  const mount = mounts.find(([prefix]) => pathname.startsWith(prefix));
  if (!mount) return undefined;
  const [prefix, folder] = mount;
  try {
    const base = await realpath(path.join(root, folder));
    const wanted = pathname.slice(prefix.length) + (pathname.endsWith('/') ? 'index.html' : '');
    const name = await realpath(path.join(base, wanted));
    // A symbolic link must not lead out of the folder either.
    if (!name.startsWith(base + path.sep)) return undefined;
    const file = await stat(name);
    return file.isFile() ? { name, mtimeMs: file.mtimeMs, size: file.size } : undefined;
  } catch {
    return undefined;
  }
}

function chooseEncoding(accepted = '') {
  const names = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0].trim());
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
}

function setCommonHeaders(response, type, policy = contentSecurityPolicy()) {
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('x-content-type-options', 'nosniff');
  if (type.startsWith('text/html')) response.setHeader('content-security-policy', policy);
  else response.setHeader('access-control-allow-origin', '*');
}

function send(request, response, status, type, body, policy) {
  setCommonHeaders(response, type, policy);
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
