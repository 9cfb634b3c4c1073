import { expect } from '@open-wc/testing';
import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { hasNativeEngine } from '../../src/html/dom.js';
import { nativeEngine } from '../../src/html/sanitise/engine.js';
import { toFragment } from '../../src/html/safe-html.js';
import { serialise } from '../support/safe-html.js';
import { BLOCKS, BROKEN, CLASSIC, DISGUISED, HOSTILE } from './sanitiser.fixtures.js';
import { breaches } from './sanitiser.invariants.js';

const url = 'https://site.example/post/';
const origins = ['https://site.example'];
const engines = { dompurify: dompurifyEngine, ...(hasNativeEngine() && { native: nativeEngine }) };
const ALL = [...HOSTILE, ...DISGUISED, ...BROKEN, ['blocks', BLOCKS], ['classic', CLASSIC]] as const;

for (const [name, engine] of Object.entries(engines)) {
  describe(`sanitiser: ${name}`, function () {
    this.timeout(60_000);

    for (const [what, html] of ALL) {
      it(`leaves nothing of ${what} that runs, loads, covers or clobbers`, async () => {
        expect(breaches(toFragment(await articleBody(html, { url, origins, engine })), origins)).to.eql([]);
      });
    }

    it('keeps the words', async () => {
      const text = async (html: string) => toFragment(await articleBody(html, { url, origins, engine })).textContent;
      expect(await text('<p>a</p><script>x</script><x-note>b</x-note><section><p>c</p></section>')).to.equal('abc');
      expect(await text('<div><p>one<b>two<p>three<ul><li>four')).to.equal('onetwothreefour');
      expect(await text('<h3><button>Question</button></h3>')).to.equal('Question');
    });

    it('leaves of what is nested deeper than anybody writes only the words', async () => {
      const html = `${'<blockquote>'.repeat(200)}<p>The end</p>`;
      const text = toFragment(await articleBody(html, { url, origins, engine }));
      expect(text.textContent).to.equal('The end');
      expect(text.querySelectorAll('*').length).to.equal(64);
    });

    it('reads a body of 5 MB to its end', async () => {
      const html = `<p>${'word '.repeat(98)}</p>`.repeat(9_900) + '<p>The end</p>';
      expect(toFragment(await articleBody(html, { url, origins, engine })).lastElementChild?.textContent).to.equal(
        'The end',
      );
    });
  });
}

describe('sanitiser: both engines', function () {
  this.timeout(120_000);

  for (const [what, html] of ALL) {
    it(`give the same tree for ${what}`, async () => {
      const [one, other] = await Promise.all(
        Object.values(engines).map(async (engine) => serialise(await articleBody(html, { url, origins, engine }))),
      );
      expect(one).to.equal(other ?? one);
    });
  }
});
