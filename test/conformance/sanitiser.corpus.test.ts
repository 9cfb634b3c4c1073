import { expect } from '@open-wc/testing';
import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { hasNativeEngine } from '../../src/html/dom.js';
import { nativeEngine } from '../../src/html/sanitise/engine.js';
import { toFragment } from '../../src/html/safe-html.js';
import { serialise } from '../support/safe-html.js';
import { breaches } from './sanitiser.invariants.js';

const url = 'https://site.example/post/';
const origins = ['https://site.example'];
const engines = { dompurify: dompurifyEngine, ...(hasNativeEngine() && { native: nativeEngine }) };

interface Corpus {
  readonly payloads: readonly { readonly source: string; readonly html: string }[];
}

/** Absent where the runner serves none. */
const loadCorpus = async (): Promise<Corpus['payloads']> => {
  const answer = await fetch('/__care/xss-corpus.json');
  return answer.ok ? ((await answer.json()) as Corpus).payloads : [];
};

const inAnyOrder = (tree: string): string => [...tree].sort().join('');

describe('sanitiser: corpus', function () {
  this.timeout(100_000);

  it('hold against the corpus, where there is one', async () => {
    const payloads = await loadCorpus();
    if (!payloads.length) console.warn('CARE_XSS_CORPUS names no file: only our own hostile bodies were tried.');
    for (const { source, html } of payloads) {
      const trees = await Promise.all(
        Object.values(engines).map(async (engine) => {
          const safe = await articleBody(html, { url, origins, engine });
          expect(breaches(toFragment(safe), origins), source).to.eql([]);
          return serialise(safe);
        }),
      );
      // Firefox 153 puts words that are misplaced in a table behind it with `setHTML`, before it with `innerHTML`
      const comparable = /Firefox/.test(navigator.userAgent) && /<table/i.test(html) ? trees.map(inAnyOrder) : trees;
      expect(new Set(comparable).size, `${source}: ${trees.join('\n')}`).to.equal(1);
    }
  });
});
