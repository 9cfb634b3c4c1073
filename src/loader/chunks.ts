import { chunks } from 'virtual:files';
import { warnOnce } from '../model/warn-once.js';

/** The tags that this build has code for. */
export const TAGS: readonly string[] = chunks.map(([name]) => name).filter((name) => name.startsWith('care-'));

/** Where the script tag bears `integrity`, the files that it loads are checked too. */
const checked = [...document.scripts].find(({ src, integrity }) => integrity && src === import.meta.url);

/**
 * Preloads a file by its hash. An `import()` has no place for one, but takes the file from the page's module map: a file
 * that does not match never gets there, where the browser honours `integrity` on `modulepreload` (Chromium, Firefox).
 */
const preload = (href: string, integrity: string, { nonce }: HTMLScriptElement): void => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'modulepreload', href, integrity, nonce });
  document.head.append(link);
};

const started = new Set<number>();

const load = async (index: number): Promise<unknown> => {
  const [name, version, integrity = ''] = chunks[index] ?? [];
  const { href } = new URL(`chunks/${name}-${version}.js`, import.meta.url);
  if (checked && !started.has(index)) preload(href, integrity, checked);
  started.add(index);
  try {
    return await import(href);
  } catch (cause) {
    started.delete(index);
    warnOnce(
      `care-widgets: ${href} did not arrive, so what needs it keeps its fallback | Upload the folder "chunks" as a whole beside care-widgets.js. Check that the server sends the file as JavaScript, that it is the file of this version (integrity), that no Content-Security-Policy refuses it, and that a trusted-types directive names lit-html.`,
      cause,
    );
    throw cause;
  }
};

/**
 * Loads all files of a chunk at once, so that it takes one round trip however its code is split. Settles when they have
 * run, with their exports, none for a name that is no chunk's; rejects, after having told the webmaster, where one of them
 * does not arrive.
 */
export const loadChunk = async (name: string): Promise<unknown[]> => {
  const index = chunks.findIndex(([known]) => known === name);
  const [known, , , ...needs] = chunks[index] ?? [];
  return known ? Promise.all([index, ...needs].map(load)) : [];
};
