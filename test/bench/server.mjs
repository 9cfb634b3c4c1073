import { createServer } from 'node:http';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createPicture } from './picture.mjs';
import { answerPosts } from './posts.mjs';

const TYPES = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Quality 11, as a build step or a CDN would do it once. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const listen = (handle) =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      try {
        handle(new URL(request.url ?? '/', 'http://server.invalid'), response, request);
      } catch (error) {
        console.error(error);
        response.writeHead(500).end();
      }
    });
    server.keepAliveTimeout = 60_000;
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${server.address().port}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });

/**
 * A clinic's WordPress: `/wp-json/wp/v2/posts` and the pictures that its posts name. Nothing else, and readable from any
 * origin. Answers are made once and gzipped, as a server behind a page cache gives them.
 *
 * @param {{ count: number }} options how many posts there are
 * @returns {Promise<{ url: string, requests: string[], close: () => void }>} `requests`: targets asked for, oldest first;
 *   pictures not counted
 */
export const startEndpoint = async ({ count }) => {
  const made = new Map();
  const requests = [];
  const make = (target, url) => {
    const picture = /^\/wp-content\/uploads\/.+-(\d+)x(\d+)\.png$/.exec(url.pathname);
    if (picture) return { status: 200, type: 'image/png', body: createPicture(Number(picture[1]), Number(picture[2])) };
    const route = url.searchParams.get('rest_route') ?? url.pathname.replace(/^\/wp-json/, '');
    const posts =
      route === '/wp/v2/posts'
        ? answerPosts(url.searchParams, server.url, count)
        : route === '/wp/v2/categories'
          ? [{ id: 10, slug: 'families', name: 'Families', link: `${server.url}category/families/`, count }]
          : undefined;
    const status = posts ? 200 : route === '/wp/v2/posts' ? 400 : 404;
    const value = posts ?? { code: status === 400 ? 'rest_invalid_param' : 'rest_no_route', data: { status } };
    const type = 'application/json; charset=UTF-8';
    return { status, type, body: gzipSync(JSON.stringify(value)), encoding: 'gzip' };
  };
  const server = await listen((url, response, request) => {
    const target = url.pathname + url.search;
    if (!url.pathname.startsWith('/wp-content/')) requests.push(target);
    let answer = made.get(target);
    if (!answer) made.set(target, (answer = make(target, url)));
    const headers = {
      'content-type': answer.type,
      'content-length': answer.body.length,
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-expose-headers': 'X-WP-Total, X-WP-TotalPages, Link',
      vary: 'Origin',
    };
    if (answer.encoding) headers['content-encoding'] = answer.encoding;
    response.writeHead(answer.status, headers).end(answer.body);
  });
  return { ...server, requests };
};

/**
 * The page that widgets are pasted into, and their files, all under the same headers. A file's bytes are compressed
 * before it is asked for the first time.
 *
 * @param {{ folders: Record<string, string> }} options URL prefix (`/dist/`) to folder on disk
 * @returns {Promise<{ url: string, pages: Map<string, string>, files: Map<string, Buffer>, requests: string[],
 *   bytesOf: (pathname: string) => Buffer, close: () => void }>} `pages`: pathname to HTML; `files`: pathname to a file
 *   made in memory; `requests`: pathnames of files served, oldest first
 */
export const startSite = async ({ folders }) => {
  const pages = new Map();
  const files = new Map();
  const requests = [];
  const compressed = new Map();

  const bytesOf = (pathname) => {
    const known = files.get(pathname);
    if (known) return known;
    const mount = Object.entries(folders).find(([prefix]) => pathname.startsWith(prefix));
    if (!mount) return undefined;
    try {
      const base = realpathSync(mount[1]);
      const file = realpathSync(path.join(base, decodeURIComponent(pathname.slice(mount[0].length))));
      return file.startsWith(base + path.sep) ? readFileSync(file) : undefined;
    } catch {
      return undefined;
    }
  };

  const compress = (pathname) => {
    let body = compressed.get(pathname);
    if (!body) {
      const bytes = bytesOf(pathname);
      if (!bytes) return undefined;
      compressed.set(pathname, (body = brotli(bytes)));
    }
    return body;
  };

  const server = await listen(({ pathname }, response) => {
    const page = pages.get(pathname);
    const body = page === undefined ? compress(pathname) : Buffer.from(page);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const headers = { 'content-length': body.length, 'cache-control': 'public, max-age=31536000' };
    if (page !== undefined) {
      headers['content-type'] = 'text/html; charset=utf-8';
    } else {
      requests.push(pathname);
      headers['content-type'] = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
      headers['content-encoding'] = 'br';
    }
    response.writeHead(200, headers).end(body);
  });
  return { ...server, pages, files, requests, bytesOf };
};
