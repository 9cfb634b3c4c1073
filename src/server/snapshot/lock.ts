import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { WriteNew } from './store.js';

/** Milliseconds between two updates of the lock by its holder. */
const BEAT = 60_000;
/**
 * Milliseconds without an update after which a lock counts as left behind by a run that has ended, also where its process
 * cannot be checked.
 */
const LIFETIME = 10 * BEAT;

/** Identifies the machine, boot and container within which a process id is unique. */
const place = (): string => {
  const read = (from: () => string): string => {
    try {
      return from().trim();
    } catch {
      return ''; // not Linux
    }
  };
  return [
    hostname(),
    read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    read(() => readlinkSync('/proc/self/ns/pid')),
  ].join('|');
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0); // signal 0 only checks whether the process exists
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/** Whether a lock has not been updated for {@link LIFETIME}. A time in the future counts likewise: the clock was set back. */
const isOld = async (path: string): Promise<boolean> => {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Math.abs(Date.now() - mtimeMs) > LIFETIME;
};

/**
 * Ids of the locks that this process holds or is about to hold: its process id may be that of an earlier run, as in a
 * container.
 */
const held = new Set<string>();

/** A lock file, held by one run at a time. */
export class Lock {
  readonly #path: string;
  readonly #write: WriteNew;
  readonly #id = randomBytes(8).toString('hex');
  readonly #text = [process.pid, place(), this.#id].join('\n');
  #beat: NodeJS.Timeout | undefined;
  #isLost = false;

  constructor(path: string, write: WriteNew) {
    this.#path = path;
    this.#write = write;
  }

  /** Whether another run has taken it over, because this one did not update it, as on a machine that slept. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /**
   * Tries to take the lock. Resolves to `undefined` where this run holds it now, else to the id of the process that does, 0
   * where that is not known. Rejects where the file cannot be written.
   */
  async take(): Promise<number | undefined> {
    held.add(this.#id); // before the file is written, so that {@link Lock.take} of another instance here knows it
    const holder = await this.#tryToTake().catch((error: unknown) => {
      held.delete(this.#id);
      throw error;
    });
    if (holder === undefined) this.#beat = setInterval(() => void this.sign(), BEAT).unref();
    else held.delete(this.#id);
    return holder;
  }

  async #tryToTake(): Promise<number | undefined> {
    if (!(await this.#create(this.#path))) {
      const holder = await this.#holder();
      // of two runs that find a lock left behind only one may remove it: the other could remove the new lock of the first
      const turn = `${this.#path}-next`;
      if (holder === undefined && (await isOld(turn))) await rm(turn, { force: true });
      if (holder !== undefined || !(await this.#create(turn))) return holder ?? 0;
      try {
        if ((await this.#holder()) !== undefined) return 0;
        await rm(this.#path, { force: true });
        if (!(await this.#create(this.#path))) return 0;
      } finally {
        await rm(turn, { force: true });
      }
    }
    return undefined;
  }

  /** Updates the lock's time, as a sign that its holder is running. */
  async sign(): Promise<void> {
    if (!(await this.#isMine())) this.#isLost = true;
    else await utimes(this.#path, new Date(), new Date()).catch(() => undefined);
  }

  async release(): Promise<void> {
    clearInterval(this.#beat);
    held.delete(this.#id);
    if (await this.#isMine()) await rm(this.#path, { force: true });
  }

  async #isMine(): Promise<boolean> {
    // a read error, as on a network drive, does not mean that it is lost
    const unread = (error: unknown): string => (isCode(error, 'ENOENT') ? '' : this.#text);
    return (await readFile(this.#path, 'utf8').catch(unread)) === this.#text;
  }

  /** Creates the file; false where it exists. */
  async #create(path: string): Promise<boolean> {
    try {
      await this.#write(path, this.#text);
      return true;
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      await rm(path, { force: true }).catch(() => undefined); // what a full disk leaves
      throw error;
    }
  }

  /**
   * The id of the process that holds the lock, 0 where it is not known; `undefined` where the lock was left behind, or is
   * gone.
   */
  async #holder(): Promise<number | undefined> {
    const text = await readFile(this.#path, 'utf8').catch(() => undefined);
    if (text === undefined || (await isOld(this.#path))) return undefined;
    const here = place();
    const [number, where = here, id = ''] = text.split('\n');
    const pid = Number(number);
    if (!pid || where !== here) return pid;
    return (pid === process.pid ? held.has(id) : isRunning(pid)) ? pid : undefined;
  }
}
