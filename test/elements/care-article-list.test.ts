import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import { nothing } from 'lit';
import '../../src/define/care-article-list.js';
import type { CareArticleList } from '../../src/elements/care-article-list/care-article-list.js';
import { CareError } from '../../src/model/care-error.js';
import type { ArticleQuery } from '../../src/model/content-source.js';
import {
  allWithin,
  articleOf,
  articlesOf,
  loaded,
  mounted,
  ReadingRoom,
  settledNext,
  within,
  words,
} from '../support/reading-room.js';
import { ManualClock } from '../support/manual-clock.js';

const TAG = 'care-article-list';
let room: ReadingRoom;
let clock: ManualClock;
beforeEach(() => {
  room = new ReadingRoom();
  clock = new ManualClock();
});

interface Attributes {
  readonly perPage?: string;
  readonly page?: string;
  readonly category?: string;
  readonly tag?: string;
  readonly author?: string;
  readonly search?: string;
  readonly exclude?: string;
  readonly layout?: string;
  readonly level?: string;
  readonly lang?: string;
  readonly filter?: boolean;
  readonly searching?: boolean;
  readonly more?: boolean;
  readonly fallback?: unknown;
}

const template = (given: Attributes = {}) =>
  html`<div lang=${given.lang ?? 'en'}>
    <care-article-list
      endpoint=${room.endpoint}
      source=${room.source}
      per-page=${given.perPage ?? nothing}
      page=${given.page ?? nothing}
      category=${given.category ?? nothing}
      tag=${given.tag ?? nothing}
      author=${given.author ?? nothing}
      search=${given.search ?? nothing}
      exclude=${given.exclude ?? nothing}
      layout=${given.layout ?? nothing}
      heading-level=${given.level ?? nothing}
      ?with-filter=${given.filter}
      ?with-search=${given.searching}
      ?with-more=${given.more}
      .clock=${clock}
      >${given.fallback ?? nothing}</care-article-list
    >
  </div>`;

/** A list whose content and controls are there. */
const ready = async (given: Attributes = {}): Promise<CareArticleList> => {
  const list = await loaded<CareArticleList>(TAG, template(given));
  if (given.filter || given.searching || given.more) await waitUntil(() => within(list, '[part=footer]'), 'controls');
  if (given.filter) await waitUntil(() => allWithin(list, '[part=filter] *').length > 2, 'topics');
  return list;
};

const titles = (list: Element): string[] => allWithin(list, 'ul[part=list] > li [part=title]').map(words);
const queries = (): ArticleQuery[] =>
  room.asked.filter(({ what }) => what === 'list').map(({ about }) => about as ArticleQuery);
const button = (list: Element, text: string): HTMLButtonElement => {
  const found = allWithin<HTMLButtonElement>(list, 'button').find((candidate) => words(candidate) === text);
  if (!found) throw new Error(`no button "${text}"`);
  return found;
};
const moreButton = (list: Element): HTMLButtonElement => {
  const found = within<HTMLButtonElement>(list, '[part=more]');
  if (!found) throw new Error('no button for more');
  return found;
};
const status = (list: Element): string => words(within(list, '[role=status]'));
const type = (list: Element, text: string): void => {
  const input = within<HTMLInputElement>(list, 'input[type=search]')!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
const posts = (...numbers: number[]): string[] => numbers.map((number) => `Post ${number}`);

describe(`${TAG}: what it shows`, () => {
  it('is a list of cards, six of them, newest first, each with one link in a heading', async () => {
    const list = await ready();
    expect(titles(list)).to.deep.equal(posts(1, 2, 3, 4, 5, 6));
    for (const item of allWithin(list, 'ul > li')) {
      expect(item.querySelectorAll('article')).to.have.length(1);
      expect(item.querySelectorAll('h2 > a')).to.have.length(1);
    }
    expect(queries()).to.deep.equal([{ perPage: 6, page: 1 }]);
    expect(within(list, 'button, input, [role=status]')).to.equal(null);
  });

  it('asks for what its attributes say', async () => {
    room.articles = articlesOf(9).map((article) => ({
      ...article,
      tags: [{ slug: 't', name: 'T' }],
      authors: [{ name: 'jane', credentials: [] }],
    }));
    await ready({
      category: ' recovery ',
      tag: 't',
      author: 'jane',
      search: 'post',
      exclude: 'post-1, post-4 post-5;post-6',
      perPage: '2',
      page: '2',
    });
    expect(queries()).to.deep.equal([
      {
        category: 'recovery',
        tag: 't',
        author: 'jane',
        search: 'post',
        exclude: ['post-1', 'post-4', 'post-5', 'post-6'],
        perPage: 2,
        page: 2,
      },
    ]);
  });

  for (const [written, perPage] of [
    ['0', 6],
    ['-3', 1],
    ['many', 6],
    ['1000', 100],
    ['2.9', 2],
  ] as const) {
    it(`asks for ${perPage} where per-page="${written}"`, async () => {
      await ready({ perPage: written, page: written === '1000' ? '1' : 'x' });
      expect(queries()[0]).to.include({ perPage, page: 1 });
    });
  }

  for (const [layout, card] of [
    ['grid', 'vertical'],
    ['list', 'horizontal'],
    ['compact', 'compact'],
    ['sideways', 'vertical'],
  ] as const) {
    it(`has the layout ${layout}`, async () => {
      const list = await ready({ layout, perPage: '3' });
      list.parentElement!.style.inlineSize = '60em';
      const tops = new Set(allWithin(list, 'li').map((item) => item.getBoundingClientRect().top));
      expect(tops.size).to.equal(card === 'vertical' ? 1 : 3);
      expect(allWithin(list, 'article').every((article) => article.classList.contains(card))).to.equal(true);
      await expect(list).to.be.accessible();
    });
  }

  it('has headings of the chosen level, and takes parts of the cards away', async () => {
    const list = await ready({ level: '4' });
    expect(allWithin(list, 'h4')).to.have.length(6);
    list.withoutExcerpt = list.withoutByline = list.withoutDate = true;
    await list.updateComplete;
    expect(within(list, '[part=excerpt], [part=byline], time')).to.equal(null);
  });

  it('shows 500 given articles, in their order, and renders those far away late', async () => {
    const articles = articlesOf(500).reverse();
    const list = await loaded<CareArticleList>(
      TAG,
      html`<care-article-list .articles=${articles}></care-article-list>`,
    );
    expect(titles(list)).to.have.length(500);
    expect(titles(list)[0]).to.equal('Post 500');
    const last = allWithin(list, 'li').at(-1)!;
    expect(getComputedStyle(last).contentVisibility).to.equal('auto');
    expect(last.querySelector('article')?.checkVisibility({ contentVisibilityAuto: true })).to.equal(false);
  });

  it('holds the room of its cards while it loads', async () => {
    room.hold();
    const list = mounted<CareArticleList>(TAG, template({ perPage: '4' }));
    await room.questions(1);
    await list.updateComplete;
    expect(allWithin(list, 'li [part~=skeleton]')).to.have.length(4);
    room.releaseAll();
    await settledNext(list);
    expect(titles(list)).to.have.length(4);
  });
});

describe(`${TAG}: pictures`, () => {
  const image = { url: '/uploads/a.svg', alt: '', sources: [] };
  const shown = async (...withPicture: boolean[]) => {
    const articles = withPicture.map((has, at) => articleOf({ slug: `post-${at}`, ...(has ? { image } : {}) }));
    return loaded<CareArticleList>(TAG, html`<care-article-list .articles=${articles}></care-article-list>`);
  };

  it('draws a picture where the others have one, always the same', async () => {
    const lists = [await shown(true, false, true, false), await shown(true, false, true, false)];
    const [first, second] = lists.map((list) => allWithin(list, '.frame').map(({ className }) => className));
    expect(allWithin(lists[0]!, '[part=placeholder]')).to.have.length(2);
    expect(allWithin(lists[0]!, 'img')).to.have.length(2);
    expect(first).to.deep.equal(second);
    await expect(lists[0]!).to.be.accessible();
  });

  it('keeps its pictures where "Show more" adds articles without any', async () => {
    const articles = articlesOf(6).map((article, at) => (at < 2 ? { ...article, image } : article));
    const list = await loaded<CareArticleList>(
      TAG,
      html`<care-article-list .articles=${articles} per-page="3" with-more></care-article-list>`,
    );
    await waitUntil(() => within(list, '[part=more]'));
    moreButton(list).click();
    await settledNext(list);
    expect(allWithin(list, 'li img, li [part=placeholder]').map(({ localName }) => localName)).to.deep.equal([
      'img',
      'img',
      'div',
      'div',
      'div',
      'div',
    ]);
  });

  it('shows no picture at all where more than half of the articles have none', async () => {
    expect(within(await shown(true, false, false), '.frame')).to.equal(null);
    expect(within(await shown(false), '.frame')).to.equal(null);
  });
});

describe(`${TAG}: height`, () => {
  it('is kept where the first answer fails, with the controls', async () => {
    room.failure = new CareError('server');
    room.hold();
    const list = mounted<CareArticleList>(TAG, template({ perPage: '2', searching: true, layout: 'compact' }));
    await room.questions(1);
    await list.updateComplete;
    const before = list.offsetHeight;
    expect(allWithin(list, '.soon')).to.have.length(0);
    const failed = oneEvent(list, 'care-error');
    room.releaseAll();
    await failed;
    await list.updateComplete;
    expect(within(list, '[part=search]')).to.exist;
    expect(list.offsetHeight).to.be.closeTo(before, 1);
    expect(within(list, '[part=problem]')?.style.minBlockSize).not.to.equal('');
  });

  it('is reserved for topics that are on their way', async () => {
    room.hold();
    const list = mounted<CareArticleList>(TAG, template({ filter: true }));
    await room.questions(2);
    await list.updateComplete;
    expect(allWithin(list, '.soon')).to.have.length(3);
    const { height } = within(list, '[part=filter]')!.getBoundingClientRect();
    const done = settledNext(list);
    room.releaseAll();
    await done;
    await waitUntil(() => allWithin(list, '[part=topic]').length === 3);
    expect(allWithin(list, '.soon')).to.have.length(0);
    expect(within(list, '[part=filter]')!.getBoundingClientRect().height).to.equal(height);
  });
});

describe(`${TAG}: columns`, () => {
  /** The left edges of the cards, by their column. */
  const columns = async (count: number, width: number): Promise<number[]> => {
    const articles = articlesOf(count);
    const list = await loaded<CareArticleList>(
      TAG,
      html`<div style="inline-size: ${width}px"><care-article-list .articles=${articles}></care-article-list></div>`,
    );
    const boxes = allWithin(list, 'li').map((item) => item.getBoundingClientRect());
    const lefts = [...new Set(boxes.map(({ left }) => left))].sort((a, b) => a - b);
    const isWhole = boxes.map(({ width: inline }) => Math.round(inline) === width);
    return boxes.map(({ left }, at) => (isWhole[at] ? 0 : lefts.indexOf(left) + 1));
  };

  for (const [count, width, expected] of [
    [2, 300, [0, 0]],
    [4, 700, [1, 2, 1, 2]],
    [3, 700, [0, 1, 2]],
    [5, 1100, [1, 2, 3, 1, 2]],
    [4, 1100, [0, 1, 2, 3]],
    [7, 2400, [0, 1, 2, 3, 1, 2, 3]],
  ] as const) {
    it(`places ${count} cards at ${width} px, none alone in its row beside a gap`, async () => {
      expect(await columns(count, width)).to.deep.equal(expected);
    });
  }

  it('takes the room it gets where its place has no width of its own', async () => {
    const list = await loaded<CareArticleList>(
      TAG,
      html`<div style="display: flex; inline-size: 900px">
        <care-article-list .articles=${articlesOf(3)}></care-article-list>
        <p>Beside</p>
      </div>`,
    );
    expect(list.getBoundingClientRect().width).to.be.above(600);
  });

  it('moves no card that is there when "Show more" adds others', async () => {
    const list = await loaded<CareArticleList>(
      TAG,
      html`<div style="inline-size: 1100px">
        <care-article-list .articles=${articlesOf(12)} per-page="5" with-more></care-article-list>
      </div>`,
    );
    await waitUntil(() => within(list, '[part=more]'));
    const places = () =>
      allWithin(list, 'li')
        .slice(0, 3)
        .map((item) => JSON.stringify([item.offsetLeft, item.offsetTop, item.offsetWidth]));
    const before = places();
    moreButton(list).click();
    await settledNext(list);
    expect(titles(list)).to.have.length(10);
    expect(places()).to.deep.equal(before);
  });
});

describe(`${TAG}: show more`, () => {
  it('adds a page, gives the focus to its first card and tells how many there are', async () => {
    const list = await ready({ perPage: '8', more: true });
    const region = within(list, '[role=status]');
    expect([status(list), region?.ariaLive]).to.deep.equal(['8 of 20 articles', 'off']);
    const first = within(list, 'li');
    const more = moreButton(list);
    expect(words(more)).to.equal('Show 8 more');
    more.focus();
    more.click();
    await settledNext(list);
    expect(titles(list)).to.have.length(16);
    expect(words(list.shadowRoot!.activeElement)).to.equal('Post 9');
    expect(within(list, '[role=status]')).to.equal(region);
    expect([status(list), region?.ariaLive]).to.deep.equal(['16 of 20 articles', 'polite']);
    expect(words(moreButton(list))).to.equal('Show 4 more');
    expect(within(list, 'li')).to.equal(first);
    moreButton(list).click();
    await settledNext(list);
    expect(titles(list)).to.have.length(20);
    expect(status(list)).to.equal('20 articles');
    expect(within(list, '[part=more]')).to.equal(null);
    expect(queries().map(({ page }) => page)).to.deep.equal([1, 2, 3]);
    await expect(list).to.be.accessible();
  });

  it('keeps the list while it loads, and heeds no second click', async () => {
    const list = await ready({ perPage: '8', more: true });
    room.hold();
    moreButton(list).click();
    await room.questions(2);
    await list.updateComplete;
    expect([list.state, titles(list).length, status(list)]).to.deep.equal(['loading', 8, 'Loading…']);
    expect(within(list, 'ul')?.getAttribute('aria-busy')).to.equal('true');
    expect(moreButton(list).ariaDisabled).to.equal('true');
    moreButton(list).click();
    const done = settledNext(list);
    room.releaseAll();
    await done;
    expect(titles(list)).to.have.length(16);
  });

  it('does not take the focus from where the visitor has gone', async () => {
    const list = await ready({ perPage: '8', more: true });
    const elsewhere = document.createElement('button');
    list.after(elsewhere);
    room.hold();
    moreButton(list).click();
    await room.questions(2);
    elsewhere.focus();
    const done = settledNext(list);
    room.releaseAll();
    await done;
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('keeps what it has where a further page fails, says so, and can be tried again', async () => {
    const list = await ready({ perPage: '8', more: true });
    room.failure = new CareError('server');
    const failed = oneEvent(list, 'care-error');
    moreButton(list).click();
    expect(await failed).to.have.nested.property('error.code', 'server');
    expect([list.state, titles(list).length]).to.deep.equal(['ready', 8]);
    expect(words(within(list, '[part=footer] [role=status]'))).to.equal('This could not be loaded right now.');
    expect(status(list)).to.equal('8 of 20 articles');
    room.failure = undefined;
    button(list, 'Try again').click();
    await settledNext(list);
    expect(titles(list)).to.have.length(16);
    expect(words(list.shadowRoot!.activeElement)).to.equal('Post 9');
  });

  it('shows an article once that a new one has pushed to the next page', async () => {
    const list = await ready({ perPage: '3', more: true });
    room.articles = [articleOf({ slug: 'new', publishedAt: '2026-01-01T00:00:00Z' }), ...room.articles];
    moreButton(list).click();
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(1, 2, 3, 4, 5));
  });

  it('promises no more than there is where it begins with a later page', async () => {
    const second = await ready({ perPage: '8', more: true, page: '2' });
    expect(words(moreButton(second))).to.equal('Show 4 more');
    const list = await ready({ perPage: '8', more: true, page: '3' });
    expect([titles(list).length, status(list), within(list, '[part=more]')]).to.deep.equal([4, '4 articles', null]);
    second.articles = articlesOf(10);
    await second.updateComplete;
    expect(words(moreButton(second))).to.equal('Show 2 more');
  });

  it('asks for no page beyond the last one', async () => {
    const list = await ready({ more: true });
    moreButton(list).click();
    await settledNext(list);
    room.articles = room.articles.slice(0, 4);
    const before = queries().length;
    await list.reload();
    expect(queries().length - before).to.equal(1);
    expect(titles(list)).to.have.length(4);
  });

  it('gives way to a topic that the page chooses after the visitor did', async () => {
    const list = await ready({ filter: true, more: true });
    button(list, 'Family & friends').click();
    await settledNext(list);
    list.category = 'recovery';
    await settledNext(list);
    expect(queries().at(-1)?.category).to.equal('recovery');
    expect(button(list, 'Recovery').ariaPressed).to.equal('true');
  });

  it('gives way to words that the page searches for after the visitor did', async () => {
    const list = await ready({ searching: true });
    type(list, 'Post 7');
    clock.advance(300);
    await settledNext(list);
    list.search = 'Post 9';
    await settledNext(list);
    expect(queries().at(-1)?.search).to.equal('Post 9');
    expect(within<HTMLInputElement>(list, 'input')?.value).to.equal('Post 9');
  });

  it('begins anew, with one page, where the page sets another first page or hands other articles over', async () => {
    const list = await ready({ more: true });
    moreButton(list).click();
    await settledNext(list);
    list.page = 3;
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(13, 14, 15, 16, 17, 18));
    list.page = 1;
    list.perPage = 4;
    list.articles = articlesOf(12);
    await settledNext(list);
    moreButton(list).click();
    await settledNext(list);
    expect(titles(list)).to.have.length(8);
    list.articles = articlesOf(12).slice(2);
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(3, 4, 5, 6));
  });

  it('shows no controls where nothing is configured', async () => {
    const list = mounted<CareArticleList>(TAG, html`<care-article-list with-search with-more></care-article-list>`);
    await waitUntil(() => list.error);
    await list.updateComplete;
    expect([list.error?.code, within(list, '.soon, [part=footer], [part=controls]')]).to.deep.equal([
      'not-configured',
      null,
    ]);
  });

  it('shows given articles a page at a time, without any request', async () => {
    const list = await loaded<CareArticleList>(
      TAG,
      html`<care-article-list .articles=${articlesOf(10)} per-page="4" with-more></care-article-list>`,
    );
    await waitUntil(() => within(list, '[part=more]'));
    moreButton(list).click();
    await settledNext(list);
    expect(titles(list)).to.have.length(8);
    expect(status(list)).to.equal('8 of 10 articles');
  });
});

describe(`${TAG}: search`, () => {
  it('has a labelled field', async () => {
    const list = await ready({ searching: true, search: 'post' });
    const input = within<HTMLInputElement>(list, 'input[type=search]')!;
    expect(words(input.labels?.[0])).to.equal('Search articles');
    expect(input.value).to.equal('post');
    await expect(list).to.be.accessible();
  });

  it('waits until the visitor has stopped typing, and asks once', async () => {
    const list = await ready({ searching: true });
    for (const text of ['P', 'Po', 'Post 1', 'Post 13 ']) {
      type(list, text);
      clock.advance(299);
      await list.updateComplete; // or a search that had begun too early would not have been made yet
    }
    expect(queries()).to.have.length(1);
    clock.advance(1);
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(13));
    expect(queries().map(({ search }) => search)).to.deep.equal([undefined, 'Post 13']);
    expect(status(list)).to.equal('1 article for “Post 13”');
    expect(within<HTMLInputElement>(list, 'input')?.value).to.equal('Post 13 ');
    expect(clock.pending).to.equal(0);
  });

  it('asks at once on Enter', async () => {
    const list = await ready({ searching: true });
    type(list, 'Post 7');
    within<HTMLFormElement>(list, 'form')?.requestSubmit();
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(7, 17));
    clock.advance(1000);
    await list.updateComplete;
    expect(queries()).to.have.length(2);
  });

  it('never shows the answer to what was typed before', async () => {
    const list = await ready({ searching: true });
    room.hold();
    type(list, 'Post 7');
    clock.advance(300);
    await room.questions(2);
    type(list, 'Post 9');
    clock.advance(300);
    await room.questions(3);
    expect(room.asked[1]?.signal.aborted).to.equal(true);
    const done = settledNext(list);
    room.release(1);
    await done;
    room.releaseAll();
    await list.updateComplete;
    expect(titles(list)).to.deep.equal(posts(9, 19));
  });

  it('says that nothing matches, also before a fallback, and shows all again on request', async () => {
    const list = await ready({ searching: true, fallback: html`<p>Our articles</p>` });
    type(list, 'nothing like this');
    clock.advance(300);
    await settledNext(list);
    expect(list.state).to.equal('empty');
    expect(words(within(list, '[part=empty] p'))).to.equal('No article matches “nothing like this”.');
    expect(status(list)).to.equal('No article matches “nothing like this”.');
    expect(list.querySelector('p')?.checkVisibility()).to.equal(false);
    await expect(list).to.be.accessible();
    button(list, 'Show all articles').click();
    await settledNext(list);
    expect(titles(list)).to.have.length(6);
    expect(list.shadowRoot?.activeElement?.localName).to.equal('input');
    expect(within<HTMLInputElement>(list, 'input')?.value).to.equal('');
  });

  it('leads to the first article after that where there is no control', async () => {
    const list = await loaded<CareArticleList>(TAG, template({ category: 'none', more: true }));
    const reset = button(list, 'Show all articles');
    reset.focus();
    reset.click();
    await settledNext(list);
    expect(list.shadowRoot?.activeElement?.textContent).to.contain('Post 1');
  });

  it('says at once that nothing matches the words of the page, by their name', async () => {
    const list = await ready({ searching: true, search: 'xyzzy' });
    expect(words(within(list, '[part=empty] p'))).to.equal('No article matches “xyzzy”.');
  });

  it('keeps its field where a search fails, tells why, and searches again on Enter', async () => {
    const list = await ready({ searching: true });
    room.failure = new CareError('offline');
    type(list, 'Post 7');
    clock.advance(300);
    await settledNext(list);
    expect(list.state).to.equal('error');
    expect(status(list)).to.equal('You seem to be offline.');
    room.failure = undefined;
    within<HTMLFormElement>(list, 'form')?.requestSubmit();
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(7, 17));
  });

  it('forgets what was typed when it leaves the page before the pause is over', async () => {
    const list = await ready({ searching: true });
    type(list, 'Post 7');
    list.remove();
    expect(clock.pending).to.equal(0);
  });

  it('searches given articles without accents and without any request', async () => {
    const articles = [articleOf({ slug: 'a', title: 'Días de descanso' }), articleOf({ slug: 'b', title: 'Other' })];
    const list = await loaded<CareArticleList>(
      TAG,
      html`<care-article-list .articles=${articles} .clock=${clock} with-search></care-article-list>`,
    );
    await waitUntil(() => within(list, 'input'));
    type(list, 'DIAS');
    clock.advance(300);
    await settledNext(list);
    expect(titles(list)).to.deep.equal(['Días de descanso']);
  });
});

describe(`${TAG}: filter`, () => {
  it('offers the categories of the endpoint as a named group of buttons', async () => {
    const list = await ready({ filter: true });
    const group = within(list, '[role=group]');
    expect(group?.getAttribute('aria-label')).to.equal('Topic');
    expect([...group!.querySelectorAll('button')].map((topic) => [words(topic), topic.ariaPressed])).to.deep.equal([
      ['All topics', 'true'],
      ['Family & friends', 'false'],
      ['Recovery', 'false'],
    ]);
    await expect(list).to.be.accessible();
  });

  it('shows one topic, then all', async () => {
    const list = await ready({ filter: true });
    button(list, 'Family & friends').click();
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(3, 6, 9, 12, 15, 18));
    expect(button(list, 'Family & friends').ariaPressed).to.equal('true');
    expect(status(list)).to.equal('6 articles in Family & friends');
    button(list, 'All topics').click();
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(1, 2, 3, 4, 5, 6));
    expect(queries()).to.have.length(2); // the first answer is at hand
  });

  it('says by its name in which topic nothing matches which words', async () => {
    const list = await ready({ filter: true, searching: true });
    button(list, 'Family & friends').click();
    await settledNext(list);
    type(list, 'telehealth');
    clock.advance(300);
    await settledNext(list);
    expect(status(list)).to.equal('No article in Family & friends matches “telehealth”.');
    type(list, '');
    room.articles = [];
    clock.advance(300);
    await list.reload();
    expect(status(list)).to.equal('There is no article in Family & friends yet.');
  });

  it('fills the topic that is chosen', async () => {
    const list = await ready({ filter: true });
    const [chosen, other] = ['All topics', 'Recovery'].map((name) => getComputedStyle(button(list, name)));
    expect(other?.backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    expect(chosen?.backgroundColor).not.to.equal(other?.backgroundColor);
    expect(chosen?.borderTopWidth).to.equal('2px');
  });

  it('begins with the topic that the author names', async () => {
    const list = await ready({ filter: true, category: 'family' });
    expect(button(list, 'Family & friends').ariaPressed).to.equal('true');
    list.category = 'recovery';
    await settledNext(list);
    expect(button(list, 'Recovery').ariaPressed).to.equal('true');
  });

  it('makes other elements of other articles, so that no picture is seen with another title', async () => {
    const list = await ready({ filter: true });
    const before = within(list, 'li');
    button(list, 'Recovery').click();
    await settledNext(list);
    expect(within(list, 'li')).not.to.equal(before);
  });

  it('begins anew with the first page, and searches within the topic', async () => {
    const list = await ready({ filter: true, searching: true, more: true, perPage: '4' });
    moreButton(list).click();
    await settledNext(list);
    button(list, 'Recovery').click();
    await settledNext(list);
    expect(titles(list)).to.have.length(4);
    type(list, 'Post 1');
    clock.advance(300);
    await settledNext(list);
    expect(queries().at(-1)).to.deep.equal({ category: 'recovery', search: 'Post 1', perPage: 4, page: 1 });
  });

  /** A topic for each of twelve articles. */
  const TOPICS = articlesOf(12).map((article, index) => ({
    ...article,
    categories: [{ id: `${index}`, slug: `topic-${index}`, name: `Topic ${String(index).padStart(2, '0')}` }],
  }));

  it('is eight buttons at most', async () => {
    const list = await loaded<CareArticleList>(
      TAG,
      html`<care-article-list .articles=${TOPICS.slice(0, 8)} with-filter></care-article-list>`,
    );
    await waitUntil(() => allWithin(list, '[part=topic]').length === 9, 'all topics, and each');
    list.articles = TOPICS.slice(0, 9);
    await waitUntil(() => within(list, 'select'));
  });

  it('is a labelled menu where there are many topics', async () => {
    const list = await loaded<CareArticleList>(
      TAG,
      html`<care-article-list .articles=${TOPICS} with-filter category="topic-3"></care-article-list>`,
    );
    await waitUntil(() => within(list, 'select'));
    const select = within<HTMLSelectElement>(list, 'select')!;
    expect(words(select.labels[0])).to.equal('Topic');
    expect(select.options).to.have.length(13);
    expect(select.value).to.equal('topic-3');
    await expect(list).to.be.accessible();
    select.value = 'topic-5';
    select.dispatchEvent(new Event('change'));
    await settledNext(list);
    expect(titles(list)).to.deep.equal(posts(6));
  });

  it('shows in the menu what the list shows, also once all articles are shown again', async () => {
    const list = await loaded<CareArticleList>(
      TAG,
      html`<care-article-list .articles=${TOPICS} .clock=${clock} with-filter with-search></care-article-list>`,
    );
    await waitUntil(() => within(list, 'select'));
    const select = within<HTMLSelectElement>(list, 'select')!;
    // as a visitor chooses: what was once chosen by hand heeds its attribute no more
    const choose = async (slug: string) => {
      for (const option of select.options) option.selected = option.value === slug;
      select.dispatchEvent(new Event('change'));
      await settledNext(list);
    };
    for (const slug of ['topic-5', '', 'topic-7']) await choose(slug);
    type(list, 'nothing like this');
    clock.advance(300);
    await settledNext(list);
    button(list, 'Show all articles').click();
    await settledNext(list);
    expect(titles(list)).to.have.length(12);
    expect(select.value).to.equal('');
  });

  it('does without where the categories cannot be had', async () => {
    const list = await loaded<CareArticleList>(TAG, template({ filter: false }));
    room.failure = new CareError('forbidden');
    list.withFilter = true;
    await waitUntil(() => room.asked.some(({ what }) => what === 'categories'));
    await waitUntil(() => !within(list, '[part=filter]'));
    expect([list.state, titles(list).length]).to.deep.equal(['ready', 6]);
  });
});

it(`${TAG} speaks Spanish`, async () => {
  const list = await ready({ filter: true, searching: true, more: true, lang: 'es' });
  expect(words(within(list, 'label'))).to.equal('Buscar artículos');
  moreButton(list).click();
  await settledNext(list);
  expect(status(list)).to.equal('12 de 20 artículos');
  expect(button(list, 'Todos los temas')).to.exist;
});

it(`${TAG} reads nothing twice: one page, one list of categories`, async () => {
  await ready({ filter: true, searching: true, more: true });
  await ready({ filter: true, searching: true, more: true });
  expect(room.asked.map(({ what }) => what)).to.have.members(['list', 'categories']);
});
