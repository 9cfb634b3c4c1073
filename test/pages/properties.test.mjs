// Data that a page hands over before the elements' code is there, as frameworks do that render before it has arrived.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startVisits } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
let view;

const SCRIPTS = {
  'care-widgets.js': '<script type="module" src="/dist/care-widgets.js"></script>',
  'care-widgets.classic.js': '<script defer src="/dist/care-widgets.classic.js"></script>',
};

const ARTICLE = {
  id: '7',
  slug: 'given',
  title: 'Handed over',
  url: 'https://clinic.example/given/',
  excerpt: 'What the page knows.',
  authors: [{ name: 'Robin Vale', credentials: ['LPC'] }],
  reviewers: [],
  categories: [],
  tags: [],
  isProtected: false,
};

/** Each content element with what would be asked without the property, the property, and what is shown by it. */
const CASES = {
  'care-article': ['slug="post-1"', { article: ARTICLE }, /Handed over/],
  'care-article-card': ['slug="post-1"', { article: ARTICLE }, /Handed over/],
  'care-article-list': ['', { articles: [ARTICLE] }, /Handed over/],
  'care-author': ['slug="post-1"', { article: ARTICLE }, /Robin Vale/],
  'care-benefits': ['slug="post-1"', { benefits: [{ title: 'Handed over' }] }, /Handed over/],
  'care-categories': ['', { categories: [{ id: '1', slug: 'sleep', name: 'Sleep', count: 3 }] }, /Sleep/],
  'care-post-nav': ['slug="post-1"', { neighbors: { previous: ARTICLE } }, /Handed over/],
};

/** How a page makes the element: written in it, or by a script, while the code is on its way. */
const WAYS = {
  'in the page': (tag, attributes, properties) =>
    `<${tag} ${attributes}></${tag}><script>Object.assign(document.querySelector('${tag}'), ${JSON.stringify(properties)})</script>`,
  'made by a script': (tag, attributes, properties) =>
    `<script>addEventListener('DOMContentLoaded', () => {
      const place = document.createElement('div');
      place.innerHTML = '<${tag} ${attributes}></${tag}>';
      Object.assign(place.firstChild, ${JSON.stringify(properties)});
      document.body.append(place);
    })</script>`,
};

for (const [script, tagOfScript] of Object.entries(SCRIPTS)) {
  describe(`${script}: a property that is set before the element is defined counts`, () => {
    for (const [tag, [attributes, properties, words]] of Object.entries(CASES)) {
      for (const [way, write] of Object.entries(WAYS)) {
        it(`${tag}, ${way}, without any request`, async () => {
          const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
            ${tagOfScript.replace('src', `data-care-endpoint="${site.newSite()}/" src`)}</head>
            <body>${write(tag, attributes, properties)}</body></html>`;
          const from = site.contentRequests().length;
          view = await visit(site.add(html));
          await view.page.waitForFunction((name) => document.querySelector(name)?.state === 'ready', tag);
          const shown = await view.page.evaluate((name) => {
            const element = document.querySelector(name);
            return element.shadowRoot.textContent + element.textContent;
          }, tag);
          assert.match(shown, words);
          assert.equal(site.contentRequests().length, from);
        });
      }
    }
  });
}
