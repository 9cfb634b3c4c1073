// The folder to upload by hand: what a page loads, the hashes, the licences, and a page that shows it at work.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { licences, packagesIn } from './licences.mjs';
import { readMeFirst } from './read-me-first.mjs';

/** What pages load of the library, and what tells of these files, beside `chunks/`. */
export const FILES = [
  'care-widgets.js',
  'care-widgets.classic.js',
  'care-widgets.css',
  'care-widgets.looks.css',
  'integrity.json',
  'import-map.html',
  'preload.json',
];

/** A day that is the same in every run, so that the same files make the same zip. */
export const DAY = new Date(2000, 0, 1);

/**
 * Names and contents of the folder.
 *
 * @param {{ root: string, version: string }} release `root`: the project's folder, with `dist/` built.
 * @returns {Record<string, Uint8Array>}
 */
const downloadFiles = ({ root, version }) => {
  const dist = path.join(root, 'dist');
  const chunks = readdirSync(path.join(dist, 'chunks'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `chunks/${file}`);
  const files = Object.fromEntries(
    [...FILES, ...chunks].map((file) => [file, new Uint8Array(readFileSync(path.join(dist, file)))]),
  );
  const integrity = JSON.parse(readFileSync(path.join(dist, 'integrity.json'), 'utf8'))['care-widgets.js'];
  const inside = packagesIn(
    ['care-widgets.js', 'care-widgets.classic.js', ...chunks].map((file) => path.join(dist, file)),
  );
  return {
    'READ-ME-FIRST.html': strToU8(readMeFirst({ version, integrity })),
    'LICENSE.txt': new Uint8Array(readFileSync(path.join(root, 'LICENSE'))),
    'THIRD-PARTY-LICENCES.txt': strToU8(licences(inside, root)),
    ...files,
  };
};

/** The same as one zip, in a folder of its own. */
export const downloadZip = (release) => {
  const files = Object.entries(downloadFiles(release));
  const inFolder = files.map(([name, bytes]) => [`care-widgets-${release.version}/${name}`, bytes]);
  return zipSync(Object.fromEntries(inFolder), { level: 9, mtime: DAY });
};
