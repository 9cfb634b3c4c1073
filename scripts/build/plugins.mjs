// The build's own Rollup plugins: each says which public tool it stands in for, and why.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform, transformStyleAttribute } from 'lightningcss';
import { minifyHTMLLiterals } from 'minify-literals';

/** A character as a template of JavaScript may have it in an ASCII file: Terser leaves templates as they are. */
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Minifies a style sheet or declarations; invalid CSS fails the build. A css`` literal that holds only a value stays as it
 * is.
 */
const minifySheet = (css) => {
  const options = { filename: 'literal.css', code: Buffer.from(css), minify: true };
  if (css.includes('{'))
    return transform(options)
      .code.toString()
      .replace(/[^\0-\x7f]/g, escaped);
  // the literal may be put in front of further declarations
  return /;\s*$/.test(css) ? `${transformStyleAttribute(options).code};` : css.trim();
};

/** Minifies html`` and css`` of our sources by `minify-literals`; the published plugins for it do not know Rollup 4. */
export const literals = () => ({
  name: 'literals',
  transform: {
    order: 'post',
    async handler(code, id) {
      if (id.includes('node_modules') || !/\b(?:html|svg|css)\s*`/.test(code)) return null;
      // without `keepClosingSlash` svg`<circle/><path/>` would nest
      const html = { keepClosingSlash: true, conservativeCollapse: true };
      return (await minifyHTMLLiterals(code, { fileName: id, html, css: minifySheet })) ?? null;
    },
  },
});

const hashOf = (code) => `sha256-${createHash('sha256').update(code).digest('base64')}`;

/**
 * Hands a table of the chunks' build to the loader's build: each chunk by name, with its file, the hash of that file, and the
 * other chunks that it needs. A manifest plugin, such as Vite's, writes the same for servers; the loader needs it inside. The
 * files of each chunk are written as `preload.json`, for pages and servers.
 */
export const fileTable = () => {
  let table = [];
  function collect(_options, bundle) {
    const files = Object.keys(bundle).filter((file) => file.endsWith('.js'));
    const closure = (file, seen = new Set()) => {
      if (seen.has(file)) return seen;
      seen.add(file);
      bundle[file].imports.forEach((imported) => closure(imported, seen));
      return seen;
    };
    table = files.map((file) => {
      const { name, code } = bundle[file];
      const [, ...needs] = [...closure(file)].map((needed) => files.indexOf(needed));
      return [name, path.basename(file, '.js').slice(name.length + 1), hashOf(code), ...needs];
    });
    const preloads = Object.fromEntries(files.map((file) => [bundle[file].name, [...closure(file)]]));
    this.emitFile({ type: 'asset', fileName: 'preload.json', source: `${JSON.stringify(preloads, null, 2)}\n` });
  }
  const load = (id) => (id === 'virtual:files' ? `export const chunks = ${JSON.stringify(table)};` : null);
  return [
    { name: 'collect-files', generateBundle: collect },
    { name: 'virtual-files', resolveId: (id) => (id === 'virtual:files' ? id : null), load },
  ];
};

/**
 * A style sheet, minified by Lightning CSS, as Vite does it: the plugins for Rollup want the sheet imported by a script. With
 * types beside it, without which TypeScript 6 refuses to import it.
 */
export const styleSheet = (file) => ({
  name: 'style-sheet',
  writeBundle() {
    const { code } = transform({ filename: file, code: readFileSync(file), minify: true });
    const target = path.join('dist', path.basename(file));
    writeFileSync(target, code);
    writeFileSync(`${target}.d.ts`, 'export {};\n');
  },
});
