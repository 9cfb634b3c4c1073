// A script that imports packages, as one piece that can stand in a page.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The text of a `<script>`: `code` with all that it imports, by names that hold at the root of the repository, in their
 * production build.
 *
 * @param {string} code
 * @param {'js' | 'ts' | 'tsx'} [loader] What it is written in.
 */
export const bundleForPage = async (code, loader = 'js') => {
  const { outputFiles } = await build({
    stdin: { contents: code, loader, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'silent',
  });
  return outputFiles[0].text.replaceAll('</script', '<\\/script');
};
