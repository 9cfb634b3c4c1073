import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { fileTable, integrity, literals, styleSheet, typeEntries } from './scripts/build/plugins.mjs';

const foldersIn = (parent) =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
const byName = (names, fileOf) => Object.fromEntries(names.map((name) => [name, fileOf(name)]));
const prefixed = (prefix, files) =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [`${prefix}/${name}`, file]));

const classes = byName(foldersIn('src/elements'), (tag) => `src/elements/${tag}/${tag}.ts`);
const tags = byName(Object.keys(classes), (tag) => `src/define/${tag}.ts`);
const sourceFile = (name) => `src/sources/${name}/${name}-source.ts`;
const sources = byName(foldersIn('src/sources'), sourceFile);
const loadedSources = byName(['wordpress', 'json-feed', 'ghost'], sourceFile);

/** What the command line needs, and no page. */
const forNode = ['feedsmith', 'fast-xml-parser', 'robots-parser', 'sharp', /^node:/];

/** What the package exports: see `exports` in package.json. */
const entries = {
  index: 'src/index.ts',
  client: 'src/client.ts',
  server: 'src/server/index.ts',
  cli: 'src/server/cli/cli.ts',
  ...prefixed('elements', classes),
  ...prefixed('define', tags),
  ...prefixed('sources', sources),
};

/** What is loaded where something looks wrong. An entry, because the loader asks it for its exports by name. */
const DIAGNOSIS = 'src/diagnosis/in-page.ts';

/** What is loaded besides an element and its source: for fetched HTML, a language, a look, a browser without Sanitizer. */
const parts = {
  html: ['src/html/article-body.ts', 'src/elements/care-benefits/care-benefits.article.ts'],
  es: ['src/localize/spanish.ts', 'src/data/benefits/spanish.ts'],
  looks: ['src/styles/looks.ts'],
  dompurify: ['src/html/sanitise/dompurify-engine.ts'],
  diagnosis: [DIAGNOSIS],
  debug: ['src/elements/shared/diagnosis-panel.ts'],
};

/** Module -> the name of the chunk that begins with it. */
const roots = new Map(
  [...Object.entries({ ...tags, ...loadedSources }), ...Object.entries(parts)].flatMap(([name, files]) =>
    [files].flat().map((file) => [path.resolve(file), name]),
  ),
);

const WITHOUT_REQUESTS = ['care-config', 'care-contact', 'es'];
const WITH_ICONS = ['care-contact', 'care-newsletter'];
const WITH_CARDS = ['care-article-card', 'care-article-list'];
const FOR_HTML = ['html', 'dompurify', 'care-article'];

/**
 * A chunk is what a page needs as a whole: one an element, source and part, with all that only it imports. Of what they
 * share, `base` is for every element, `icons` for those that ask a visitor to act, `cards` for those that show some, `http` for those that send or fetch, `content` for those that show fetched content, and
 * `html` for those that show fetched HTML.
 */
const chunkOf = (id, { getModuleInfo }) => {
  const seen = new Set();
  const names = new Set();
  const visit = (module) => {
    if (seen.has(module)) return;
    seen.add(module);
    if (roots.has(module)) names.add(roots.get(module));
    else getModuleInfo(module).importers.forEach(visit);
  };
  visit(id);
  // what it shares with others is theirs
  for (const seldom of ['debug', 'diagnosis']) if (names.size > 1) names.delete(seldom);
  const [name] = names;
  if (names.size < 2) return name in parts ? name : undefined;
  if ([...names].every((other) => WITH_ICONS.includes(other))) return 'icons';
  if ([...names].every((other) => WITH_CARDS.includes(other))) return 'cards';
  if (WITHOUT_REQUESTS.some((other) => names.has(other))) return 'base';
  if (names.has('care-newsletter')) return 'http';
  return [...names].every((other) => FOR_HTML.includes(other)) ? 'html' : 'content';
};

const resolve = () => nodeResolve({ exportConditions: ['production', 'browser'], browser: true });
const ts = (compilerOptions) =>
  typescript({
    tsconfig: './tsconfig.json',
    noEmitOnError: true,
    compilerOptions: { declaration: false, outDir: 'dist', ...compilerOptions },
  });
const minify = () => terser({ ecma: 2022, format: { comments: false } });
const [collectFiles, virtualFiles] = fileTable();

rmSync('dist', { recursive: true, force: true });

// Source maps lie beside the scripts, but no script names its own: a comment that every visitor would load.
export default [
  {
    input: entries,
    external: [/^lit($|\/)/, /^@lit\//, 'dompurify', 'tslib', 'parse5', 'linkedom', 'hast-util-sanitize', ...forNode],
    output: { dir: 'dist', format: 'es', chunkFileNames: 'shared/[name]-[hash].js', sourcemap: true },
    plugins: [ts({ declaration: true, declarationDir: 'dist/types' }), literals(), typeEntries(entries)],
  },
  {
    input: { ...tags, ...loadedSources, diagnosis: DIAGNOSIS },
    preserveEntrySignatures: 'allow-extension', // what the panel of `debug` takes of the diagnosis beside its own exports
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: 'chunks/[name]-[hash].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      manualChunks: chunkOf,
      onlyExplicitManualChunks: true,
      sourcemap: 'hidden',
      plugins: [minify(), collectFiles],
    },
    plugins: [resolve(), ts(), literals()],
  },
  {
    input: 'src/loader/care-widgets.ts',
    output: { file: 'dist/care-widgets.js', format: 'es', sourcemap: 'hidden', plugins: [minify()] },
    plugins: [virtualFiles, resolve(), ts(), styleSheet('src/styles/care-widgets.css')],
  },
  {
    input: 'src/loader/classic.ts',
    output: {
      file: 'dist/care-widgets.classic.js',
      format: 'iife',
      inlineDynamicImports: true,
      sourcemap: 'hidden',
      plugins: [minify(), integrity()],
    },
    plugins: [resolve(), ts(), literals()],
  },
];
