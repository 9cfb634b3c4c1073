import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../src/define/care-article.js';
import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { hasNativeEngine } from '../../src/html/dom.js';
import { nativeEngine } from '../../src/html/sanitise/engine.js';
import { article } from '../support/articles.js';

const url = 'https://site.example/post/';
const engines = { dompurify: dompurifyEngine, ...(hasNativeEngine() && { native: nativeEngine }) };

/** Milliseconds. Each of these bodies once took from 15 seconds to minutes, by work that grew with its square. */
const BOUND = 6000;

const BODIES: readonly (readonly [string, string])[] = [
  ['blank lines', '\n'.repeat(400_000)],
  ['blanks behind tags', `<p>${' '.repeat(400_000)}`],
  ['paragraphs', '<p>x'.repeat(40_000)],
  ['inline elements', '<b>x</b>'.repeat(40_000)],
  ['headings', '<h2>x</h2>'.repeat(12_000)],
  ['menus within menus', '<select><option>'.repeat(60_000)],
  ['a file whose name has no end', `<img src="https://o.example/${'a.'.repeat(200_000)}">`],
  [
    'a list of films that names none',
    `<iframe src="https://${'youtube.com/embed/videoseries?&'.repeat(40_000)}"></iframe>`,
  ],
  [
    'figures that nothing counts up to',
    Array.from({ length: 20_000 }, (_, at) => `<x${String.fromCodePoint(0x4e00 + at)} data-to-value=1></span>`).join(
      '',
    ),
  ],
];

describe('bodies of a hostile size', function () {
  this.timeout(100_000);

  for (const [name, engine] of Object.entries(engines)) {
    for (const [what, markup] of BODIES) {
      it(`do not hold up the page with ${what} (${name})`, async () => {
        const start = performance.now();
        const body = await articleBody(`${markup}<p>The end</p>`, { url, engine });
        const element = fixtureSync<HTMLElementTagNameMap['care-article']>(
          html`<care-article with-toc .article=${article({ body })}></care-article>`,
        );
        await element.updateComplete;
        expect(element.getBoundingClientRect().height).to.be.above(0);
        expect(performance.now() - start).to.be.below(BOUND);
        expect(element.state).to.equal('ready');
      });
    }
  }
});
