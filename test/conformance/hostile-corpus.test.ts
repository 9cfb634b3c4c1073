import { expect, fixtureCleanup, fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-author.js';
import '../../src/define/care-benefits.js';
import '../../src/define/care-categories.js';
import '../../src/define/care-post-nav.js';
import type { ContentElement } from '../../src/elements/shared/content-element.js';
import { articleBody } from '../../src/html/article-body.js';
import { dompurifyEngine } from '../../src/html/sanitise/dompurify-engine.js';
import { hasNativeEngine } from '../../src/html/dom.js';
import { nativeEngine } from '../../src/html/sanitise/engine.js';
import { toFragment } from '../../src/html/safe-html.js';
import type { Article } from '../../src/model/article.js';
import { article } from '../support/articles.js';
import { serialise } from '../support/safe-html.js';
import { watched } from '../support/watched-page.js';
import { NESTED, PLAIN, SHOWN } from './hostile-corpus.js';
import { breaches } from './sanitiser.invariants.js';

const url = 'https://site.example/post/';
const engines = { dompurify: dompurifyEngine, ...(hasNativeEngine() && { native: nativeEngine }) };
/** Pictures of the page's own may load. */
const origins = [location.origin];

const inAnyOrder = (tree: string): string => [...tree].sort().join('');

describe('hostile corpus', function () {
  this.timeout(100_000);

  it(`leaves nothing that runs, loads, covers or clobbers, the same by each engine (${PLAIN.length + NESTED.length})`, async () => {
    for (const markup of [...PLAIN, ...NESTED]) {
      const trees = [];
      for (const engine of Object.values(engines)) {
        const safe = await articleBody(markup, { url, origins, engine });
        expect(breaches(toFragment(safe), origins), markup).to.eql([]);
        trees.push(serialise(safe));
      }
      const isFirefox = navigator.userAgent.includes('Firefox'); // see sanitiser.corpus.test.ts
      expect(new Set(isFirefox ? trees.map(inAnyOrder) : trees).size, `${markup}\n${trees.join('\n')}`).to.equal(1);
    }
  });

  for (const [name, engine] of Object.entries(engines)) {
    describe(name, () => {
      let all: readonly Article[];
      before(async () => {
        all = await Promise.all(
          SHOWN.map(async (text, index) =>
            article({
              id: `${index}`,
              slug: text,
              title: text,
              excerpt: text,
              authors: [{ name: text, credentials: [text] }],
              categories: [{ id: '1', slug: text, name: text }],
              siteName: text,
              language: text,
              body: await articleBody(text, { url: location.href, origins, engine }),
            }),
          ),
        );
      });

      const show = async (template: TemplateResult): Promise<HTMLElement> => {
        const root = fixtureSync<HTMLElement>(
          html`<div>
            <button id="before">before</button>
            <div style="max-inline-size: 40em">${template}</div>
            <button id="after">after</button>
          </div>`,
        );
        for (const element of root.querySelectorAll<ContentElement<unknown>>(':defined:not(button, div)')) {
          if ('updateComplete' in element) {
            await element.updateComplete;
            if (element.state !== 'ready')
              await waitUntil(() => element.state === 'ready', element.localName, { interval: 1 });
            await element.updateComplete;
          }
        }
        return root;
      };

      /** The page's own buttons can be pressed, and the page has not become wider. */
      const trespasses = (root: HTMLElement, what: string): string[] => {
        const found: string[] = [];
        for (const id of ['before', 'after']) {
          const button = root.querySelector(`#${id}`);
          button?.scrollIntoView({ block: 'center' });
          const { left = 0, top = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          if (hit?.id !== id) found.push(`something covers the button "${id}": ${what}`);
        }
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${what}`);
        return found;
      };

      const elements: Readonly<Record<string, (given: Article) => TemplateResult>> = {
        'care-article': (given) => html`<care-article with-toc with-structured-data .article=${given}></care-article>`,
        'care-article isolated': (given) => html`<care-article isolated .article=${given}></care-article>`,
        'care-benefits': ({ title, body }) =>
          html`<care-benefits
            layout="grid"
            .benefits=${[{ title, text: body, points: [{ name: title, text: title }] }]}
          ></care-benefits>`,
      };

      for (const [what, template] of Object.entries(elements)) {
        it(`does nothing in ${what}`, () =>
          watched(async () => {
            const covered: string[] = [];
            for (const given of all) {
              const root = await show(template(given));
              covered.push(...trespasses(root, given.title));
              for (const link of root.querySelectorAll<HTMLElement>('a, summary, [tabindex]')) link.focus();
              fixtureCleanup();
            }
            return covered;
          }));
      }

      it('does nothing in cards, lists, bylines and links', () =>
        watched(async () => {
          const covered: string[] = [];
          for (const given of all) {
            const root = await show(
              html`<care-article-card .article=${given}></care-article-card>
                <care-post-nav .neighbors=${{ previous: given, next: given }}></care-post-nav>
                <care-author with-glossary .article=${given}></care-author>
                <care-categories .categories=${given.categories}></care-categories>`,
            );
            covered.push(...trespasses(root, given.title));
            fixtureCleanup();
          }
          const root = await show(
            html`<care-article-list
              with-filter
              with-search
              article-url="/read?{slug}"
              .articles=${all}
            ></care-article-list>`,
          );
          covered.push(...trespasses(root, 'the list'));
          const list = root.querySelector('care-article-list')?.shadowRoot;
          expect(list?.querySelectorAll('li a[part=link]').length).to.equal(all.length);
          for (const link of list?.querySelectorAll('a') ?? []) expect(link.origin).to.equal(location.origin);
          return covered;
        }));
    });
  }

  it('follows no script that a page hands over as an address', async () => {
    const url = `java\tscript:window.__pwned=1`;
    const given = article({
      url,
      authors: [{ name: 'A', credentials: [], url }],
      categories: [{ id: '1', slug: 'a', name: 'A', url }],
    });
    const relative = article({ url: '/post/' });
    const root = fixtureSync<HTMLElement>(
      html`<div>
        ${[given, relative, { ...given, isProtected: true }, { ...relative, isProtected: true }].map(
          (each) =>
            html`<care-article with-structured-data .article=${each}></care-article>
              <care-article excerpt-only .article=${each}></care-article>
              <care-article-card .article=${each}></care-article-card>
              <care-article-list .articles=${[each]}></care-article-list>
              <care-post-nav .neighbors=${{ previous: each, next: each }}></care-post-nav>
              <care-author .article=${each}></care-author>
              <care-categories .categories=${each.categories}></care-categories>`,
        )}
      </div>`,
    );
    const all = [...root.querySelectorAll<ContentElement<unknown>>(':defined')].filter((each) => 'state' in each);
    await waitUntil(() => all.every(({ state }) => state === 'ready'));
    const links = all.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('a') ?? [])]);
    expect(links.length).to.be.above(8);
    for (const { protocol, outerHTML } of links) expect(protocol, outerHTML).to.equal('http:');
  });
});
