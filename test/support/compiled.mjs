// Sources of `src/` that know nothing of a page, for tests that Node runs by itself.
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The modules, in the order of `files`.
 *
 * @param {...string} files Paths from the root of the repository.
 */
export const compiled = async (...files) => {
  const folder = await mkdtemp(path.join(ROOT, 'node_modules/.care-compiled-'));
  try {
    return await Promise.all(
      files.map(async (file, index) => {
        const outfile = path.join(folder, `${index}.mjs`);
        await build({ entryPoints: [path.join(ROOT, file)], outfile, bundle: true, format: 'esm', logLevel: 'silent' });
        return import(pathToFileURL(outfile));
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
};
