import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../src/define/care-post-nav.js';
import type { CarePostNav } from '../../src/elements/care-post-nav/care-post-nav.js';
import type { CareLoadEvent } from '../../src/events/care-load-event.js';
import type { CareNavigateEvent } from '../../src/events/care-navigate-event.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import {
  allWithin,
  articleOf,
  loaded,
  mounted,
  ReadingRoom,
  settledNext,
  within,
  words,
} from '../support/reading-room.js';

const TAG = 'care-post-nav';
const said = recordWarnings();
let room: ReadingRoom;
beforeEach(() => {
  room = new ReadingRoom();
});

const ready = (slug: string, isSame = false, lang = 'en') =>
  loaded<CarePostNav>(
    TAG,
    html`<div lang=${lang}>
      <care-post-nav
        endpoint=${room.endpoint}
        source=${room.source}
        slug=${slug}
        ?same-category=${isSame}
      ></care-post-nav>
    </div>`,
  );

const links = (element: Element) =>
  allWithin<HTMLAnchorElement>(element, 'nav > a').map((link) => [link.rel, words(link), link.href]);

describe(TAG, () => {
  it('is a named navigation with the older and the newer article', async () => {
    const element = await ready('post-5');
    expect(within(element, 'nav')?.getAttribute('aria-label')).to.equal('More articles');
    expect(links(element)).to.deep.equal([
      ['prev', 'Earlier Post 6', 'https://clinic.example/post-6/'],
      ['next', 'Later Post 4', 'https://clinic.example/post-4/'],
    ]);
    await expect(element).to.be.accessible();
  });

  it('has one link at either end', async () => {
    expect(links(await ready('post-1')).map(([rel]) => rel)).to.deep.equal(['prev']);
    expect(links(await ready('post-20')).map(([rel]) => rel)).to.deep.equal(['next']);
  });

  it('stays within the category on request', async () => {
    expect(links(await ready('post-6', true)).map(([, text]) => text)).to.deep.equal([
      'Earlier Post 9',
      'Later Post 3',
    ]);
  });

  it('follows a change of that', async () => {
    const element = await ready('post-6');
    expect(links(element)[0]?.[1]).to.equal('Earlier Post 7');
    element.sameCategory = true;
    await settledNext(element);
    expect(links(element)[0]?.[1]).to.equal('Earlier Post 9');
  });

  it('names an article that has no title', async () => {
    room.articles[5] = articleOf({ ...room.articles[5]!, title: '' });
    expect(links(await ready('post-5'))[0]?.[1]).to.equal('Earlier Untitled article');
  });

  it('asks for the article anew, too, on reload', async () => {
    const element = await ready('post-5');
    await element.reload();
    expect(room.asked.map(({ what }) => what)).to.deep.equal(['articles', 'neighbors', 'articles', 'neighbors']);
  });

  it('takes an id', async () => {
    const element = await loaded<CarePostNav>(
      TAG,
      html`<care-post-nav endpoint=${room.endpoint} source=${room.source} article-id="id-post-2"></care-post-nav>`,
    );
    expect(links(element)).to.have.length(2);
  });

  it('asks for no article that the page hands over', async () => {
    const element = await loaded<CarePostNav>(
      TAG,
      html`<care-post-nav
        endpoint=${room.endpoint}
        source=${room.source}
        .article=${room.articles[4]}
      ></care-post-nav>`,
    );
    expect(links(element).map(([, text]) => text)).to.deep.equal(['Earlier Post 6', 'Later Post 4']);
    expect(room.asked.map(({ what }) => what)).to.deep.equal(['neighbors']);
  });

  it('asks for the whole article where one beside it will, and for a summary otherwise', async () => {
    const parent = fixtureSync<HTMLElement>(
      html`<div>
        <care-article slug="post-5"></care-article>
        <care-article slug="post-6" excerpt-only></care-article>
      </div>`,
    );
    for (const slug of ['post-5', 'post-6', 'post-7']) {
      const element = document.createElement(TAG);
      Object.assign(element, { source: room.source, endpoint: room.endpoint });
      element.setAttribute('slug', slug);
      parent.append(element);
      await settledNext(element);
    }
    parent.innerHTML = '<care-article article-id="id-post-8"></care-article>';
    for (const id of ['id-post-8', 'id-post-9']) {
      const element = document.createElement(TAG);
      Object.assign(element, { source: room.source, endpoint: room.endpoint });
      element.setAttribute('article-id', id);
      parent.append(element);
      await settledNext(element);
    }
    expect(room.asked.flatMap(({ depth }) => depth ?? [])).to.deep.equal([
      ...['full', 'summary', 'summary'],
      ...['full', 'summary'],
    ]);
  });

  it('leads where article-url says', async () => {
    const element = await ready('post-5');
    element.articleUrl = '/read?a={slug}&id={id}';
    await element.updateComplete;
    expect(links(element)[0]?.[2]).to.equal(`${location.origin}/read?a=post-6&id=id-post-6`);
  });

  it('tells the event what it shows', async () => {
    const element = mounted<CarePostNav>(
      TAG,
      html`<care-post-nav endpoint=${room.endpoint} source=${room.source} slug="post-1"></care-post-nav>`,
    );
    const event = await new Promise<CareLoadEvent>((resolve) => element.addEventListener('care-load', resolve));
    expect(event.articles?.map(({ slug }) => slug)).to.deep.equal(['post-2']);
  });

  it('lets a single-page app follow the link', async () => {
    const element = await ready('post-5');
    let event: CareNavigateEvent | undefined;
    element.addEventListener('care-navigate', (navigate) => {
      event = navigate;
      navigate.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    within(element, 'a[rel=next]')?.dispatchEvent(click);
    expect([click.defaultPrevented, event?.url, event?.article?.slug]).to.deep.equal([
      true,
      'https://clinic.example/post-4/',
      'post-4',
    ]);
  });

  it('reads the one query parameter that slug-param names, and follows back and forward', async () => {
    const before = location.href;
    const go = (search: string) => history.replaceState(null, '', search);
    try {
      go('?article=post-5&other=post-9');
      const element = await loaded<CarePostNav>(
        TAG,
        html`<care-post-nav endpoint=${room.endpoint} source=${room.source} slug-param="article"></care-post-nav>`,
      );
      expect(links(element)[0]?.[1]).to.equal('Earlier Post 6');
      go('?article=post-9');
      dispatchEvent(new PopStateEvent('popstate'));
      await settledNext(element);
      expect(links(element)[0]?.[1]).to.equal('Earlier Post 10');
      go('?');
      dispatchEvent(new PopStateEvent('popstate'));
      await settledNext(element);
      expect(element.error?.code).to.equal('not-configured');
      expect(said.join()).to.contain('?article=');
      go('?article=%20post-7%20');
      dispatchEvent(new PopStateEvent('popstate'));
      await settledNext(element);
      expect(links(element)[0]?.[1]).to.equal('Earlier Post 8');
      // where there is no Navigation API, this event alone tells
      dispatchEvent(new PopStateEvent('popstate'));
      expect(element.isUpdatePending).to.equal(true);
      element.remove();
      await element.updateComplete;
      dispatchEvent(new PopStateEvent('popstate'));
      expect(element.isUpdatePending).to.equal(false);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('puts a title under its direction on a page from right to left, whichever way it is written', async () => {
    const root = fixtureSync<HTMLElement>(
      html`<div dir="rtl" style="inline-size: 60em"><care-post-nav></care-post-nav></div>`,
    );
    const element = root.querySelector<CarePostNav>('care-post-nav')!;
    element.neighbors = {
      previous: articleOf({ slug: 'a', title: 'English' }),
      next: articleOf({ slug: 'b', title: 'عربي' }),
    };
    await settledNext(element);
    for (const [side, edge] of [
      ['previous', 'right'],
      ['next', 'left'],
    ] as const) {
      const range = document.createRange();
      range.selectNodeContents(within(element, `[part~=${side}] bdi`)!);
      const link = within(element, `[part~=${side}]`)!.getBoundingClientRect();
      expect(Math.abs(range.getBoundingClientRect()[edge] - link[edge]), side).to.be.below(30);
    }
  });

  it('wants exactly one name', async () => {
    const element = await settledNext(
      mounted<CarePostNav>(
        TAG,
        html`<care-post-nav
          endpoint=${room.endpoint}
          source=${room.source}
          slug="post-1"
          article-id="id-post-1"
        ></care-post-nav>`,
      ),
    );
    expect(element.error?.detail).to.contain('exactly one');
  });

  it('speaks Spanish around titles in their own language and direction', async () => {
    const title = 'الأيام الأولى';
    room.articles[5] = articleOf({ ...room.articles[5]!, title, language: 'ar' });
    const element = await ready('post-5', false, 'es');
    const link = within(element, 'a[rel=prev]');
    expect(words(link)).to.equal(`Más antiguo ${title}`);
    expect(within(element, '[part=title] bdi')?.lang).to.equal('ar');
    expect(within(element, '[part=title] bdi')?.matches(':dir(rtl)')).to.equal(true);
    expect(within(element, '[part=direction]')?.lang).to.equal('es');
  });

  it('keeps a long title inside its box', async () => {
    room.articles[5] = articleOf({ ...room.articles[5]!, title: 'Donaudampfschifffahrt'.repeat(9) });
    const element = await ready('post-5');
    element.style.inlineSize = '12em';
    const link = within(element, 'a')!;
    expect(link.scrollWidth).to.be.at.most(link.clientWidth);
  });
});
