import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { vi } from 'vitest';
import { Lock } from '../../src/server/snapshot/lock.js';
import { Store, StoreError } from '../../src/server/snapshot/store.js';
import { rejection } from '../support/fake-transport.js';

const MINUTE = 60_000;

describe('the lock of a snapshot’s folder', () => {
  let folder = '';
  let path = '';
  const open: Store[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'care-lock-'));
    path = join(folder, '.care-widgets/lock');
  });
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  /** How many of some runs that begin in the same moment may write. */
  const begin = async (count: number): Promise<number> => {
    const stores = Array.from({ length: count }, () => new Store(folder));
    const results = await Promise.allSettled(stores.map((store) => store.open()));
    for (const result of results) if (result.status === 'rejected') expect(result.reason).to.be.instanceOf(StoreError);
    const writers = stores.filter((_, index) => results[index]?.status === 'fulfilled');
    open.push(...writers);
    return writers.length;
  };
  /** What a run leaves that was killed `minutes` ago: its process, where that was, which run it was. */
  const leave = async (minutes: number, change: (lines: string[]) => readonly string[]): Promise<void> => {
    expect(await begin(1)).to.equal(1);
    const text = await readFile(path, 'utf8');
    await open.pop()?.close();
    await writeFile(path, change(text.split('\n')).join('\n'));
    const time = new Date(Date.now() - minutes * MINUTE);
    await utimes(path, time, time);
  };
  const GONE = '999999999';
  const RUNNING = String(process.ppid);

  it('is had by one of many that begin in the same moment', async () => {
    expect(await begin(12)).to.equal(1);
    expect(await begin(3)).to.equal(0);
    await open.pop()?.close();
    expect(await readdir(join(folder, '.care-widgets'))).to.deep.equal(['http']);
  });

  for (const [what, minutes, change, writers] of [
    ['of a process that is gone', 0, ([, where, id]) => [GONE, where!, id!], 1],
    ['of a process that is there', 5, ([, where, id]) => [RUNNING, where!, id!], 0],
    ['whose number another process has got since', 15, ([, where, id]) => [RUNNING, where!, id!], 1],
    ['of another machine that is at work', 5, ([, , id]) => [GONE, 'elsewhere', id!], 0],
    ['of another machine that is gone', 15, ([, , id]) => [GONE, 'elsewhere', id!], 1],
    ['of a run before under the same number, as in a container', 0, ([pid, where]) => [pid!, where!, 'x'], 1],
    ['of an older version, and gone', 0, () => [GONE], 1],
    ['of an older version, and at work', 0, () => [RUNNING], 0],
    ['without a word, which is being written', 0, () => [''], 0],
    ['without a word, as after a power cut', 15, () => [''], 1],
    ['from the future, as where a clock was set back', -15, ([, where, id]) => [RUNNING, where!, id!], 1],
  ] as readonly (readonly [string, number, (lines: string[]) => readonly string[], number])[]) {
    it(`${what} is ${writers ? 'taken over, by one' : 'left alone'}`, async () => {
      await leave(minutes, change);
      const before = await readFile(path, 'utf8');
      expect(await begin(12)).to.equal(writers);
      if (writers) expect(await readFile(path, 'utf8')).to.match(new RegExp(`^${process.pid}\\n`));
      else expect(await readFile(path, 'utf8')).to.equal(before);
    });
  }

  it('names the process that has it, and what to do where there is none', async () => {
    await leave(0, ([, where, id]) => [RUNNING, where!, id!]);
    const { message } = (await rejection(new Store(folder).open())) as Error;
    expect(message).to.equal(
      `${folder} is being written by another run (process ${RUNNING}). If there is none, delete ${path}`,
    );
  });

  it('is had from the moment in which others can read it', async () => {
    await begin(1);
    await open.pop()?.close();
    const plain = (name: string, data: string | Uint8Array) => writeFile(name, data, { flag: 'wx' });
    let other: number | undefined;
    const lock = new Lock(path, async (name, data) => {
      await plain(name, data);
      other = await new Lock(path, plain).take();
    });
    expect(await lock.take()).to.equal(undefined);
    expect(other).to.equal(process.pid);
    await lock.release();
  });

  it('that another run has taken over ends the writing, and stays that run’s', async () => {
    await begin(1);
    await open.pop()?.close();
    const lock = new Lock(path, (name, data) => writeFile(name, data, { flag: 'wx' }));
    expect(await lock.take()).to.equal(undefined);
    await utimes(path, 0, 0);
    await lock.sign();
    expect(lock.isLost).to.equal(false);
    expect(await begin(1), 'signed just now').to.equal(0);
    await writeFile(path, 'of another');
    await lock.sign();
    expect(lock.isLost).to.equal(true);
    await lock.release();
    expect(await readFile(path, 'utf8')).to.equal('of another');
  });

  it('is looked at each minute by the run that has it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await begin(1);
      await open[0]?.write('one.json', '1');
      await writeFile(path, 'of another');
      vi.advanceTimersByTime(MINUTE);
      await vi.waitFor(async () => {
        const error = (await rejection(open[0]!.write('two.json', '2'))) as Error;
        expect(error.message).to.match(/^another run has begun to write /);
      });
    } finally {
      vi.useRealTimers();
    }
  });
});
