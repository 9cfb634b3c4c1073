import { expect } from '@open-wc/testing';
import { hasNativeEngine } from '../../src/html/dom.js';
import { HOSTILE } from './sanitiser.fixtures.js';
import type { Outcome, Task } from './sanitiser.page.js';

const answerFrom = (frame: HTMLIFrameElement): Promise<unknown> =>
  new Promise((resolve) => {
    const listen = ({ data, source }: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data);
    };
    addEventListener('message', listen);
  });

/** Loads a fixture page of this folder anew and has it show what `task` says. */
const inPage = async (page: string, task: Task): Promise<Outcome> => {
  const frame = document.createElement('iframe');
  frame.src = new URL(`./sanitiser.${page}.html`, import.meta.url).href;
  document.body.append(frame);
  try {
    await answerFrom(frame);
    const answer = answerFrom(frame);
    frame.contentWindow?.postMessage(task, location.origin);
    return (await answer) as Outcome;
  } finally {
    frame.remove();
  }
};

const bodies = HOSTILE.map(([, html]) => html);

describe('sanitised bodies in a live page', function () {
  this.timeout(30_000);

  it('would be noticed if they ran or loaded something', async () => {
    const outcome = await inPage('live', {
      bodies: ['<img src="x" onerror="window.__pwned=1"><img src="https://evil.invalid/">'],
      engine: 'none',
    });
    expect(outcome.hasRun).to.equal(true);
    expect(outcome.violations.join()).to.include('img-src');
  });

  const engines: readonly Task['engine'][] = hasNativeEngine() ? ['native', 'dompurify'] : ['dompurify'];
  for (const engine of engines) {
    it(`run nothing, load nothing and change no global (${engine})`, async () => {
      const outcome = await inPage('live', { bodies, engine });
      expect(outcome.error).to.equal(undefined);
      expect(outcome.hasRun).to.equal(false);
      expect(outcome.violations).to.eql([]);
      expect(outcome.changedGlobals).to.eql([]);
    });

    it(`pass a strict policy with Trusted Types (${engine})`, async () => {
      const outcome = await inPage('strict', { bodies: [...bodies, '<p>Read me</p>'], engine });
      expect(outcome.error).to.equal(undefined);
      expect(outcome.violations).to.eql([]);
      expect(outcome.text).to.include('Read me');
    });
  }

  if (hasNativeEngine()) {
    it('need no policy of ours where the browser sanitises', async () => {
      const outcome = await inPage('refusing', { bodies: ['<p>Read <b>me</b></p>'], engine: 'native' });
      expect(outcome.violations).to.eql([]);
      expect(outcome.text).to.equal('Read me');
    });
  }

  it('fall back to the words where the page lets nobody parse', async () => {
    const outcome = await inPage('refusing', { bodies: ['<p>Read <b>me</b></p>', '<p>again'], engine: 'dompurify' });
    expect(outcome.error).to.equal(undefined);
    expect(outcome.text).to.equal('Read meagain');
  });
});
