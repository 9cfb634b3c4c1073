import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyHTMLLiterals } from 'minify-literals';
import { INTERNAL, leanLit } from './scripts/build/lean-lit.mjs';

const names = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
const tags = names('src/elements');
const sources = names('src/sources');
const sourceFile = (name) => `src/sources/${name}/${name}-source.ts`;

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

/** Module id -> the chunks of the second build that bring it, its own first. */
const chunksOf = new Map();

const noteChunks = () => ({
  name: 'note-chunks',
  generateBundle(_options, bundle) {
    const closure = (file, seen = new Set()) => {
      if (seen.has(file)) return seen;
      seen.add(file);
      bundle[file]?.imports.forEach((imported) => closure(imported, seen));
      return seen;
    };
    for (const { fileName, moduleIds = [] } of Object.values(bundle)) {
      for (const id of moduleIds) chunksOf.set(id, [...closure(fileName)]);
    }
  },
});

/**
 * Joins the loader, a script of its own, to the chunks of the elements. A dynamic import fetches one chunk, and only
 * then learns what that chunk imports; here all of them are asked for at once, so that an element costs one round trip
 * however its code is split.
 */
const joinChunks = () => ({
  name: 'join-chunks',
  async resolveDynamicImport(specifier, importer) {
    const { id } = (await this.resolve(String(specifier), importer)) ?? {};
    return chunksOf.has(id) ? { id: `./${chunksOf.get(id)[0]}`, external: true } : null;
  },
  renderChunk(code) {
    const groups = new Map([...chunksOf.values()].map(([own, ...others]) => [`./${own}`, [own, ...others.sort()]]));
    const nameOf = (file) => file.slice('chunks/'.length, -'.js'.length);
    const joined = code.replace(
      /import\((["'])(\.\/chunks\/[^"']+)\1\)/g,
      (_whole, _quote, file) => `importAll("${groups.get(file).map(nameOf).join(' ')}")`,
    );
    const importAll =
      'const importAll = (names) => Promise.all(names.split(" ").map((name) => import(`./chunks/${name}.js`))).then(([own]) => own);';
    return `${importAll}\n${joined}`;
  },
});

/** What `src/loader/shared.ts` exports: each name, its module, and the short key under which the loader hands it over. */
const handedOver = [
  ...readFileSync('src/loader/shared.ts', 'utf8').matchAll(/export \{([^}]+)\} from '(\.\.\/.+)\.js'/g),
]
  .flatMap(([, names, file]) => names.match(/\w+/g).map((name) => ({ name, file })))
  .map(({ name, file }, index) => ({ name, file, key: `$${index.toString(36)}` }));

/** In the loader, gives what it hands over its short keys. */
const handOver = () => ({
  name: 'hand-over',
  load: (id) =>
    relative('src', id) === 'loader/shared.ts'
      ? handedOver.map(({ name, file, key }) => `export { ${name} as ${key} } from '${file}.js';`).join('\n')
      : null,
});

/** In the elements' chunks, takes what the loader hands over instead of bringing it again. */
const takeFromLoader = () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    name: 'take-from-loader',
    resolveId: (id) => (id === 'from-loader' ? id : null),
    load(id) {
      if (id === 'from-loader') return `export const loader = globalThis[Symbol.for('care-widgets ${version}')];`;
      const taken = handedOver.filter(({ file }) => id === join(process.cwd(), 'src/loader', `${file}.ts`));
      if (!taken.length) return null;
      const names = taken.map(({ name, key }) => `${key}: ${name}`);
      return `import { loader } from 'from-loader'; export const { ${names} } = loader;`;
    },
  };
};

/** `integrity.json`: the Subresource Integrity hash of every script, for script tags and import maps. */
const integrity = () => ({
  name: 'integrity',
  writeBundle() {
    const files = readdirSync('dist', { recursive: true }).filter((file) => /^(?:chunks\/)?[^/]*\.js$/.test(file));
    const hash = (file) =>
      `sha384-${createHash('sha384')
        .update(readFileSync(join('dist', file)))
        .digest('base64')}`;
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
  typescript({
    tsconfig: './tsconfig.json',
    noEmitOnError: true,
    compilerOptions: { declaration: false, ...compilerOptions },
  });
const minify = (options) =>
  terser({
    ecma: 2022,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    format: { comments: false },
    ...options,
  });

/** Source maps lie beside the scripts, but no script names its own: a comment that every visitor would load. */
const shipped = {
  sourcemap: 'hidden',
  freeze: false,
  externalLiveBindings: false,
  generatedCode: { preset: 'es2015', symbols: false },
};

/**
 * Few chunks, each needed as a whole: a further one costs a request's head and loses compression. `base` is what every
 * element needs, `wordpress` what every element needs that fetches, and the source that most of them fetch from: on a
 * page with another source that is 1 kB in vain, on all others it saves 0.4 kB.
 */
const chunkOf = (id) => {
  const path = relative('src', id);
  if (/node_modules\/(?:lit|lit-html)\/directive/.test(id)) return undefined; // with the one element that needs it
  if (/node_modules\/(?:@lit\/reactive-element|lit-element|lit-html|lit|tslib)\//.test(id)) return 'base';
  if (/^(?:styles\/(?:host|tokens)|model\/care-error|define\/(?:define|version))/.test(path)) return 'base';
  // words and headings, for elements that fetch nothing too
  if (
    /^(?:localize\/l|controllers\/(?:localize|place)|context\/settings\.|html\/urls|elements\/shared\/(?:flat|heading))/.test(
      path,
    )
  )
    return 'base';
  // else what the list takes from the card would be a file more for every card
  if (/^(?:define|elements\/care-article-card)\/care-article-card/.test(path)) return 'care-article-card';
  if (/^(?:controllers\/slug-param|elements\/shared\/(?:article-reference|category-link))/.test(path)) return 'reading';
  if (id === 'from-loader') return 'base';
  if (/@lit\/context.*(?:request-event|create-context)/.test(id)) return 'wordpress';
  // what only some texts need, and the rules for what comes of it
  if (/^html\/(?:anchors|bare|captions|embeds|foreign|marks|prose|repairs|replace|shortcodes|tables)/.test(path))
    return 'repairs';
  if (path === 'styles/prose-blocks.ts') return 'repairs';
  // elements that write into the page's own tree
  if (/^(?:controllers\/light-dom|styles\/adopt)/.test(path)) return 'light-dom';
  // what turns a text into HTML is needed as a whole, and along with the element that shows it
  if (/^(?:styles\/prose|html\/(?!text|entities|urls|dompurify|outline|policy|salvage|sections))/.test(path))
    return 'html';
  // all that sending needs, in one piece beside the few lines of each protocol
  if (
    /^(?:http\/post|submitters\/(?:check-email|consent|custom|normalise|settle|to-)|.*\/care-newsletter\.(?:send|fields))/.test(
      path,
    )
  )
    return 'sending';
  const isContent = [
    /^(?:client|context\/(?!submit)|events\/(?!care-contact|care-submit)|styles\/states)/,
    /^elements\/shared\/(?!trouble|list-controls)/,
    /^controllers\/(?:content|settings)/,
    /^http\/(?!failure|post|salvage)/,
    /^(?:html\/(?:text|entities|urls)|model\/author-name|sources\/shared\/(?:read|find)|sources\/wordpress\/(?!wordpress-lists))/,
  ];
  return isContent.some((pattern) => pattern.test(path)) ? 'wordpress' : undefined;
};

const entries = {
  index: 'src/index.ts',
  client: 'src/client.ts',
  ...Object.fromEntries(tags.map((tag) => [`elements/${tag}`, `src/elements/${tag}/${tag}.ts`])),
  ...Object.fromEntries(tags.map((tag) => [`define/${tag}`, `src/define/${tag}.ts`])),
  ...Object.fromEntries(sources.map((name) => [`sources/${name}`, sourceFile(name)])),
};

rmSync('dist', { recursive: true, force: true });

export default [
  {
    input: entries,
    external: [/^lit($|\/)/, /^@lit\//, 'dompurify', 'tslib'],
    output: { dir: 'dist', format: 'es', chunkFileNames: 'shared/[name]-[hash].js', sourcemap: true },
    plugins: [
      ts({ declaration: true, declarationDir: 'dist/types', outDir: 'dist' }),
      literals(),
      typeEntries(entries),
    ],
  },
  {
    input: [
      ...tags.map((tag) => `src/define/${tag}.ts`),
      ...sources.filter((name) => name !== 'memory').map(sourceFile),
    ],
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: 'chunks/[name]-[hash:6].js',
      chunkFileNames: 'chunks/[name]-[hash:6].js',
      manualChunks: chunkOf,
      onlyExplicitManualChunks: true,
      hoistTransitiveImports: true,
      ...shipped,
      plugins: [minify({ module: true, mangle: { properties: { regex: INTERNAL } } }), noteChunks()],
    },
    plugins: [takeFromLoader(), leanLit(), resolve(), ts({ outDir: 'dist' }), literals()],
  },
  {
    input: 'src/loader/care-widgets.ts',
    output: { file: 'dist/care-widgets.js', format: 'es', ...shipped, plugins: [minify({ module: true })] },
    plugins: [handOver(), joinChunks(), resolve(), ts({ outDir: 'dist' })],
  },
  {
    input: 'src/loader/classic.ts',
    output: {
      file: 'dist/care-widgets.classic.js',
      format: 'iife',
      inlineDynamicImports: true,
      ...shipped,
      plugins: [minify()],
    },
    plugins: [leanLit(), resolve(), ts({ outDir: 'dist' }), literals(), integrity()],
  },
];
