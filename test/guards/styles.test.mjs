/** care-widgets.css stands in pages before any script: what it repeats of the elements' own styles must not drift apart. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** `--_name: value`, in their order. */
const tokensIn = (css) =>
  [...css.matchAll(/(--_[a-z\d-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.replace(/\s+/g, ' ').trim()]);

/** The declarations behind `selector`. */
const declarationsOf = (css, selector) => css.split(`${selector} {`)[1].split('}')[0];

describe('care-widgets.looks.css', () => {
  it('has the values that the elements have, of each look and density', () => {
    const css = read('src/styles/care-widgets.looks.css');
    const looks = read('src/styles/looks.ts');
    for (const name of ['calm', 'clinical', 'editorial', 'compact', 'roomy']) {
      const own = new Map(tokensIn(looks.slice(looks.indexOf(`const ${name} = css`)).split('`')[1]));
      if (own.has('--_accent')) own.set('--_accent', own.get('--_fill'));
      own.delete('--_fill'); // of filled buttons, of which rendered text has none
      const repeated = new Map(tokensIn(declarationsOf(css, `[data-care-rendered][data-care-dress~='${name}']`)));
      assert.ok(own.size > 0);
      assert.deepEqual(repeated, own, name);
    }
  });
});

describe('care-widgets.css', () => {
  it('has the defaults that the elements have, of the tokens that it uses', () => {
    const css = read('src/styles/care-widgets.css');
    const used = new Set([...css.matchAll(/var\((--_[a-z\d-]+)/g)].map(([, name]) => name));
    const tokens = tokensIn(read('src/styles/tokens.ts')).filter(([name]) => used.has(name));
    assert.ok(used.size > 6);
    assert.deepEqual(tokensIn(css), tokens);
  });

  // the layout before the script of cards, lists, articles and the way on: topic, review, drawn picture, panel, contents aside
  it('weighs 2,700 bytes at most', () => {
    const { length } = brotliCompressSync(readFileSync(new URL('../../dist/care-widgets.css', import.meta.url)));
    assert.ok(length <= 2700, `${length} bytes`);
  });
});
