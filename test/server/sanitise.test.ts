import { expect } from 'chai';
import { sanitise } from '../../src/server/index.js';
import { createSafeMarkup, isSafeHtml } from '../../src/html/safe-html.js';
import { serialise } from '../../src/html/serialise.js';
import { splitSections } from '../../src/html/read/sections.js';
import { loadEngine } from '../../src/server/libraries.js';

const options = { url: 'https://site.example/post/', origins: ['https://site.example'] };

describe('sanitise', () => {
  // what every engine yields is compared in test/pages/sanitise.test.mjs, over all fixtures
  for (const [what, html, safe] of [
    ['scripts and handlers', '<p onclick="x()">a<script>b</script></p><svg onload=x()></svg>', '<p>a</p>'],
    ['a table', '<table><tr><td>a', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
    [
      'a classic caption',
      '[caption id="a"]<img src="/a.png" alt="A">Words[/caption]',
      '<figcaption>Words</figcaption>',
    ],
    ['a first line break in a sample', '<pre>\n\n a</pre>', '<pre>\n\n a</pre>'],
    ['values', '<ol reversed="reversed"><li>a</li></ol>', '<ol reversed="reversed"><li>a</li></ol>'],
    ['characters', '<p title="&quot;&lt;&gt;&nbsp;">&lt;&amp;&gt;&nbsp;</p>', '&lt;&amp;&gt;&nbsp;</p>'],
  ] as const) {
    it(`reads ${what} as a browser does`, async () => {
      const written = await sanitise(html, options);
      expect(written).to.include(safe);
      expect(written).not.to.match(/onclick|onload|<script|<svg/);
    });
  }

  it('keeps a text as a string and takes it apart like a tree', async () => {
    const markup = await sanitise(
      '<p>Before</p><div><h2>One</h2><p>a</p></div><div><h2>Two</h2><p>b</p><table><tr><td>c</table></div>',
      options,
    );
    const { parse } = await loadEngine();
    const safe = createSafeMarkup(markup, parse);
    expect(isSafeHtml(safe)).to.equal(true);
    expect(serialise(safe)).to.equal(markup);
    const { sections = [], intro } = splitSections(safe) ?? {};
    expect(intro && serialise(intro)).to.equal('<p>Before</p>');
    expect(sections.map(({ title }) => title)).to.deep.equal(['One', 'Two']);
    expect(sections.map(({ body }) => serialise(body))).to.deep.equal([
      '<div><p>a</p></div>',
      '<div><p>b</p><div data-care-block="table" role="region" tabindex="0"><table><tbody><tr><td>c</td></tr></tbody></table></div></div>',
    ]);
  });
});
