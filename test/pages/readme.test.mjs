// Every HTML snippet of the README, pasted into a page as it stands: only the addresses of the clinics are those of the
// sample endpoint, and the files of the library are where this build is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createDemoServer } from '../../scripts/serve.mjs';
import { startBrowser, visit } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const README = readFileSync(`${ROOT}README.md`, 'utf8');
const blocks = (language) =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => ({
    text,
    line: README.slice(0, README.indexOf(text)).split('\n').length,
  }));

let demo;
let browser;
let view;
before(async () => {
  [demo, browser] = await Promise.all([createDemoServer({ root: ROOT }), startBrowser()]);
});
after(async () => {
  await browser.close();
  await demo.close();
});
afterEach(async () => {
  await view?.close();
  view = undefined;
});

const ENDPOINT = '/content/feed.json';
const SCRIPT = `<script type="module" src="/care-widgets/care-widgets.js" data-care-endpoint="https://your-clinic.example/"></script>`;

/** A page that holds the snippet, and the script tag where the snippet has none of its own. */
const paste = async (snippet, files = {}) => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body>
    ${snippet.includes('<script') ? '' : SCRIPT}${snippet}</body></html>`
    .replaceAll('/care-widgets/', '/dist/')
    .replace(/(endpoint=")https:\/\/(?:your-clinic|your-site|partner)\.example\/"/g, `$1${ENDPOINT}"`);
  const origin = demo.url.slice(0, -1);
  const served = { '/snippet.html': html, ...files };
  view = await visit(
    browser,
    { origin, endpointOrigin: origin, log: [] },
    `${origin}/snippet.html?article=first-week`,
    {
      beforeLoad: (page) =>
        page.route(
          ({ pathname }) => pathname in served,
          (route) => {
            const { pathname } = new URL(route.request().url());
            const contentType = pathname.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/json';
            return route.fulfill({ contentType, body: served[pathname] });
          },
        ),
    },
  );
};

const tagsIn = (snippet) => [
  ...new Set([
    ...[...snippet.matchAll(/<(care-[a-z-]+)/g)].map(([, tag]) => tag),
    ...[...snippet.matchAll(/data-care-widget="([a-z-]+)"/g)].map(([, name]) => `care-${name}`),
  ]),
];

/** Settles once every element of the page is registered and has content, as far as it is one that fetches any. */
const works = async (tags) => {
  await view.page.waitForFunction(
    (names) =>
      names.every((name) => {
        const elements = [...document.querySelectorAll(name)];
        return (
          customElements.get(name) &&
          elements.length &&
          elements.every(({ reload, state }) => !reload || ['ready', 'error'].includes(state))
        );
      }),
    tags,
  );
  const failed = await view.page.evaluate(
    (names) =>
      names
        .flatMap((name) => [...document.querySelectorAll(name)])
        .filter(({ error }) => error)
        .map(({ outerHTML, error }) => `${outerHTML}: ${error.code} ${error.detail ?? ''}`),
    tags,
  );
  assert.deepEqual(failed, []);
  assert.deepEqual(view.warnings, []);
};

describe('the snippets of README.md', () => {
  const snippets = blocks('html');
  assert.ok(snippets.length > 8, `${snippets.length} snippets`);
  for (const { text, line } of snippets) {
    const tags = tagsIn(text);
    it(`line ${line}: ${tags.join(', ')}`, async () => {
      await paste(text);
      await works(tags);
    });
  }

  it('an item of a JSON Feed, as it is described there', async () => {
    const [item] = blocks('json');
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Ours', items: [JSON.parse(item.text)] };
    const origin = demo.url.slice(0, -1);
    const body = JSON.stringify(feed).replaceAll('pictures/iop', `${origin}/content/pictures/chairs-in-a-circle`);
    await paste(
      `<care-article endpoint="/ours.json" slug="what-is-an-iop"></care-article>
       <care-categories endpoint="/ours.json" category-url="/{slug}"></care-categories>`,
      { '/ours.json': body },
    );
    await works(['care-article', 'care-categories']);
    const shown = await view.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('care-article');
      const words = (part) => shadowRoot.querySelector(`[part~=${part}]`)?.textContent.replace(/\s+/g, ' ').trim();
      return [words('title'), words('byline'), words('review'), words('category'), shadowRoot.querySelector('img').alt];
    });
    assert.deepEqual(shown, [
      'What is an IOP?',
      'By Jane Roe, MS, LPC',
      'Reviewed by Ana Ruiz, MD on March 2, 2026',
      'Treatment programs',
      'Chairs in a circle',
    ]);
  });

  it('what the letters stand for, in the owner’s words', async () => {
    await paste(blocks('html').find(({ text }) => text.includes('expansions=')).text);
    await works(['care-author']);
    await view.page.getByText('What the letters stand for').click();
    await view.page.getByText('Licensed Addiction Counselor (Colorado)').waitFor();
  });
});
