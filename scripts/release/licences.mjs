// The licences of what is inside the files that visitors load, read off their source maps: no list that can grow old.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Names of the packages whose code is in the scripts. */
export const packagesIn = (scripts) => {
  const sources = scripts.flatMap((script) => JSON.parse(readFileSync(`${script}.map`, 'utf8')).sources);
  return [...new Set(sources.flatMap((source) => PACKAGE.exec(source)?.[1] ?? []))].sort();
};

/** One text: each package with its version and the licence that it ships with. Throws where one ships none. */
export const licences = (names, root) =>
  names
    .map((name) => {
      const folder = path.join(root, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} ships no licence text: look it up, and add it before a release`);
      return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(79)}\n\n`);
