import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { createPolite } from '../../src/server/net/polite.js';
import { Pictures } from '../../src/server/snapshot/pictures.js';
import { newState } from '../../src/server/snapshot/state.js';
import { Store } from '../../src/server/snapshot/store.js';
import { ManualClock } from '../support/manual-clock.js';
import { rejection } from '../support/fake-transport.js';

const COUNT = 12;
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('copies of pictures', () => {
  let store: Store;
  beforeEach(async () => {
    store = new Store(await mkdtemp(join(tmpdir(), 'care-pictures-')));
    await store.open('pictures');
  });
  afterEach(() => rm(store.folder, { recursive: true, force: true }));

  /** Copies of a picture of 600 pixels, and what was asked for. `beforeWriting` may hold each that is written. */
  const copies = async (beforeWriting: () => Promise<void>) => {
    const bytes = await sharp({ create: { width: 600, height: 300, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const asked: string[] = [];
    const clock = new ManualClock();
    const slow = new Store(store.folder, async (path, data) => {
      await beforeWriting();
      await writeFile(path, data);
    });
    const pictures = new Pictures({
      ...{ sharp, store: slow, state: newState('https://blog.example/', 'wordpress'), clock },
      polite: createPolite({ clock }),
      transport: (url) => {
        asked.push(url);
        return Promise.resolve(new Response(bytes));
      },
      isRefresh: false,
      onProblem: (error) => {
        throw error;
      },
    });
    return { pictures, asked };
  };
  const addresses = Array.from({ length: COUNT }, (_, index) => `https://blog.example/${index}.png`);

  it('are fetched as they are scaled: the bytes of a few are in memory, of however many articles', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let held = 0;
    const { pictures, asked } = await copies(async () => {
      held++;
      await released;
    });
    const signal = new AbortController().signal;
    const all = Promise.all(addresses.map((url) => pictures.copy(url, signal)));
    while (!held || asked.length < 3) await turns(1);
    await turns(2000);
    expect(asked.length).to.be.within(3, 4);
    release();
    for (const files of await all) expect(files.map(({ width }) => width)).to.deep.equal([480, 600]);
    expect(asked).to.have.length(COUNT);
    expect((await readdir(join(store.folder, 'pictures'))).length).to.equal(2 * COUNT);
  });

  it('end with the one at hand where the run is interrupted', async () => {
    const stop = new AbortController();
    const { pictures, asked } = await copies(() => {
      stop.abort(new Error('interrupted'));
      return Promise.resolve();
    });
    const outcomes = await Promise.all(addresses.map((url) => rejection(pictures.copy(url, stop.signal))));
    for (const outcome of outcomes) expect(outcome).to.equal(stop.signal.reason);
    expect(asked.length).to.be.below(COUNT);
    expect((await readdir(join(store.folder, 'pictures'))).length).to.be.within(1, 2);
  });
});
