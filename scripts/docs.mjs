// npm run docs: fills the tables of README.md and docs/ from the manifest that `npm run manifest` has written.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { elementTables, fillTables } from './manifest/element-tables.mjs';

const ROOT = new URL('../', import.meta.url);
const pathOf = (name) => fileURLToPath(new URL(name, ROOT));

/**
 * The documentation: README.md and every page of docs/.
 *
 * @returns {Promise<{ file: string, text: string }[]>} paths from the project's folder, with `/`
 */
export const readPages = async () => {
  const names = (await readdir(pathOf('docs'), { recursive: true })).map(
    (name) => `docs/${name.replaceAll('\\', '/')}`,
  );
  const files = ['README.md', ...names.filter((name) => name.endsWith('.md')).sort()];
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(pathOf(file), 'utf8') })));
};

export const readManifest = async () => JSON.parse(await readFile(pathOf('dist/custom-elements.json'), 'utf8'));

/**
 * Every page as it stands, and as it should.
 *
 * @returns {Promise<{ file: string, before: string, after: string }[]>}
 */
export const docs = async () => {
  const pages = await readPages();
  const texts = fillTables(pages, elementTables(await readManifest()));
  const options = await resolveConfig(pathOf('README.md'));
  return Promise.all(
    pages.map(async ({ file, text }, index) => ({
      file,
      before: text,
      after: await format(texts[index], { ...options, filepath: file }),
    })),
  );
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = (await docs()).filter(({ before, after }) => before !== after);
  for (const { file, after } of stale) await writeFile(pathOf(file), after);
  console.log(stale.length ? `Made anew: ${stale.map(({ file }) => file).join(', ')}` : 'The tables are up to date.');
}
