import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-author.js';
import type { Article } from '../../src/model/article.js';
import type { ContentElement } from '../../src/elements/shared/content-element.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { articleOf, ReadingRoom } from '../support/reading-room.js';

// What a page's own script hands over for an article, in plain JavaScript, where no compiler looks at it.

const said = recordWarnings();
const ARTICLE = articleOf({
  slug: 'iop',
  title: 'About the IOP',
  authors: [{ name: 'Robin Vale', credentials: ['LPC'] }],
});
/** As the REST API of WordPress delivers it. */
const POST = {
  id: 7,
  slug: 'iop',
  title: { rendered: 'About the IOP' },
  categories: [3],
  excerpt: { rendered: '<p>In short</p>' },
};
const PROPERTIES = [
  ['care-article', 'article'],
  ['care-article-card', 'article'],
  ['care-author', 'article'],
  ['care-article-list', 'articles'],
] as const;

const make = async (tag: string, property: string, value: unknown, settings = {}): Promise<ContentElement<unknown>> => {
  const place: HTMLElement = fixtureSync(html`<div></div>`);
  const element = document.createElement(tag) as ContentElement<unknown>;
  element.innerHTML = '<p>Read it at the clinic</p>';
  Object.assign(element, { [property]: value }, settings);
  place.append(element);
  await element.updateComplete;
  return element;
};
const isFallbackShown = (element: Element): boolean => element.querySelector('p')?.checkVisibility() ?? false;

describe('articles that a page hands over', () => {
  for (const [tag, property] of PROPERTIES) {
    for (const nothing of [false, null, '', 0]) {
      it(`are none for ${tag} where a framework hands over ${JSON.stringify(nothing)}`, async () => {
        const element = await make(tag, property, nothing);
        await waitUntil(() => element.state === 'error');
        expect(element.error?.code).to.equal('not-configured');
        expect(isFallbackShown(element)).to.equal(true);
        Object.assign(element, { [property]: property === 'articles' ? [ARTICLE] : ARTICLE });
        await element.updateComplete;
        expect(element.state).to.equal('ready');
      });
    }

    it(`keep the fallback of ${tag} where they are another program's, and the console says what is missing`, async () => {
      for (const other of [POST, [POST], [null], 'iop']) {
        const element = await make(tag, property, other);
        await waitUntil(() => element.state === 'error');
        expect(isFallbackShown(element), JSON.stringify(other)).to.equal(true);
      }
      expect(said.filter((text) => text.startsWith(`<${tag}> not-an-article | its property holds`))).to.have.lengthOf(
        3,
      );
      expect(said.join()).to.contain('an object with id, slug, title, categories, excerpt, which is no article');
      expect(said.join()).to.contain('title (a text), authors, reviewers, categories and tags');
    });
  }

  it('may be one alone for a list', async () => {
    const element = await make('care-article-list', 'articles', ARTICLE);
    expect(element.state).to.equal('ready');
    expect(element.shadowRoot?.querySelectorAll('[part=list] > li').length).to.equal(1);
  });

  it('are no list where one of them is none', async () => {
    const element = await make('care-article-list', 'articles', [ARTICLE, POST]);
    await waitUntil(() => element.state === 'error');
    expect(isFallbackShown(element)).to.equal(true);
  });

  it('are taken from the attributes where the property holds none', async () => {
    const element = await make('care-author', 'article', POST);
    Object.assign(element, { name: 'Robin Vale, LPC' });
    await element.updateComplete;
    await waitUntil(() => element.state === 'ready');
    expect(element.shadowRoot?.textContent).to.contain('Robin Vale');
  });
});

describe('articles of a source that a page has registered', () => {
  it('that lack what their type has are an error with its fallback', async () => {
    const { endpoint, source } = new ReadingRoom([{ slug: 'iop', title: 'About the IOP' } as Article]);
    for (const tag of ['care-article', 'care-article-card']) {
      const element = await make(tag, 'slug', 'iop', { endpoint, source });
      await waitUntil(() => element.state === 'error');
      expect(element.error?.code).to.equal('malformed');
      expect(isFallbackShown(element)).to.equal(true);
      expect(said.join('\n')).to.match(
        new RegExp(`<${tag}> malformed \\| cannot be shown: TypeError: .* \\| A source that the page`),
      );
    }
  });
});
