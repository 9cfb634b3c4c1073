import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Lock } from './lock.js';

/** Why a folder or a file could not be read or written, in one sentence. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Writes a new file: to the disk, or as a test does it. */
export type WriteNew = (path: string, data: string | Uint8Array) => Promise<void>;

const writeNew: WriteNew = async (path, data) => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.datasync(); // else a power cut could leave an empty file under the final name
  } finally {
    await file.close();
  }
};

const IS_TEMPORARY = /^\.care-widgets-[\da-f]{12}\.tmp$/;
const FOLDERS = ['.', 'articles', '.care-widgets', '.care-widgets/http'];
const LOCK = '.care-widgets/lock';

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is larger than the system allows',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  EEXIST: 'a file stands in its way',
  ENOTDIR: 'a file stands in its way',
  EISDIR: 'a folder stands in its way',
  ENOENT: 'no folder can be made there',
};

const failure = (name: string, error: unknown, what: 'read' | 'written' = 'written'): StoreError => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new StoreError(`${name} cannot be ${what}: ${WORDS[code] ?? message}`, { cause: error });
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Makes a folder, and what it stands in. Not by `recursive`: where none can be made, as in `/proc`, Node tries for ever. */
const makeFolder = async (path: string): Promise<void> => {
  const make = () =>
    mkdir(path).catch(async (error: unknown) => {
      if (!(await isFolder(path))) throw error;
    });
  await make().catch(async (error: unknown) => {
    const parent = dirname(path);
    const isMissing =
      (error as NodeJS.ErrnoException).code === 'ENOENT' && parent !== path && !(await isFolder(parent));
    if (!isMissing) throw error;
    await makeFolder(parent);
    await make();
  });
};

/** The folder of a snapshot. A file is replaced as a whole: who reads it meanwhile finds the old one or the new one. */
export class Store {
  readonly folder: string;
  readonly #write: WriteNew;
  readonly #lock: Lock;
  /** Files that were written or removed. */
  changes = 0;

  constructor(folder: string, write: WriteNew = writeNew) {
    this.folder = folder;
    this.#write = write;
    this.#lock = new Lock(join(folder, LOCK), write);
  }

  /** Makes the folders, `more` too, takes away what an interrupted run has left, and keeps other runs out. @throws StoreError */
  async open(...more: readonly string[]): Promise<void> {
    try {
      for (const name of [...FOLDERS, ...more]) await makeFolder(join(this.folder, name));
    } catch (error) {
      throw failure(this.folder, error);
    }
    await this.#takeLock();
    for (const name of [...FOLDERS, ...more]) {
      const files = await readdir(join(this.folder, name));
      for (const file of files.filter((one) => IS_TEMPORARY.test(one))) await rm(join(this.folder, name, file));
    }
  }

  async close(): Promise<void> {
    await this.#lock.release();
  }

  /** `undefined` where there is no such file. @throws StoreError where there is one that cannot be read: it is not taken for none. */
  async read(name: string): Promise<string | undefined> {
    return (await this.readBytes(name))?.toString('utf8');
  }

  /** Reads a file as bytes; otherwise as {@link Store.read}. */
  async readBytes(name: string): Promise<Buffer | undefined> {
    return readFile(join(this.folder, name)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw failure(join(this.folder, name), error, 'read');
    });
  }

  async has(name: string): Promise<boolean> {
    return access(join(this.folder, name)).then(
      () => true,
      () => false,
    );
  }

  /** Names of the files in a folder; none where there is no such folder. */
  async list(name: string): Promise<readonly string[]> {
    return readdir(join(this.folder, name)).catch(() => []);
  }

  /** Writes a file, unless it says the same already. @throws StoreError */
  async write(name: string, data: string | Uint8Array): Promise<void> {
    if (this.#lock.isLost)
      throw new StoreError(`another run has begun to write ${this.folder}, so this one has stopped`);
    const path = join(this.folder, name);
    const before = await readFile(path).catch(() => undefined);
    if (before?.equals(typeof data === 'string' ? Buffer.from(data) : data)) return;
    // in the same folder, because only within a file system a file takes another's place at once
    const temporary = join(dirname(path), `.care-widgets-${randomBytes(6).toString('hex')}.tmp`);
    try {
      await this.#write(temporary, data);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw failure(name, error);
    }
    if (!name.startsWith('.')) this.changes++;
  }

  async remove(name: string): Promise<void> {
    if (!(await this.has(name))) return;
    await rm(join(this.folder, name), { force: true });
    this.changes++;
  }

  /** Removes a folder if it is empty. */
  async removeFolder(name: string): Promise<void> {
    await rmdir(join(this.folder, name)).catch(() => undefined);
  }

  async #takeLock(): Promise<void> {
    const holder = await this.#lock.take().catch((error: unknown) => {
      throw failure(this.folder, error);
    });
    if (holder === undefined) return;
    throw new StoreError(
      `${this.folder} is being written by another run${holder ? ` (process ${holder})` : ''}. If there is none, delete ${join(this.folder, LOCK)}`,
    );
  }
}
