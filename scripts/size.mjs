/**
 * `npm run size`: how many bytes of code a page really loads, measured in a browser rather than read off the module
 * graph: a page is opened, its elements become ready, and every file of `dist/` that was asked for is counted as
 * brotli (quality 11) leaves it. Exits with 1 where a budget is broken. A kilobyte is 1000 bytes.
 *
 *   --dist=folder   measure this build instead of `dist/`
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { slugOf } from '../test/bench/posts.mjs';
import { brotli, startEndpoint, startSite } from '../test/bench/server.mjs';
import { table } from '../test/bench/statistics.mjs';
import { chromiumArgs, findChromium } from './browsers.mjs';

const card = `<care-article-card slug="${slugOf(1)}"></care-article-card>`;
const article = `<care-article slug="${slugOf(1)}"></care-article>`;
const contact = '<care-contact phone="+1 555 010 0199"></care-contact>';
const newsletter = '<care-newsletter action="/subscribe"></care-newsletter>';

/** An element that comes to a page which has a card already: only the files that the card did not bring are counted. */
const beside = (tag, html, atMost = 3000, ceiling = atMost) => ({
  name: `${tag}, beside a card`,
  html: card + html,
  over: card,
  atMost,
  ceiling,
});

/**
 * The budgets, in bytes. `over`: what is on the page anyway, not counted. `lacks`: the platform feature that the browser
 * is made to lack, for code that loads only then. A row is left out while its element does not exist. A row that has
 * not reached its budget yet has a `ceiling`, which fails the build: it may be lowered, never raised.
 */
const BUDGETS = [
  { name: 'one card', html: card, atMost: 12_000, ceiling: 16_150 },
  beside('care-article', article, 3000, 7400),
  beside('care-article-list', '<care-article-list></care-article-list>'),
  beside('care-benefits', '<care-benefits></care-benefits>'),
  beside('care-post-nav', `<care-post-nav slug="${slugOf(2)}"></care-post-nav>`),
  beside('care-author', '<care-author name="Jane Roe" credentials="MS, LPC"></care-author>'),
  beside('care-categories', '<care-categories></care-categories>'),
  beside('care-newsletter', newsletter, 5000),
  beside('care-contact', contact, 5000),
  { name: 'care-contact alone', html: contact, atMost: 10_000 },
  { name: 'DOMPurify, no Sanitizer', html: article, over: article, lacks: 'Sanitizer API', atMost: 11_000 },
];

/** What makes Chromium behave like a browser without the feature. */
const LACKING = {
  'Sanitizer API': 'delete Element.prototype.setHTML; delete Document.parseHTML; delete globalThis.Sanitizer;',
};

const { dist: folder } = parseArgs({ options: { dist: { type: 'string' } } }).values;
const dist = path.resolve(folder ?? path.resolve(import.meta.dirname, '../dist'));
if (!existsSync(path.join(dist, 'care-widgets.js'))) {
  console.error(`There is no ${path.join(dist, 'care-widgets.js')} to measure: run \`npm run build\` first.`);
  process.exit(1);
}

const tagsOf = (html) => [...new Set(html.match(/(?<=<)care-[\w-]+/g))];
const exists = ({ html }) => tagsOf(html).every((tag) => existsSync(path.join(dist, 'define', `${tag}.js`)));

const endpoint = await startEndpoint({ count: 20 });
const site = await startSite({ folders: { '/dist/': dist } });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

const isSettled = `[...document.querySelectorAll('*')]
  .filter(({ localName }) => localName.startsWith('care-'))
  .every((element) => element.matches(':defined') && element.shadowRoot?.childElementCount && !element.matches(':state(loading)'))`;

/** The files of `dist/` that a page loads until all its elements are ready and the network has nothing left to do. */
const filesOf = async (html, lacks) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const messages = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    if (lacks) await page.addInitScript(LACKING[lacks]);
    site.pages.set(
      '/page',
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>A page</title>
<script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint.url}"></script>${html}`,
    );
    site.requests.length = 0;
    await page.goto(`${site.url}page`);
    await page.waitForFunction(isSettled, undefined, { timeout: 15_000 });
    await page.waitForLoadState('networkidle');
    const failed = await page.evaluate(
      `[...document.querySelectorAll(':state(error), :state(empty)')].map(({ localName }) => localName)`,
    );
    if (failed.length) throw new Error(`${failed.join(', ')} did not become ready`);
    if (html.includes(card)) await page.waitForSelector('care-article-card:state(ready)', { state: 'attached' });
    return new Set(site.requests);
  } catch (error) {
    throw new Error(`${html}: ${error.message}; the console said: ${messages.join(' | ') || 'nothing'}`, {
      cause: error,
    });
  } finally {
    await context.close();
  }
};

const sizeOf = (file) => brotli(site.bytesOf(file)).length;
const summary = [];
try {
  for (const budget of BUDGETS.filter(exists)) {
    const { name, html, over, lacks, atMost, ceiling = atMost } = budget;
    const present = over ? await filesOf(over) : new Set();
    const files = [...(await filesOf(html, lacks))].filter((file) => !present.has(file));
    const sizes = files.map((file) => [file.slice('/dist/'.length), sizeOf(file)]).sort(([, a], [, b]) => b - a);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    console.log(`${table([name, 'brotli'], [...sizes, ['together', total]])}\n`);
    const verdict = total <= atMost ? 'kept' : total <= ceiling ? `OVER, ceiling ${ceiling}` : 'BROKEN';
    summary.push({ row: [name, total, atMost, verdict], isKept: total <= ceiling });
  }
} finally {
  await browser.close();
  endpoint.close();
  site.close();
}
console.log(
  table(
    ['page', 'bytes', 'budget', ''],
    summary.map(({ row }) => row),
  ),
);
if (!summary.every(({ isKept }) => isKept)) process.exitCode = 1;
