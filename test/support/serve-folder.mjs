// The plainest web server there is: files of a folder, at a path of its choice, and no header but their type.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** @param {string} at Path that the folder stands at, with `/` at both ends. */
export const serveFolder = async (folder, at = '/') => {
  const mounts = [[at, folder, {}]];
  const pages = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://folder');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (pages.has(pathname)) {
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages.get(pathname));
    }
    const [start = '', from = '', headers] = mounts.find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    const name = path.join(from, pathname.slice(start.length) + (pathname.endsWith('/') ? 'index.html' : ''));
    return void readFile(from && name).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/plain', ...headers }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + at,
    /** A further folder, which pages of other origins may read, as a host of scripts is. */
    addShared: (prefix, from) => mounts.unshift([prefix, from, { 'access-control-allow-origin': '*' }]),
    /** Serves a page: its address. */
    addPage(html) {
      const name = `/page-${pages.size}.html`;
      pages.set(name, html);
      return origin + name;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
