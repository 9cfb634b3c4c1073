// Every HTML snippet of README.md and docs/, pasted into a page as it stands: only the URLs of the clinics are those of
// the sample endpoint, and the files of the library are where this build is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPages } from '../../scripts/docs.mjs';
import { createDemoServer } from '../../scripts/serve.mjs';
import { blocksOf } from '../support/markdown.mjs';
import { startVisits } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const pages = await readPages();
const blocksIn = (name) => blocksOf(pages.find(({ file }) => file === name).text);

const { site: demo, visit } = await startVisits(() => createDemoServer({ root: ROOT }));
let view;

const ENDPOINT = '/content/feed.json';
const SCRIPT = `<script type="module" src="/care-widgets/care-widgets.js" data-care-endpoint="https://your-clinic.example/"></script>`;

/** A page that holds the snippet, and the script tag where the snippet has none of its own. */
const paste = async (snippet, { files = {}, headers = {}, beforeLoad } = {}) => {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body>
    ${snippet.includes('<script') ? '' : SCRIPT}${snippet}</body></html>`
    .replaceAll('/care-widgets/', '/dist/')
    .replace(/(endpoint=")(?:https:\/\/(?:your-clinic|your-site|partner)\.example)?\/"/g, `$1${ENDPOINT}"`);
  const origin = demo.url.slice(0, -1);
  const served = { '/snippet.html': html, ...files };
  view = await visit(`${origin}/snippet.html?article=first-week`, {
    async beforeLoad(page) {
      await beforeLoad?.(page);
      await page.route(
        ({ pathname }) => pathname in served,
        (route) => {
          const { pathname } = new URL(route.request().url());
          const contentType = pathname.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/json';
          return route.fulfill({ contentType, headers, body: served[pathname] });
        },
      );
    },
  });
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

for (const { file, text } of pages) {
  const snippets = blocksOf(text, 'html');
  if (!snippets.length) continue;
  describe(`the snippets of ${file}`, () => {
    for (const { text: snippet, line } of snippets) {
      const tags = tagsIn(snippet);
      it(`line ${line}: ${tags.join(', ')}`, async () => {
        await paste(snippet);
        await works(tags);
      });
    }
  });
}

describe('what else the pages show', () => {
  it('an item of a JSON Feed, as it is described there', async () => {
    const [item] = blocksIn('docs/content-sources.md').filter(({ language }) => language === 'json');
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Ours', items: [JSON.parse(item.text)] };
    const origin = demo.url.slice(0, -1);
    const body = JSON.stringify(feed).replaceAll('pictures/iop', `${origin}/content/pictures/chairs-in-a-circle`);
    await paste(
      `<care-article endpoint="/ours.json" slug="what-is-an-iop"></care-article>
       <care-categories endpoint="/ours.json" category-url="/{slug}"></care-categories>`,
      { files: { '/ours.json': body } },
    );
    await works(['care-article', 'care-categories']);
    const shown = await view.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('care-article');
      const words = (part) => shadowRoot.querySelector(`[part~=${part}]`)?.textContent.replace(/\s+/g, ' ').trim();
      const [title] = shadowRoot.querySelector('slot[name=title]').assignedElements();
      return [
        title.textContent.trim(),
        words('byline'),
        words('review'),
        words('category'),
        shadowRoot.querySelector('img').alt,
      ];
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
    await paste(blocksIn('docs/elements/care-author.md').find(({ text }) => text.includes('expansions=')).text);
    await works(['care-author']);
    await view.page.getByText('What the letters stand for').click();
    await view.page.getByText('Licensed Addiction Counselor (Colorado)').waitFor();
  });

  it('style sheets whose every rule the browser takes', async () => {
    const sheets = pages.flatMap(({ text }) => blocksOf(text, 'css'));
    assert.ok(sheets.length > 2);
    await paste('<p>Styles</p>');
    for (const { text } of sheets) {
      const counts = await view.page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        return [sheet.cssRules.length, [...sheet.cssRules].reduce((sum, { style }) => sum + style.length, 0)];
      }, text);
      const written = [...text.matchAll(/\{/g)].length;
      assert.equal(counts[0], written, text);
      assert.ok(counts[1] >= [...text.matchAll(/;/g)].length, text);
    }
  });

  // as headers of the page; an engine that lacks the Sanitizer API needs more of Trusted Types than one that has it
  const headers = blocksIn('docs/security-headers.md').filter(({ language }) => language === 'http');
  for (const { text, line } of headers) {
    for (const lacksSanitizer of [false, true]) {
      it(`the header of docs/security-headers.md, line ${line}${lacksSanitizer ? ', without the Sanitizer API' : ''}`, async () => {
        const [, name, value] = /^([\w-]+): (.+)$/m.exec(text);
        const policy = value.replace('connect-src https', "connect-src 'self' https"); // the sample endpoint is here
        await paste(
          `<care-article slug="what-is-an-iop" with-toc with-structured-data></care-article>
           <care-article-list></care-article-list><care-contact phone="+1 512 555 0142"></care-contact>
           <care-newsletter action="/subscribe"></care-newsletter>`,
          {
            headers: { [name]: policy },
            beforeLoad: (page) =>
              lacksSanitizer
                ? page.addInitScript(() => {
                    delete globalThis.Sanitizer;
                    delete Element.prototype.setHTML;
                  })
                : undefined,
          },
        );
        await works(['care-article', 'care-article-list', 'care-contact', 'care-newsletter']);
        assert.ok(await view.page.locator('care-article [data-care-body] p').count());
        assert.equal(await view.page.locator('script[type="application/ld+json"]').count(), 1);
      });
    }
  }
});
