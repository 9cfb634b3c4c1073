import { expect, fixtureCleanup, fixtureSync, html } from '@open-wc/testing';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { hasNativeEngine } from '../../src/html/dom.js';
import { nativeEngine } from '../../src/html/sanitise/engine.js';
import { article } from '../support/articles.js';
import { watched } from '../support/watched-page.js';
import { BROKEN, DISGUISED, HOSTILE } from './sanitiser.fixtures.js';

const url = 'https://site.example/post/';
const engines = { dompurify: dompurifyEngine, ...(hasNativeEngine() && { native: nativeEngine }) };

/** Ours and, where the runner serves one, those of a corpus. */
const loadPayloads = async (): Promise<readonly string[]> => {
  const answer = await fetch('/__care/xss-corpus.json');
  const corpus = answer.ok ? ((await answer.json()) as { payloads: { html: string }[] }).payloads : [];
  return [...[...HOSTILE, ...DISGUISED, ...BROKEN].map(([, markup]) => markup), ...corpus.map((entry) => entry.html)];
};

/** Whatever would run, load, take input or have a namespace of its own. */
const FORBIDDEN =
  'script, iframe, frame, object, embed, form, input, textarea, select, button, dialog, style, link, meta, base, svg, math, template, video, audio, [popover], [autofocus], [contenteditable], [style], [target], [ping]';

describe('hostile articles in their elements', function () {
  this.timeout(100_000);

  for (const [name, engine] of Object.entries(engines)) {
    it(`show title and teaser as text, and a body that does nothing (${name})`, async () => {
      const payloads = await loadPayloads();
      await watched(async () => {
        for (const payload of payloads) {
          const hostile = article({
            title: payload,
            excerpt: payload,
            body: await articleBody(payload, { url, engine }),
          });
          const root = fixtureSync<HTMLElement>(
            html`<div>
              <care-article .article=${hostile}></care-article>
              <care-article isolated .article=${hostile}></care-article>
              <care-article-card .article=${hostile}></care-article-card>
            </div>`,
          );
          for (const element of root.querySelectorAll<HTMLElementTagNameMap['care-article']>(
            'care-article, care-article-card',
          )) {
            await element.updateComplete;
            const shadow = element.shadowRoot ?? element;
            const title = element.querySelector('[data-care-heading]') ?? shadow.querySelector('[part=title]');
            if (payload) expect(title?.textContent.trim(), payload).to.equal(payload.trim());
            expect(title?.querySelector('img, a:not([part]), p, div'), payload).to.equal(null);
            for (const tree of [shadow, element]) expect(tree.querySelector(FORBIDDEN), payload).to.equal(null);
          }
          fixtureCleanup();
        }
        return [];
      });
    });
  }
});
