// npm run docs: fills the README's tables from the manifest that `npm run manifest` has written.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { fillTables } from './manifest/readme-tables.mjs';

const pathOf = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const README = pathOf('README.md');

/** The README as it stands, and as it should. */
export const docs = async () => {
  const before = await readFile(README, 'utf8');
  const manifest = JSON.parse(await readFile(pathOf('dist/custom-elements.json'), 'utf8'));
  const options = await resolveConfig(README);
  return { before, after: await format(fillTables(before, manifest), { ...options, filepath: README }) };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { before, after } = await docs();
  if (before !== after) await writeFile(README, after);
  console.log(before === after ? 'README.md is up to date.' : 'README.md: tables made anew.');
}
