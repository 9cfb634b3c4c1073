import { expect, html } from '@open-wc/testing';
import '../../src/define/care-categories.js';
import type { CareCategories } from '../../src/elements/care-categories/care-categories.js';
import {
  allWithin,
  CATEGORIES,
  loaded,
  mounted,
  ReadingRoom,
  settledNext,
  within,
  words,
} from '../support/reading-room.js';

const TAG = 'care-categories';
let room: ReadingRoom;
beforeEach(() => {
  room = new ReadingRoom();
});

const ready = (attributes: { current?: string; layout?: string; url?: string; label?: string; lang?: string } = {}) =>
  loaded<CareCategories>(
    TAG,
    html`<div lang=${attributes.lang ?? 'en'}>
      <care-categories
        endpoint=${room.endpoint}
        source=${room.source}
        current=${attributes.current ?? ''}
        layout=${attributes.layout ?? 'list'}
        category-url=${attributes.url ?? ''}
        label=${attributes.label ?? ''}
      ></care-categories>
    </div>`,
  );

describe(TAG, () => {
  it('is a named navigation with a list of links, by name', async () => {
    const element = await ready();
    expect(within(element, 'nav')?.getAttribute('aria-label')).to.equal('Categories');
    expect(allWithin(element, 'nav > ul > li > a').map(words)).to.deep.equal(['Family & friends', 'Recovery']);
    expect(allWithin<HTMLAnchorElement>(element, 'a').map(({ href }) => href)).to.deep.equal([
      'https://clinic.example/family/',
      'https://clinic.example/recovery/',
    ]);
    expect(within(element, '[aria-current]')).to.equal(null);
  });

  it('takes the name that the author gives', async () => {
    expect(within(await ready({ label: 'Topics' }), 'nav')?.getAttribute('aria-label')).to.equal('Topics');
  });

  it('marks the current one, and follows a change', async () => {
    const element = await ready({ current: ' recovery ' });
    expect(allWithin(element, '[aria-current=page]').map(words)).to.deep.equal(['Recovery']);
    expect(within(element, '[aria-current]')?.part.contains('current')).to.equal(true);
    element.current = 'family';
    await element.updateComplete;
    expect(allWithin(element, '[aria-current=page]').map(words)).to.deep.equal(['Family & friends']);
    expect(room.asked).to.have.length(1);
  });

  it('leads where category-url says, with the slug encoded', async () => {
    const element = await ready({ url: '/topics/{slug}.html' });
    expect(within<HTMLAnchorElement>(element, 'a')?.href).to.equal(`${location.origin}/topics/family.html`);
    element.categories = [{ id: '1', slug: 'días/2', name: 'Días' }];
    await element.updateComplete;
    expect(within<HTMLAnchorElement>(element, 'a')?.href).to.equal(`${location.origin}/topics/d%C3%ADas%2F2.html`);
    element.categoryUrl = 'javascript:alert("{slug}")';
    await element.updateComplete;
    expect(within(element, 'a')).to.equal(null);
  });

  it('names a category that has no page', async () => {
    const element = await settledNext(
      mounted<CareCategories>(
        TAG,
        html`<care-categories .categories=${[{ id: '1', slug: 'x', name: 'X' }]}></care-categories>`,
      ),
    );
    expect(within(element, 'a')).to.equal(null);
    expect(words(within(element, 'li > [part=link]'))).to.equal('X');
    await expect(element).to.be.accessible();
  });

  it('bears the layout as an attribute where it is set as a property, which its style sheet goes by', async () => {
    const element = await ready();
    element.removeAttribute('layout');
    await element.updateComplete;
    expect(element.layout).to.equal('list');
    expect(element.hasAttribute('layout')).to.equal(false);
    element.layout = 'inline';
    await element.updateComplete;
    expect(element.getAttribute('layout')).to.equal('inline');
  });

  it('puts the links in a row that wraps', async () => {
    const element = await ready({ layout: 'inline' });
    const [first, second] = allWithin(element, 'li').map((item) => item.getBoundingClientRect());
    expect(first!.top).to.equal(second!.top);
    element.style.inlineSize = '9em';
    const tops = allWithin(element, 'li').map((item) => item.getBoundingClientRect().top);
    expect(tops[0]).to.be.below(tops[1]!);
    await expect(element).to.be.accessible();
  });

  it('lets a single-page app follow the link, and only plain clicks', async () => {
    const element = await ready();
    const heard: string[] = [];
    element.addEventListener('care-navigate', (event) => {
      heard.push(event.url);
      event.preventDefault();
    });
    const click = (init: MouseEventInit) => {
      const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init });
      element.addEventListener('click', (late) => late.preventDefault(), { once: true });
      within(element, 'a')?.dispatchEvent(event);
    };
    click({});
    click({ metaKey: true });
    expect(heard).to.deep.equal(['https://clinic.example/family/']);
  });

  it('shows hostile names as text', async () => {
    const name = '<img src=x onerror="globalThis.pwned=1">';
    const element = await settledNext(
      mounted<CareCategories>(
        TAG,
        html`<care-categories .categories=${[{ ...CATEGORIES[0], name }]}></care-categories>`,
      ),
    );
    expect(within(element, 'img')).to.equal(null);
    expect(words(within(element, 'a'))).to.equal(name);
  });

  it('has links of at least 24 by 24 pixels', async () => {
    for (const link of allWithin(await ready({ layout: 'inline' }), 'a')) {
      const { width, height } = link.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });

  it('is named in Spanish', async () => {
    expect(within(await ready({ lang: 'es' }), 'nav')?.getAttribute('aria-label')).to.equal('Categorías');
  });
});
