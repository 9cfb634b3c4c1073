// The documentation's site, to unpack on any web server.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { DAY } from './download.mjs';

/** @param {{ root: string, version: string }} release `root`: the project's folder, with `dist/site/` built. */
export const siteZip = ({ root, version }) => {
  const folder = path.join(root, 'dist/site');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const nameOf = (file) => path.relative(folder, file).replaceAll(path.sep, '/');
  return zipSync(
    Object.fromEntries(
      files.map((file) => [`care-widgets-site-${version}/${nameOf(file)}`, new Uint8Array(readFileSync(file))]),
    ),
    { level: 9, mtime: DAY },
  );
};
