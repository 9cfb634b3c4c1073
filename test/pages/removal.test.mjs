// A page of an app whose views come and go: what has been taken away is not kept.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { idle, startVisits } from '../support/page-server.mjs';

const VIEWS = 25;

const { site, visit } = await startVisits();

const view = (slug) => `
  <care-article slug="${slug}" with-toc with-structured-data></care-article>
  <care-author slug="${slug}" with-glossary></care-author>
  <care-post-nav slug="${slug}"></care-post-nav>
  <care-categories></care-categories>
  <care-article-list with-filter with-search></care-article-list>
  <care-config theme="dark"><care-article-card slug="${slug}"></care-article-card></care-config>
  <care-benefits with-comparison with-faq></care-benefits>
  <care-urgent heading="Call 911 if someone:"><ul><li>cannot be woken</li></ul></care-urgent>
  <care-contact layout="sticky" phone="+1-512-555-0142" hours="Mo-Fr 08:00-18:00" time-zone="America/Chicago"
    crisis-region="us"></care-contact>
  <care-newsletter action="/subscribe" fields="email" consent="required"></care-newsletter>`;

it('keeps neither nodes nor listeners of elements that have been taken away', async () => {
  const { page, context } = await visit(
    site.add(`<!doctype html><html lang="en"><head><title>App</title>
      <script type="module" src="/dist/care-widgets.js" data-care-endpoint="${site.newSite()}"></script></head>
      <body><main></main></body></html>`),
  );
  const cdp = await context.newCDPSession(page);
  const show = async (number) => {
    await page.evaluate((html) => (document.querySelector('main').innerHTML = html), view(`post-${number}`));
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll('main *')].filter(({ localName }) => localName.startsWith('care-'));
      return all.every(
        (element) => element.matches(':defined') && ['ready', 'idle', undefined].includes(element.state),
      );
    });
    await page.evaluate(() => document.querySelector('main').replaceChildren());
  };
  const kept = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners: listeners } = await cdp.send('Memory.getDOMCounters');
    return { nodes, listeners };
  };
  // the same three articles again and again: their answers are kept, and meant to be
  for (let count = 0; count < 6; count++) await show(1 + (count % 3));
  const before = await kept();
  for (let count = 0; count < VIEWS; count++) await show(1 + (count % 3));
  // what is still on its way is collected later; one node or listener of each view would be too many
  const isMore = ({ nodes, listeners }) => nodes >= before.nodes + VIEWS || listeners >= before.listeners + VIEWS;
  const deadline = Date.now() + 30_000;
  let after = await kept();
  while (isMore(after) && Date.now() < deadline) {
    await idle(page);
    after = await kept();
  }
  assert.ok(after.nodes < before.nodes + VIEWS, `${before.nodes} nodes, then ${after.nodes}`);
  assert.ok(after.listeners < before.listeners + VIEWS, `${before.listeners} listeners, then ${after.listeners}`);
});
