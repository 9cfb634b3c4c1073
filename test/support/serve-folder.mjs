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
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://folder');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const name = path.join(folder, pathname.slice(at.length) + (pathname.endsWith('/') ? 'index.html' : ''));
    readFile(pathname.startsWith(at) ? name : '').then(
      (body) => response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${at}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
