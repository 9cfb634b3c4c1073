import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { WriteNew } from './store.js';

/** Milliseconds between two signs that its holder is at work. */
const BEAT = 60_000;
/** A lock without a sign for so long is that of a run that is gone: also where nobody can ask for its process. */
const LIFETIME = 10 * BEAT;

/** Where a number means a process: not on another machine, in another container, or after a restart. */
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
    return process.kill(pid, 0); // sends nothing, only asks
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/** Whether nobody has shown for long that it is in use; its time may also be that of a clock that was set back. */
const isOld = async (path: string): Promise<boolean> => {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Math.abs(Date.now() - mtimeMs) > LIFETIME;
};

/** Ids of the locks that this process has or is about to have: a number of its own may also be that of a run before, as in a container. */
const held = new Set<string>();

/** A file that one run at a time has. */
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

  /** Whether another run has taken it over, because this one gave no sign, as a machine that slept. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** The process that has it, 0 where that is not known; `undefined` once this run has it. Rejects where no file can be written. */
  async take(): Promise<number | undefined> {
    held.add(this.#id); // before others can read it
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
      // of two runs that find one left behind, one may take it away: the other would take away what the first has put there
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

  /** Shows that its holder is at work. */
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
    // that it cannot be read for a moment, as over a network, says nothing
    const unread = (error: unknown): string => (isCode(error, 'ENOENT') ? '' : this.#text);
    return (await readFile(this.#path, 'utf8').catch(unread)) === this.#text;
  }

  /** Whether it could be made: one that is there is not written over. */
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

  /** The process that holds it, 0 where that is not known; `undefined` where it is left behind, or gone. */
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
