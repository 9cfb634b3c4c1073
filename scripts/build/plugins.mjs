// The build's own Rollup plugins: each says which public tool it stands in for, and why.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'lightningcss';
import { minifyHTMLLiterals } from 'minify-literals';

/** A sheet that cannot be minified fails the build; css`` without rules, a value or declarations of one, stays as it is. */
const minifySheet = (css) =>
  css.includes('{')
    ? transform({ filename: 'literal.css', code: Buffer.from(css), minify: true }).code.toString()
    : css.trim();

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

const hashOf = (code, algorithm = 'sha256') => `${algorithm}-${createHash(algorithm).update(code).digest('base64')}`;

/**
 * Hands the loader's build a table of the chunks' build: each chunk by name, with the files that it needs, itself included,
 * and their hashes. A manifest plugin, such as Vite's, writes the same for servers; the loader needs it inside.
 */
export const fileTable = () => {
  const table = { files: [], needs: {} };
  const collect = (_options, bundle) => {
    const files = Object.keys(bundle).filter((file) => file.endsWith('.js'));
    const closure = (file, seen = new Set()) => {
      if (seen.has(file)) return seen;
      seen.add(file);
      bundle[file].imports.forEach((imported) => closure(imported, seen));
      return seen;
    };
    table.files = files.map((file) => [path.basename(file, '.js'), hashOf(bundle[file].code)]);
    table.needs = Object.fromEntries(
      files.map((file) => [bundle[file].name, [...closure(file)].map((needed) => files.indexOf(needed))]),
    );
  };
  const load = (id) => (id === 'virtual:files' ? `export const { files, needs } = ${JSON.stringify(table)};` : null);
  return [
    { name: 'collect-files', generateBundle: collect },
    { name: 'virtual-files', resolveId: (id) => (id === 'virtual:files' ? id : null), load },
  ];
};

/** `integrity.json` and `import-map.html`: hashes of scripts that Rollup has written in several builds, as no plugin sees them. */
export const integrity = () => ({
  name: 'integrity',
  writeBundle() {
    const files = readdirSync('dist', { recursive: true }).filter((file) => /^(?:chunks\/)?[^/]*\.js$/.test(file));
    const hashes = Object.fromEntries(
      files.sort().map((file) => [file, hashOf(readFileSync(path.join('dist', file)), 'sha384')]),
    );
    const map = JSON.stringify({
      integrity: Object.fromEntries(files.map((file) => [`/care-widgets/${file}`, hashes[file]])),
    });
    writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`);
    writeFileSync(
      'dist/import-map.html',
      `<!-- Content-Security-Policy: script-src '${hashOf(map)}' -->\n<script type="importmap">${map}</script>\n`,
    );
  },
});

/** A `.d.ts` beside each entry that leads to its types in `dist/types`: TypeScript writes types for sources, not for entries. */
export const typeEntries = (entries) => ({
  name: 'type-entries',
  writeBundle() {
    for (const [entry, file] of Object.entries(entries)) {
      const types = path.relative('src', file).replace(/\.ts$/, '.js');
      mkdirSync(path.join('dist', entry, '..'), { recursive: true });
      writeFileSync(
        `dist/${entry}.d.ts`,
        `export * from './${path.posix.relative(path.posix.dirname(entry), `types/${types}`)}';\n`,
      );
    }
  },
});

/** `care-widgets.css`, minified by Lightning CSS, as Vite does it: the plugins for Rollup want the sheet imported by a script. */
export const styleSheet = (file) => ({
  name: 'style-sheet',
  writeBundle() {
    const { code } = transform({ filename: file, code: readFileSync(file), minify: true });
    writeFileSync(path.join('dist', path.basename(file)), code);
  },
});
