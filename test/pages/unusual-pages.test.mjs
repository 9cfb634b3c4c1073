// Pages of a kind for which Lit is not made, or which change what it stands on: what their authors wrote inside stays visible.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { addLetters } from '../support/letters.mjs';
import { DIST, startVisits } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
addLetters(site);

const FETCHING = ['care-article', 'care-article-card', 'care-author', 'care-benefits', 'care-post-nav'];
const MARKUP = `<care-config endpoint="/feed.json">
  ${FETCHING.map((tag) => `<${tag} slug="letter-2"><a href="/letters/">Letters</a></${tag}>`).join('')}
  <care-article-list><a href="/letters/">Letters</a></care-article-list>
  <care-categories><a href="/topics/">Topics</a></care-categories></care-config>
  <care-contact phone="+1 555 010 0142" crisis-region="us"><a href="tel:+15550100142">Call us</a></care-contact>
  <care-newsletter action="/subscribe/"><a href="/subscribe/">Our newsletter</a></care-newsletter>
  <care-urgent heading="Call if:" reviewer="Robin Vale, MD" reviewed-on="2026-11-19"><ul><li>Signs</li></ul></care-urgent>`;
const ALL = 10;

describe('a page of type application/xhtml+xml', () => {
  it('shows every fallback, the number to call first of all', async () => {
    const address = site.add(
      `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Host</title></head><body>${MARKUP}
       <script src="/dist/care-widgets.classic.js"></script></body></html>`,
      { 'content-type': 'application/xhtml+xml' },
    );
    const { page } = await visit(address, { errors: true }); // Lit's templates are HTML, and no XML
    const seen = await page.waitForFunction((count) => {
      const elements = [
        ...document.querySelectorAll('care-config *, care-contact, care-newsletter, care-urgent'),
      ].filter(({ localName }) => localName.startsWith('care-'));
      const isTried = ({ reload, state, shadowRoot }) => shadowRoot && (!reload || state === 'error');
      return elements.length === count && elements.every(isTried) && elements.map(({ innerText }) => innerText.trim());
    }, ALL);
    assert.deepEqual(await seen.jsonValue(), [
      ...Array.from({ length: 6 }, () => 'Letters'),
      'Topics',
      'Call us',
      'Our newsletter',
      'Signs',
    ]);
  });
});

describe('a page in another encoding than UTF-8', () => {
  it('has a classic script that is the same in each: of ASCII alone', async () => {
    const script = await readFile(path.join(DIST, 'care-widgets.classic.js'), 'utf8');
    assert.deepEqual(script.match(/.{0,20}[^\0-\x7f].{0,20}/g), null);
  });

  for (const [script, tag] of Object.entries({
    'care-widgets.js': '<script type="module" src="/dist/care-widgets.js"></script>',
    'care-widgets.classic.js': '<script src="/dist/care-widgets.classic.js"></script>',
  })) {
    it(`reads the words of ${script} as they were written`, async () => {
      const address = site.add(
        `<!doctype html><html lang="es"><head><title>Host</title>${tag}</head><body>
         <care-newsletter action="/subscribe/"><a href="/subscribe/">Our newsletter</a></care-newsletter></body></html>`,
        { 'content-type': 'text/html; charset=iso-8859-1' },
      );
      const { page } = await visit(address);
      const words = await page.waitForFunction(() => {
        const { innerText } = document.querySelector('care-newsletter');
        return /correo/i.test(innerText) && innerText;
      });
      assert.match(await words.jsonValue(), /Correo electrónico/);
    });
  }
});

describe('a page with a polyfill of scoped custom element registries', () => {
  it('shows an article whose attributes are handed on as they were set', async () => {
    // as @webcomponents/scoped-custom-element-registry does it
    const polyfill = () => {
      const define = customElements.define.bind(customElements);
      customElements.define = (tag, elementClass) =>
        define(
          tag,
          class extends elementClass {
            setAttribute(name, value) {
              const before = this.getAttribute(name);
              super.setAttribute(name, value);
              if (elementClass.observedAttributes?.includes(name)) this.attributeChangedCallback(name, before, value);
            }
          },
        );
    };
    const address = site.add(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><script>(${polyfill})()</script>
       <script type="module" src="/dist/care-widgets.js" data-care-endpoint="/feed.json"></script></head>
       <body><care-article slug="letter-2"><a href="/letters/">Letters</a></care-article></body></html>`,
    );
    const view = await visit(address);
    await view.page.waitForFunction(() => document.querySelector('care-article').state === 'ready');
    await view.page.evaluate(async () => {
      const article = document.querySelector('care-article');
      article.withToc = true; // Lit writes the attribute, with its own empty TrustedScript as the value
      article.setAttribute('heading-level', 3);
      await article.updateComplete;
    });
    assert.equal(await view.page.locator('care-article h3').first().innerText(), 'Letter 2');
    assert.equal(await view.page.locator('care-article').getByText('On this page').count(), 1);
  });
});
