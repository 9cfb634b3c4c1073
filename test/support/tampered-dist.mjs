import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** Serves the build under /tampered/, every chunk of it changed as somebody would who has got at the server. */
export const tamperedDistMiddleware = () => (context, next) => {
  const name = context.path.startsWith('/tampered/') && context.path.slice('/tampered/'.length);
  const file = name && path.join(DIST, path.normalize(name));
  if (!file || !file.startsWith(DIST + path.sep) || !existsSync(file)) return next();
  context.type = path.extname(file);
  context.body =
    readFileSync(file, 'utf8') + (name.startsWith('chunks/') ? '\nglobalThis.hasRunTampered = true;\n' : '');
  return undefined;
};
