// What the renderer's engine makes of a hostile text is, once a browser has parsed it, the tree that the browser's own
// engine makes of it: over every fixture, and what is prepared for a page without a DOM over every sample article.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startBrowser } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = path.join(ROOT, 'stories/content/articles');

/** Bundles from the sources: what is compared is no part of the package's public side. */
const bundle = async (contents, options) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    logLevel: 'error',
    ...options,
  });
  return outputFiles[0].text;
};

const FIXTURES = `
  import * as one from './test/conformance/sanitiser.fixtures.ts';
  import * as other from './test/conformance/hostile-corpus.ts';
  const named = [...one.HOSTILE, ...one.DISGUISED, ...one.BROKEN, ['blocks', one.BLOCKS], ['classic', one.CLASSIC]];
  export const fixtures = [...named.map(([, html]) => html), ...other.PLAIN, ...other.NESTED, ...other.SHOWN];`;

const OPTIONS = { url: 'https://site.example/post/', origins: ['https://site.example'] };

describe('a text that was rendered', () => {
  let browser;
  let page;
  let server;
  let texts;

  before(async () => {
    const node = await bundle(
      `${FIXTURES}
       export { sanitise } from './src/server/sanitise.ts';
       export { prepareMarkup } from './src/html/read/prepare-markup.ts';`,
      { platform: 'node', format: 'esm', external: ['canvas'] },
    );
    server = await import(`data:text/javascript;base64,${Buffer.from(node).toString('base64')}`);
    texts = [...server.fixtures, ...readdirSync(SAMPLES).map((file) => readFileSync(path.join(SAMPLES, file), 'utf8'))];
    browser = await startBrowser();
    page = await browser.newPage();
    await page.addScriptTag({
      content: await bundle(
        `export { articleBody } from './src/html/article-body.ts';
         export { treeOf, textOf } from './src/html/safe-html.ts';
         export { prepare } from './src/html/read/prepare.ts';
         export { outlineOf } from './src/html/read/outline.ts';
         export { nativeEngine } from './src/html/sanitise/engine.ts';`,
        { format: 'iife', globalName: 'care' },
      ),
    });
  });
  after(() => browser?.close());

  // DOMPurify drops some addresses that are harmless once they are resolved; see test/conformance/hostile-corpus.test.ts
  it('is the tree that a browser makes of it itself', async () => {
    const pairs = [];
    for (const html of texts) pairs.push([html, await server.sanitise(html, OPTIONS)]);
    const { same, different } = await page.evaluate(
      async ([list, options]) => {
        const { articleBody, treeOf, nativeEngine: engine } = globalThis.care;
        // parts of a text that only the way to it has made
        const normal = (element) => (element.normalize(), element);
        const differing = [];
        for (const [html, written] of list) {
          const rendered = document.implementation.createHTMLDocument('').createElement('div');
          rendered.innerHTML = written;
          const own = document.implementation.createHTMLDocument('').createElement('div');
          own.append(treeOf(await articleBody(html, { ...options, engine })));
          if (!normal(own).isEqualNode(normal(rendered))) differing.push([html, written, own.innerHTML]);
        }
        return { same: list.length - differing.length, different: differing };
      },
      [pairs, OPTIONS],
    );
    console.log(`${same} of ${pairs.length} trees are the same`);
    assert.deepEqual(different.slice(0, 3), []);
    assert.ok(pairs.length > 2000, `${pairs.length}`);
  });

  it('has the headings, ids, names of tables and words that a browser gives it', async () => {
    const prepared = [];
    for (const html of texts) {
      const safe = await server.sanitise(html, OPTIONS);
      const options = { headingLevel: 2, tableLabel: 'Table' };
      const { text, outline, markup } = server.prepareMarkup(safe, { ...options, withOutline: true });
      prepared.push([safe, { markup, text, outline }]);
    }
    const different = await page.evaluate((list) => {
      const tree = (markup) => {
        const template = document.createElement('template');
        template.innerHTML = markup;
        return template.content;
      };
      const { prepare, outlineOf, textOf } = globalThis.care;
      const TREE = Symbol.for('care-widgets.safe-html');
      return list.filter(([safe, { markup, text, outline }]) => {
        const holder = { [TREE]: tree(safe) };
        const own = prepare(holder, { headingLevel: 2, tableLabel: 'Table' });
        const ownOutline = outlineOf(own);
        const box = document.createElement('div');
        const other = document.createElement('div');
        box.append(own);
        other.append(tree(markup));
        return !(
          box.isEqualNode(other) &&
          textOf(holder) === text &&
          JSON.stringify(ownOutline) === JSON.stringify(outline)
        );
      });
    }, prepared);
    assert.deepEqual(different.slice(0, 2), []);
  });
});
