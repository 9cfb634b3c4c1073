import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { rollup } from 'rollup';

/** Competitors get what the library's own build gets: templates and CSS minified too. */
const literals = {
  name: 'minify-literals',
  async transform(code, id) {
    if (id.includes('node_modules') || !/\b(html|css)\s*`/.test(code)) return null;
    const options = { fileName: id, html: { keepClosingSlash: true, conservativeCollapse: true } };
    return (await minifyHTMLLiterals(code, options)) ?? null;
  },
};

/**
 * One file with everything in it, minified, dependencies in their production build.
 *
 * @param {string} name of a file in `competitors/`, without `.js`
 * @returns {Promise<Buffer>}
 */
export const bundle = async (name) => {
  const build = await rollup({
    input: fileURLToPath(new URL(`competitors/${name}.js`, import.meta.url)),
    plugins: [nodeResolve({ exportConditions: ['production', 'browser'], browser: true }), literals],
  });
  const { output } = await build.generate({
    format: 'es',
    plugins: [
      terser({ module: true, ecma: 2022, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } }),
    ],
  });
  await build.close();
  if (output.length !== 1) throw new Error(`${name}: expected one file, got ${output.length}`);
  return Buffer.from(output[0].code);
};
