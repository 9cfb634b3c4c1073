import { randomBytes } from 'node:crypto';
import { glob, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** A file to fill, and the URL that it is published at, where that is known. */
export interface FoundFile {
  readonly path: string;
  readonly url?: string;
}

const IS_HTML = /\.x?html?$/i;

/** Whether a folder holds no pages of the site. */
const isSkipped = (name: string): boolean => name === 'node_modules' || name === '.git';

/** `dir/index.html` is served as `dir/`. */
const addressOf = (site: string, root: string, path: string): string => {
  const url = new URL(site.endsWith('/') ? site : `${site}/`);
  const below = relative(root, path).split(/[\\/]/).map(encodeURIComponent).join('/');
  return new URL(below.replace(/(^|\/)index\.x?html?$/i, '$1'), url).href;
};

/** The folder that a pattern begins with, as it is written. */
const rootOf = (pattern: string): string => {
  const parts = pattern.split('/');
  const magic = parts.findIndex((part) => /[*?[{(]/.test(part));
  if (magic < 0) return dirname(pattern);
  return parts.slice(0, magic).join('/') || (pattern.startsWith('/') ? '/' : '.');
};

/** Folders in and below `folder` that this user cannot read: Node skips them silently. */
const closedIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    (error as NodeJS.ErrnoException).code === 'EACCES' ? undefined : [],
  );
  if (!entries) return [folder];
  const inside = entries.filter(
    (entry) => entry.isDirectory() && !isSkipped(entry.name) && !entry.name.startsWith('.'),
  );
  return (await Promise.all(inside.map(({ name }) => closedIn(join(folder, name))))).flat();
};

/** What patterns name. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Patterns that name no file. */
  readonly missing: readonly string[];
  /** Folders that may hold files, and cannot be read. */
  readonly closed: readonly string[];
}

/**
 * The HTML files that paths, folders and patterns name, each once, in order. A symbolic link is followed to the file that it
 * names, so that it is written once; one to a folder is not where a whole folder is named: it may lead out of it, or into it again.
 */
export const findFiles = async (patterns: readonly string[], site: string | undefined): Promise<FoundFiles> => {
  const files = new Map<string, FoundFile>();
  const missing: string[] = [];
  const closed = new Set<string>();
  for (const pattern of patterns) {
    const kind = await stat(pattern).catch(() => undefined);
    const isFolder = !!kind?.isDirectory();
    const root = isFolder ? pattern : rootOf(pattern);
    const found: string[] = kind?.isFile() ? [pattern] : [];
    if (!kind?.isFile()) {
      const exclude = (name: string): boolean => isSkipped(basename(name));
      const names = isFolder ? glob('**/*', { cwd: pattern, exclude }) : glob(pattern, { exclude });
      for await (const name of names) found.push(isFolder ? join(pattern, name) : name);
    }
    const closedHere = isFolder || pattern.includes('**') ? await closedIn(root) : [];
    for (const folder of closedHere) closed.add(folder);
    const realRoot = await realpath(root).catch(() => '');
    let isNothing = !closedHere.length;
    for (const name of found.sort()) {
      if (!kind?.isFile() && !IS_HTML.test(name)) continue;
      const path = await realpath(name).catch(() => undefined);
      if (!path || !(await stat(path)).isFile()) continue;
      const folder = isFolder ? await realpath(dirname(name)) : '';
      if (isFolder && folder !== join(realRoot, relative(root, dirname(name)))) continue;
      const url = site === undefined ? undefined : addressOf(site, resolve(root), resolve(name));
      isNothing = false;
      if (!files.has(path)) files.set(path, { path: name, ...(url === undefined ? {} : { url }) });
    }
    if (isNothing) missing.push(pattern);
  }
  return { files: [...files.values()], missing, closed: [...closed] };
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
      await file.chmod(mode & 0o7777); // `open()` applies the umask
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new FileError(`it cannot be written (${reason(error)})`);
  }
};
