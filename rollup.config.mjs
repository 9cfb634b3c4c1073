import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyHTMLLiterals } from 'minify-literals';

const names = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
const tags = names('src/elements');
const sources = names('src/sources');

/** Minifies the html`` and css`` of our own sources. `keepClosingSlash`, else svg`<circle/><path/>` would nest. */
const literals = () => ({
  name: 'literals',
  transform: {
    order: 'post',
    async handler(code, id) {
      if (id.includes('node_modules') || !/\b(?:html|svg|css)\s*`/.test(code)) return null;
      const html = { keepClosingSlash: true, conservativeCollapse: true };
      return (await minifyHTMLLiterals(code, { fileName: id, html })) ?? null;
    },
  },
});

/**
 * A dynamic import fetches its chunk, and only then learns what that chunk imports. This asks for all of them at once, so
 * that an element costs one round trip however its code is split.
 */
const preloadImports = () => ({
  name: 'preload-imports',
  renderDynamicImport({ getTargetChunkImports, targetChunk, chunk }) {
    const wanted = getTargetChunkImports?.() ?? [];
    const here = new Set([chunk.fileName, ...(chunk.imports ?? []), targetChunk?.fileName]);
    const files = wanted.filter(({ fileName, type }) => type === 'internal' && !here.has(fileName));
    if (!files.length) return null;
    const first = files.map(({ resolvedImportPath }) => `import("${resolvedImportPath}")`).join();
    return { left: 'Promise.all([import(', right: `),${first}]).then(a=>a[0])` };
  },
});

/** `integrity.json`: the Subresource Integrity hash of every script, for script tags and import maps. */
const integrity = () => ({
  name: 'integrity',
  writeBundle() {
    const files = readdirSync('dist', { recursive: true }).filter((file) => /^(?:chunks\/)?[^/]*\.js$/.test(file));
    const hash = (file) => `sha384-${createHash('sha384').update(readFileSync(join('dist', file))).digest('base64')}`;
    const hashes = Object.fromEntries(files.sort().map((file) => [file, hash(file)]));
    writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`);
  },
});

/** Types stand in `dist/types` as in `src`; beside each entry a line leads there. */
const typeEntries = (entries) => ({
  name: 'type-entries',
  writeBundle() {
    for (const [entry, file] of Object.entries(entries)) {
      const types = relative('src', file).replace(/\.ts$/, '.js');
      const depth = entry.split('/').length - 1;
      mkdirSync(join('dist', entry, '..'), { recursive: true });
      writeFileSync(`dist/${entry}.d.ts`, `export * from '${depth ? '../'.repeat(depth) : './'}types/${types}';\n`);
    }
  },
});

const resolve = () => nodeResolve({ exportConditions: ['production', 'browser'], browser: true });
const ts = (compilerOptions) =>
  typescript({ tsconfig: './tsconfig.json', noEmitOnError: true, compilerOptions: { declaration: false, ...compilerOptions } });
const minify = (options) =>
  terser({ ecma: 2022, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false }, ...options });

/** Few chunks, each needed as a whole: every further one costs a header and loses compression. */
const chunkOf = (id) => {
  if (/node_modules\/(?:@lit\/reactive-element|lit-element|lit-html|lit|tslib)\//.test(id)) return 'lit';
  if (id.includes('node_modules/@lit/context')) return id.includes('provider') ? undefined : 'content';
  const path = relative('src', id);
  if (/^(?:styles\/(?:host|tokens))/.test(path)) return 'lit';
  if (/^(?:client|controllers|events|elements\/shared|styles|localize|http\/(?!early|transport)|context\/(?:clients|settings-context))/.test(path) && !/spanish|advice|post/.test(path)) return 'content';
  if (/^sources\/shared|^html\/(?:text|entities)|^model\/author-name|^http\/json/.test(path)) return 'mapping';
  return undefined;
};

const entries = {
  index: 'src/index.ts',
  client: 'src/client.ts',
  ...Object.fromEntries(tags.map((tag) => [`elements/${tag}`, `src/elements/${tag}/${tag}.ts`])),
  ...Object.fromEntries(tags.map((tag) => [`define/${tag}`, `src/define/${tag}.ts`])),
  ...Object.fromEntries(sources.map((name) => [`sources/${name}`, `src/sources/${name}/${name}-source.ts`])),
};

rmSync('dist', { recursive: true, force: true });

export default [
  {
    input: entries,
    external: [/^lit($|\/)/, /^@lit\//, 'dompurify', 'tslib'],
    output: { dir: 'dist', format: 'es', chunkFileNames: 'shared/[name]-[hash].js', sourcemap: true },
    plugins: [ts({ declaration: true, declarationDir: 'dist/types', outDir: 'dist' }), literals(), typeEntries(entries)],
  },
  {
    input: { 'care-widgets': 'src/loader/care-widgets.ts' },
    preserveEntrySignatures: false,
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      manualChunks: chunkOf,
      onlyExplicitManualChunks: true,
      sourcemap: true,
      plugins: [minify({ module: true })],
    },
    plugins: [resolve(), ts({ outDir: 'dist' }), literals(), preloadImports()],
  },
  {
    input: 'src/loader/classic.ts',
    output: {
      file: 'dist/care-widgets.classic.js',
      format: 'iife',
      inlineDynamicImports: true,
      sourcemap: true,
      plugins: [minify()],
    },
    plugins: [resolve(), ts({ outDir: 'dist' }), literals(), integrity()],
  },
];
