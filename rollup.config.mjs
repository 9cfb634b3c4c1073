import { readdirSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { chunksOf } from './scripts/build/chunks.mjs';
import { fileTable, literals, styleSheet } from './scripts/build/plugins.mjs';

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
  cli: 'src/server/cli/bin.ts',
  ...prefixed('elements', classes),
  ...prefixed('define', tags),
  ...prefixed('sources', sources),
};

/** What is loaded where something looks wrong. An entry, because the loader asks it for its exports by name. */
const DIAGNOSIS = 'src/diagnosis/in-page.ts';

/** For rendered text. */
const sheets = ['src/styles/care-widgets.css', 'src/styles/care-widgets.looks.css'];

/** What is loaded besides an element and its source: for fetched HTML, a language, a look, a browser without Sanitizer. */
const parts = {
  html: ['src/html/article-body.ts', 'src/elements/care-benefits/care-benefits.article.ts'],
  es: ['src/localize/spanish.ts', 'src/data/benefits/spanish.ts'],
  looks: ['src/styles/looks.ts'],
  dompurify: ['src/html/sanitise/dompurify-engine.ts'],
  diagnosis: [DIAGNOSIS],
  debug: ['src/elements/shared/diagnosis-panel.ts'],
};

const resolve = () => nodeResolve({ exportConditions: ['production', 'browser'], browser: true });
const ts = (compilerOptions) =>
  typescript({
    tsconfig: './tsconfig.json',
    noEmitOnError: true,
    compilerOptions: { declaration: false, outDir: 'dist', ...compilerOptions },
  });
/** Has Chromium compile a file while it arrives, not function by function on the main thread: most of it runs at once. */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';
const minify = (format) => terser({ ecma: 2022, compress: { passes: 2 }, format: { comments: false, ...format } });
const [collectFiles, virtualFiles] = fileTable();

rmSync('dist', { recursive: true, force: true });

// Source maps lie beside the scripts, but no script names its own: a comment that every visitor would load.
export default [
  {
    input: entries,
    external: [/^lit($|\/)/, /^@lit\//, 'dompurify', 'tslib', 'parse5', 'linkedom', 'hast-util-sanitize', ...forNode],
    output: { dir: 'dist', format: 'es', chunkFileNames: 'shared/[name]-[hash].js', sourcemap: true },
    plugins: [ts({ declaration: true, declarationDir: 'dist/types' }), literals()],
  },
  {
    input: { ...tags, ...loadedSources, diagnosis: DIAGNOSIS },
    preserveEntrySignatures: 'allow-extension', // what the panel of `debug` takes of the diagnosis beside its own exports
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: 'chunks/[name]-[hash:6].js',
      chunkFileNames: 'chunks/[name]-[hash:6].js',
      manualChunks: chunksOf({ ...tags, ...loadedSources }, parts),
      onlyExplicitManualChunks: true,
      sourcemap: 'hidden',
      plugins: [minify({ preamble: COMPILE_AT_ONCE }), collectFiles],
    },
    plugins: [resolve(), ts(), literals()],
  },
  {
    input: 'src/loader/care-widgets.ts',
    output: {
      file: 'dist/care-widgets.js',
      format: 'es',
      sourcemap: 'hidden',
      plugins: [minify({ preamble: COMPILE_AT_ONCE })],
    },
    plugins: [virtualFiles, resolve(), ts(), ...sheets.map(styleSheet)],
  },
  {
    input: 'src/loader/classic.ts',
    output: {
      file: 'dist/care-widgets.classic.js',
      format: 'iife',
      inlineDynamicImports: true,
      sourcemap: 'hidden',
      plugins: [minify({ ascii_only: true })], // a page reads classic scripts in its own encoding, modules are always UTF-8
    },
    plugins: [resolve(), ts(), literals()],
  },
];
