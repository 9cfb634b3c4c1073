/**
 * `npm run size`: what the code of a page costs a visitor, measured in a browser rather than read off the module graph: a
 * page is opened behind a slow line, its elements become ready, and every script of `dist/` that was asked for is counted
 * as brotli (quality 11) leaves it. A round trip is a wait: the loader is the first, what is asked for after it has arrived
 * the second, and so on. Exits with 1 where a budget is broken. A kilobyte is 1000 bytes.
 *
 *   --dist=folder   measure this build instead of `dist/`
 *   --files         name the files of every page
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { slugOf } from '../test/bench/posts.mjs';
import { brotli, startEndpoint, startSite } from '../test/bench/server.mjs';
import { table } from '../test/bench/statistics.mjs';
import { chromiumArgs, findChromium } from './browsers.mjs';

const slug = slugOf(1);
const card = `<care-article-card slug="${slug}"></care-article-card>`;
const article = `<care-article slug="${slug}" with-toc with-structured-data></care-article>`;
const contact = (
  layout,
) => `<care-contact layout="${layout}" heading="Call us" phone="(512) 555-0142" phone-label="512-555-0142"
  text-number="+1 512 555 0142" email="hello@clinic.example" href="/contact/" hours="Mo-Fr 08:00-18:00; PH off"
  time-zone="America/Chicago" holidays="2030-12-25" after-hours="Leave a message." crisis-region="us"
  license-text="License 1" license-url="/license"></care-contact>`;
const newsletter =
  '<care-newsletter action="/subscribe" fields="email first-name" consent="required"></care-newsletter>';
const urgent = `<care-urgent level="emergency" heading="Call 911 if someone:" reviewer="Dr. Amara Osei, MD" reviewed-on="2026-11-19">
  <ul><li>cannot be woken</li></ul></care-urgent>`;
const explainer = '<care-benefits layout="accordion" with-comparison with-faq></care-benefits>';
const articlePage = `${article}
  <care-author slug="${slug}" with-glossary></care-author>
  <care-post-nav slug="${slug}"></care-post-nav>
  <care-categories></care-categories>
  <care-article-list with-filter with-search with-more></care-article-list>`;

/** Signs up, and fails where that needs a script that the page did not have. */
const signUp = async (page) => {
  await page.route('**/subscribe', (route) => route.fulfill({ json: { ok: true } }));
  await page.locator('care-newsletter input[type=email]').fill('ada@example.org');
  await page.locator('care-newsletter [data-care-consent] input').check();
  await page.locator('care-newsletter button[type=submit]').click();
  await page.waitForSelector('care-newsletter:state(success)');
};

/**
 * The budgets, one number a row; who raises one says why in the commit: bytes (what the page weighs today, and one or two per
 * cent of room), scripts, round trips until the last script has been asked for. `lacks`: the platform feature that
 * the browser is made to lack, for code that loads only then. `isGhost`: the content comes from a Ghost. `act`: what a visitor does; no script may be loaded for it.
 */
const BUDGETS = [
  { name: 'one card', html: card, bytes: 37_150, scripts: 7 },
  { name: 'one card, Ghost', html: card, isGhost: true, bytes: 35_050, scripts: 7 },
  { name: 'contact, every attribute', html: contact('card') + contact('sticky'), bytes: 26_350, scripts: 3 },
  { name: 'urgent, every attribute', html: urgent, bytes: 18_400, scripts: 3 },
  { name: 'newsletter, to its answer', html: newsletter, act: signUp, bytes: 32_100, scripts: 4 },
  { name: 'article, contents and data', html: article, bytes: 49_800, scripts: 7 },
  { name: 'article page', html: articlePage, bytes: 63_700, scripts: 12 },
  { name: 'explainer, comparison, faq', html: explainer, bytes: 38_100, scripts: 5 },
  {
    name: 'all ten elements',
    html: `<care-config>${articlePage}${card}${contact('card')}${newsletter}${explainer}</care-config>`,
    bytes: 95_200,
    scripts: 17,
  },
  { name: 'card, Spanish', html: card, lang: 'es', bytes: 42_050, scripts: 8 },
  { name: 'article page, Spanish', html: articlePage, lang: 'es', bytes: 68_600, scripts: 13 },
  { name: 'article, no Sanitizer API', html: article, lacks: 'Sanitizer API', bytes: 60_550, scripts: 8 },
];

/** Responses of a Ghost. */
const GHOST = {
  headers: { 'access-control-allow-origin': '*' },
  json: { posts: [{ id: '1', slug, title: 'A post', url: 'https://blog.example/a-post/' }] },
};

/** Round trips after the page's HTML, at most. */
const ROUND_TRIPS = 2;

/** What makes Chromium behave like a browser without the feature. */
const LACKING = {
  'Sanitizer API': 'delete Element.prototype.setHTML; delete Document.parseHTML; delete globalThis.Sanitizer;',
};

const { values: options } = parseArgs({ options: { dist: { type: 'string' }, files: { type: 'boolean' } } });
const dist = path.resolve(options.dist ?? path.resolve(import.meta.dirname, '../dist'));
if (!existsSync(path.join(dist, 'care-widgets.js'))) {
  console.error(`There is no ${path.join(dist, 'care-widgets.js')} to measure: run \`npm run build\` first.`);
  process.exit(1);
}

const endpoint = await startEndpoint({ count: 20 });
const site = await startSite({ folders: { '/dist/': dist } });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

const isSettled = `[...document.querySelectorAll('*')]
  .filter(({ localName }) => localName.startsWith('care-'))
  .every((element) => element.matches(':defined') && element.shadowRoot?.childElementCount && !element.matches(':state(loading)'))`;

/** Every request of scripts and content with the time at which it began and ended, in seconds, as the browser tells. */
const watchNetwork = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  const requests = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    const isScript = request.url.startsWith(`${site.url}dist/`);
    if (isScript || type === 'Fetch') requests.set(requestId, { url: request.url, isScript, start: timestamp });
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const request = requests.get(requestId);
    if (request) request.end = timestamp;
  });
  return requests;
};

/** In which round trip the last of the requests was made: a request waits for all that had ended before it began. */
const roundTripsOf = (requests) => {
  const trips = new Map();
  const tripOf = (request) => {
    if (!trips.has(request)) {
      const before = requests.filter(({ end }) => end <= request.start);
      trips.set(request, 1 + Math.max(0, ...before.map(tripOf)));
    }
    return trips.get(request);
  };
  return Math.max(0, ...requests.map(tripOf));
};

const measure = async ({ html, lang = 'en', lacks, act, isGhost = false }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const messages = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    if (lacks) await page.addInitScript(LACKING[lacks]);
    if (isGhost) await page.route('**/ghost/api/content/**', (route) => route.fulfill(GHOST));
    site.pages.set(
      '/page',
      `<!doctype html><html lang="${lang}"><link rel="icon" href="data:,"><title>A page</title>
<script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint.url}" ${isGhost ? `data-care-key="${'0'.repeat(26)}"` : ''}></script>${html}`,
    );
    const requests = await watchNetwork(page);
    await page.goto(`${site.url}page`);
    await page.waitForFunction(isSettled, undefined, { timeout: 15_000 });
    await page.waitForLoadState('networkidle');
    const failed = await page.evaluate(
      `[...document.querySelectorAll(':state(error), :state(empty)')].map(({ localName }) => localName)`,
    );
    if (failed.length) throw new Error(`${failed.join(', ')} did not become ready`);
    const all = [...requests.values()];
    const scripts = all.filter(({ isScript }) => isScript);
    await act?.(page);
    const late = [...requests.values()].slice(all.length).filter(({ isScript }) => isScript);
    if (late.length) throw new Error(`${late.map(({ url }) => url)} was loaded only once the visitor acted`);
    return {
      files: scripts.map(({ url }) => new URL(url).pathname),
      roundTrips: roundTripsOf(scripts),
      contentRoundTrips: roundTripsOf(all),
    };
  } catch (error) {
    throw new Error(`${html}: ${error.message}; the console said: ${messages.join(' | ') || 'nothing'}`, {
      cause: error,
    });
  } finally {
    await context.close();
  }
};

const rows = [];
let isKept = true;
try {
  for (const budget of BUDGETS) {
    const { files, roundTrips, contentRoundTrips } = await measure(budget);
    const sizes = files.map((file) => [file.slice('/dist/'.length), brotli(site.bytesOf(file)).length]);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    if (options.files) console.log(`${table([budget.name, 'brotli'], sizes)}\n`);
    const broken = [
      total > budget.bytes && 'bytes',
      files.length > budget.scripts && 'scripts',
      roundTrips > ROUND_TRIPS && 'round trips',
    ].filter(Boolean);
    if (broken.length) isKept = false;
    const verdict = broken.length ? `BROKEN: ${broken.join(', ')}` : 'kept';
    rows.push([
      budget.name,
      `${total} (${budget.bytes})`,
      `${files.length} (${budget.scripts})`,
      `${roundTrips} (${ROUND_TRIPS})`,
      contentRoundTrips,
      verdict,
    ]);
  }
} finally {
  await browser.close();
  endpoint.close();
  site.close();
}
console.log(table(['page', 'bytes (budget)', 'scripts', 'round trips', 'with content', ''], rows));
if (!isKept) process.exitCode = 1;
