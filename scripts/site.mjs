// npm run site: the documentation, the builder and the downloads as one folder, dist/site, that works at any address. It
// needs the library's own build in dist/.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy from '@11ty/eleventy';
import * as esbuild from 'esbuild';
import { parseHTML } from 'linkedom';
import * as pagefind from 'pagefind';
import { downloadZip, FILES } from './release/download.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const at = (...parts) => path.join(ROOT, ...parts);

/** Where the site is, beside the library that it shows. */
export const SITE = at('dist/site');

/** What the site is made of. */
const SOURCES = ['site', 'docs', 'stories/content', 'scripts/site.mjs', 'scripts/release', 'src', 'package.json'];
const DOCUMENTS = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

/** A placeholder URL for the renderer, removed from what it writes, so that the pages name no host. */
const NOWHERE = 'https://site.invalid/';

const kilobytes = (bytes) => `${Math.ceil(bytes / 1024)} kB`;

const filesBelow = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Whether there is no site, or it is older than what it is made of. */
const isSiteNeeded = async () => {
  const built = await stat(path.join(SITE, 'index.html')).catch(() => undefined);
  if (!built) return true;
  const files = await Promise.all(
    [...SOURCES, ...DOCUMENTS].map(async (name) =>
      (await stat(at(name))).isDirectory() ? filesBelow(at(name)) : [at(name)],
    ),
  );
  const times = await Promise.all(files.flat().map(async (file) => (await stat(file)).mtimeMs));
  return Math.max(...times) > built.mtimeMs;
};

const copyLibrary = async (output) => {
  const target = path.join(output, 'library');
  await mkdir(path.join(target, 'chunks'), { recursive: true });
  for (const file of FILES) await cp(at('dist', file), path.join(target, file));
  for (const file of await readdir(at('dist/chunks')))
    if (file.endsWith('.js')) await cp(at('dist/chunks', file), path.join(target, 'chunks', file));
};

/** The sample articles. Their links and pictures are those of the demo clinic's folders: here they are the site's. */
const copySample = async (output) => {
  const target = path.join(output, 'sample');
  await mkdir(target, { recursive: true });
  for (const file of ['feed.json', 'feed-2.json']) {
    const text = await readFile(at('stories/content', file), 'utf8');
    const moved = text
      .replaceAll('../pages/article.html', '../example-article.html')
      .replaceAll('../content/pictures/', 'sample/pictures/'); // relative to the article's page
    await writeFile(path.join(target, file), moved);
  }
  await cp(at('stories/content/pictures'), path.join(target, 'pictures'), {
    recursive: true,
    filter: (file) => !/\.(?:svg|json)$/.test(file),
  });
};

const writeDownloads = async (output, version) => {
  const target = path.join(output, 'downloads');
  await mkdir(target, { recursive: true });
  const folder = downloadZip({ root: ROOT, version });
  const plugin = await readFile(at('dist/wordpress/care-widgets.zip'));
  await writeFile(path.join(target, `care-widgets-${version}.zip`), folder);
  await writeFile(path.join(target, `care-widgets-wordpress-${version}.zip`), plugin);
  return { folder: kilobytes(folder.length), wordpress: kilobytes(plugin.length) };
};

const writePages = async (output, data) => {
  const here = (folder) => path.relative(process.cwd(), folder); // Eleventy does not accept an absolute path
  const eleventy = new Eleventy(here(at('site/pages')), here(output), {
    configPath: here(at('site/eleventy.config.mjs')),
    quietMode: true,
    config: (config) => {
      for (const [name, value] of Object.entries(data)) config.addGlobalData(name, value);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
};

/** Fills the widgets of every page, so that they can be read without JavaScript. */
const renderPages = async (output) => {
  const { createRenderer } = await import(new URL('../dist/server.js', import.meta.url));
  const renderer = createRenderer({
    transport: async (url) => {
      const file = path.join(output, new URL(url).pathname);
      if (!url.startsWith(NOWHERE) || !existsSync(file)) return new Response('', { status: 404 });
      return new Response(await readFile(file), { headers: { 'content-type': 'application/json' } });
    },
  });
  const isOwn = (file) => file.endsWith('.html') && !/^(?:library|storybook)\b/.test(path.relative(output, file));
  const pages = (await filesBelow(output)).filter(isOwn);
  for (const file of pages) {
    const html = await readFile(file, 'utf8');
    const name = path.relative(output, file).replaceAll(path.sep, '/');
    if (!/<care-/.test(html)) continue;
    const up = '../'.repeat(name.split('/').length - 1);
    const { html: filled } = await renderer.render(html, { url: NOWHERE + name });
    await writeFile(file, filled.replaceAll(NOWHERE, up));
  }
};

/**
 * Languages of code blocks that are not searched: a snippet answers no question, and would be listed as markup. The output of
 * a console or a shell is searched.
 */
const SNIPPETS = ['css', 'html', 'http', 'js', 'json', 'mermaid', 'php', 'svelte', 'ts', 'tsx', 'vue', 'yaml'].map(
  (language) => `pre[data-language="${language}"]`,
);

/** Writes every word that is searched, by the number of pages that have it: for spelling corrections, which Pagefind lacks. */
const writeWords = async (output) => {
  const counts = new Map();
  for (const file of (await filesBelow(output)).filter((name) => name.endsWith('.html'))) {
    const { document } = parseHTML(await readFile(file, 'utf8'));
    const body = document.querySelector('[data-pagefind-body]');
    for (const part of body?.querySelectorAll(['[data-pagefind-ignore]', ...SNIPPETS].join()) ?? []) part.remove();
    const words = new Set(body?.textContent.toLowerCase().match(/\p{L}{4,}/gu));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
  await writeFile(path.join(output, 'assets/search-words.txt'), words.join(' '));
};

const writeIndex = async (output) => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en', excludeSelectors: SNIPPETS });
  const { errors } = await index.addDirectory({ path: output, glob: '*.html' });
  const docs = await index.addDirectory({ path: output, glob: 'docs/**/*.html' });
  if (errors.length || docs.errors.length) throw new Error([...errors, ...docs.errors].join('\n'));
  await index.writeFiles({ outputPath: path.join(output, 'pagefind') });
  await pagefind.close();
  // ready-made user interfaces, which this site does not use
  for (const file of await readdir(path.join(output, 'pagefind')))
    if (/^pagefind-(?:ui|modular-ui|highlight|component-ui)/.test(file)) await rm(path.join(output, 'pagefind', file));
};

/** Bundles the builder only: the library is built by Rollup. */
const bundle = (entry, options) =>
  esbuild.build({
    entryPoints: [at(entry)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: at('tsconfig.json'),
    logLevel: 'warning',
    ...options,
  });

const bundleBuilder = async (output) => {
  await bundle('site/builder/main.ts', { outfile: path.join(output, 'assets/builder.js'), minify: true });
  await cp(
    at('node_modules/bootstrap/dist/css/bootstrap.min.css'),
    path.join(output, 'assets/hosts/bootstrap.min.css'),
  );
};

/** The words and the first snippet of the builder's page. */
const prerenderBuilder = async (release) => {
  const { outputFiles } = await bundle('site/builder/prerender.ts', { write: false });
  const { prerender } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return prerender(release);
};

/**
 * Writes the site.
 *
 * @param {string} [output] The folder, which is emptied first. Default `dist/site`.
 * @throws Where the library is not built.
 */
const buildSite = async (output = SITE) => {
  if (!existsSync(at('dist/wordpress/care-widgets.zip'))) throw new Error('The library is not built: npm run build');
  const { version } = JSON.parse(await readFile(at('package.json'), 'utf8'));
  await rm(output, { recursive: true, force: true });
  await copyLibrary(output);
  await copySample(output);
  await cp(at('site/assets'), path.join(output, 'assets'), { recursive: true });
  const sizes = await writeDownloads(output, version);
  // where it has been built: npm run build:storybook
  const hasStorybook = existsSync(at('dist/storybook/index.html'));
  if (hasStorybook) await cp(at('dist/storybook'), path.join(output, 'storybook'), { recursive: true });
  const integrity = JSON.parse(await readFile(at('dist/integrity.json'), 'utf8'));
  const preload = JSON.parse(await readFile(at('dist/preload.json'), 'utf8'));
  await writePages(output, {
    sizes,
    integrity,
    preload,
    hasStorybook,
    builder: await prerenderBuilder({ version, integrity }),
  });
  await renderPages(output);
  await bundleBuilder(output);
  await writeWords(output);
  await writeIndex(output);
};

/** Builds the site where there is none, or an old one. `onBuild` is called before. */
export const ensureSite = async (onBuild = () => {}) => {
  if (!(await isSiteNeeded())) return;
  onBuild();
  await buildSite();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite();
  console.log('The site is in dist/site.');
}
