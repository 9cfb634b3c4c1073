import { randomBytes } from 'node:crypto';
import { glob, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** A file to fill, and the address that it is published at, where that is known. */
export interface FoundFile {
  readonly path: string;
  readonly url?: string;
}

const IS_HTML = /\.x?html?$/i;

/** Folders that hold no pages of the site. */
const isSkipped = (name: string): boolean => name === 'node_modules' || name === '.git';

/** `dir/index.html` is served as `dir/`. */
const addressOf = (site: string, root: string, path: string): string => {
  const url = new URL(site.endsWith('/') ? site : `${site}/`);
  const below = relative(root, path).split(/[\\/]/).map(encodeURIComponent).join('/');
  return new URL(below.replace(/(^|\/)index\.x?html?$/i, '$1'), url).href;
};

/** The folder that a pattern begins with. */
const rootOf = (pattern: string): string => {
  const parts = pattern.split('/');
  const magic = parts.findIndex((part) => /[*?[{(]/.test(part));
  return resolve(
    magic < 0 ? dirname(pattern) : parts.slice(0, magic).join('/') || (pattern.startsWith('/') ? '/' : '.'),
  );
};

/**
 * The HTML files that paths, folders and patterns name, each once, in order. `missing` are those that name none. Symbolic
 * links are followed to the file that they name, so that it is written once.
 */
export const findFiles = async (
  patterns: readonly string[],
  site: string | undefined,
): Promise<{ readonly files: readonly FoundFile[]; readonly missing: readonly string[] }> => {
  const files = new Map<string, FoundFile>();
  const missing: string[] = [];
  for (const pattern of patterns) {
    const kind = await stat(pattern).catch(() => undefined);
    const isFolder = !!kind?.isDirectory();
    const root = isFolder ? resolve(pattern) : rootOf(pattern);
    const found: string[] = kind?.isFile() ? [pattern] : [];
    if (!kind?.isFile()) {
      const exclude = (name: string): boolean => isSkipped(basename(name));
      const names = isFolder ? glob('**/*', { cwd: pattern, exclude }) : glob(pattern, { exclude });
      for await (const name of names) found.push(isFolder ? join(pattern, name) : name);
    }
    let isNothing = true;
    for (const name of found.sort()) {
      if (!kind?.isFile() && !IS_HTML.test(name)) continue;
      const path = await realpath(name).catch(() => undefined);
      if (!path || !(await stat(path)).isFile()) continue;
      const url = site === undefined ? undefined : addressOf(site, root, resolve(name));
      isNothing = false;
      if (!files.has(path)) files.set(path, { path: name, ...(url === undefined ? {} : { url }) });
    }
    if (isNothing) missing.push(pattern);
  }
  return { files: [...files.values()], missing };
};

/** Why a file is left as it is. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

const reason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ? `${code}: ${message.replace(/^\w+: /, '').replace(/, .*/, '')}` : message;
};

/**
 * A file as text, with its byte order mark. @throws FileError for one that is no UTF-8: written back, it would be spoiled.
 */
export const readPageFile = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new FileError(`it cannot be read (${reason(error)})`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError('it is not UTF-8, so it was left as it is: save it as UTF-8');
  }
};

/**
 * Replaces a file as a whole: who reads it meanwhile, or a power cut, finds the old text or the new one. Its permissions
 * stay. @throws FileError
 */
export const writePageFile = async (name: string, text: string): Promise<void> => {
  const path = await realpath(name);
  // in the same folder, because only within a file system a file takes another's place at once
  const temporary = join(dirname(path), `.care-widgets-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const { mode } = await stat(path);
    const file = await open(temporary, 'wx', mode & 0o7777);
    try {
      await file.writeFile(text);
      await file.sync();
      await file.chmod(mode & 0o7777); // past the umask
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new FileError(`it cannot be written (${reason(error)})`);
  }
};
