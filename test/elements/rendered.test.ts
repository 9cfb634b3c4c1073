import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { Idiomorph } from 'idiomorph';
import morphdom from 'morphdom';
import '../../src/define/care-article.js';
import '../../src/define/care-article-card.js';
import '../../src/define/care-article-list.js';
import '../../src/define/care-author.js';
import '../../src/define/care-benefits.js';
import '../../src/define/care-categories.js';
import '../../src/define/care-post-nav.js';
import type { CareArticleList } from '../../src/elements/care-article-list/care-article-list.js';
import type { CareLoadEvent } from '../../src/events/care-load-event.js';
import type { CareNavigateEvent } from '../../src/events/care-navigate-event.js';
import { readArticle } from '../../src/elements/shared/rendered.js';
import { articleBody } from '../../src/html/article-body.js';
import type { Article } from '../../src/model/article.js';
import { CareError } from '../../src/model/care-error.js';
import type { Category } from '../../src/model/taxonomy.js';
import { articlesOf, CATEGORIES, ReadingRoom, words, within, type ContentHost } from '../support/reading-room.js';

const RENDERED = '2026-01-05T09:00:00Z';
const [RECOVERY, FAMILY] = CATEGORIES;

const PEOPLE =
  '<bdi data-care-part="author"><span data-care-part="name">Jane Roe</span>, <span data-care-part="credentials">MS, LPC</span></bdi>';

const card = (slug: string, title: string, excerpt = 'Nobody arrives with a plan, and nobody needs one.') =>
  `<article data-care-part="card" data-care-id="id-${slug}" data-care-slug="${slug}"><div data-care-part="content">` +
  `<h2 data-care-part="title" dir="auto"><a data-care-part="link" href="https://clinic.example/${slug}/">${title}</a></h2>` +
  `<p data-care-part="excerpt" dir="auto">${excerpt}</p>` +
  `<p data-care-part="byline" dir="auto"><span lang="en">By</span> ${PEOPLE}</p>` +
  '<time data-care-part="date" dir="auto" datetime="2025-06-24T00:00:00+00:00" lang="en">June 24, 2025</time></div></article>';

/** What each element holds, and the words by which a visitor knows it. */
const RENDERINGS = {
  'care-article-card': { attributes: 'slug="post-1"', inside: card('post-1', 'Post 1'), says: 'Post 1' },
  'care-article-list': {
    attributes: 'per-page="2" with-more with-filter with-search',
    inside:
      '<form data-care-part="search" role="search" action="https://clinic.example/"><label data-care-part="label">Search articles <input data-care-part="input" type="search" name="s"></label><button data-care-part="submit">Search</button></form>' +
      '<nav data-care-part="filter" aria-label="Topic"><a data-care-part="topic" href="https://clinic.example/" data-care-slug="">All topics</a><a data-care-part="topic" href="https://clinic.example/family/" data-care-slug="family">Family &amp; friends</a></nav>' +
      `<ul data-care-part="list" data-care-total="20"><li>${card('post-1', 'Post 1')}</li><li>${card('post-2', 'Post 2')}</li></ul>` +
      '<p data-care-part="footer"><a data-care-part="more" href="https://clinic.example/">Show more</a></p>',
    says: 'Post 2',
  },
  'care-article': {
    attributes: 'slug="post-1"',
    inside:
      '<article data-care-part="article" data-care-id="id-post-1" data-care-slug="post-1"><div data-care-part="header"><h2 data-care-part="title" dir="auto"><span lang="en">Post 1</span></h2>' +
      `<p data-care-part="byline" dir="auto"><span lang="en">By</span> ${PEOPLE}</p></div>` +
      '<div data-care-part="body" lang="en" dir="ltr"><details><summary>One</summary><p>Evenings at home.</p></details></div>' +
      '<div data-care-part="footer"><ul data-care-part="categories" aria-label="Categories"><li><a data-care-part="category" href="https://clinic.example/recovery/" data-care-slug="recovery">Recovery</a></li></ul></div></article>',
    says: 'Evenings at home.',
  },
  'care-post-nav': {
    attributes: 'slug="post-2"',
    inside:
      '<nav data-care-part="nav" aria-label="More articles"><a data-care-part="link previous" rel="prev" href="https://clinic.example/post-3/"><span data-care-part="direction">Previous</span> <span data-care-part="title"><bdi>Post 3</bdi></span></a>' +
      '<a data-care-part="link next" rel="next" href="https://clinic.example/post-1/"><span data-care-part="direction">Next</span> <span data-care-part="title"><bdi>Post 1</bdi></span></a></nav>',
    says: 'Post 3',
  },
  'care-categories': {
    attributes: '',
    inside:
      '<nav data-care-part="nav" aria-label="Categories"><ul data-care-part="list"><li><a data-care-part="link" href="https://clinic.example/family/" data-care-slug="family"><bdi>Family &amp; friends</bdi></a></li><li><a data-care-part="link" href="https://clinic.example/recovery/" data-care-slug="recovery"><bdi>Recovery</bdi></a></li></ul></nav>',
    says: 'Recovery',
  },
  'care-author': {
    attributes: 'slug="post-1"',
    inside:
      '<ul data-care-part="authors"><li data-care-part="author"><p data-care-part="byline" dir="auto"><span lang="en">By</span> <bdi><span data-care-part="name">Jane Roe</span>, <span data-care-part="credentials">MS, LPC</span></bdi></p></li></ul>',
    says: 'Jane Roe, MS, LPC',
  },
  'care-benefits': {
    attributes: 'slug="post-1"',
    inside:
      '<h2 data-care-part="title">Why evenings</h2><div data-care-part="benefits"><div data-care-part="items" role="list"><div data-care-part="item" role="listitem"><h3 data-care-part="title">Sleep at home</h3><div data-care-part="content"><p data-care-part="text">In your own bed.</p></div></div></div></div>',
    says: 'In your own bed.',
  },
} as const;
type Tag = keyof typeof RENDERINGS;
/** What a renderer is given, as `test/golden/` writes it down. */
interface Golden {
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: Article;
}
const TAGS = Object.keys(RENDERINGS) as Tag[];

let room: ReadingRoom;
let place: HTMLElement;
/** Of each link followed and form sent, whether the element kept the page. */
let left: boolean[];
beforeEach(() => {
  room = new ReadingRoom();
  place = document.body.appendChild(document.createElement('div'));
  left = [];
  for (const type of ['click', 'submit'])
    place.addEventListener(type, (event) => {
      if (type === 'submit' || (event.target as Element).closest('a')) left.push(event.defaultPrevented);
      event.preventDefault(); // the page of the tests stays
    });
});
afterEach(() => {
  place.remove();
  expect(left).to.not.include(false);
});

const markup = (tag: Tag, attributes = '', inside: string = RENDERINGS[tag].inside, rendered = RENDERED) =>
  `<${tag} endpoint="${room.endpoint}" source="${room.source}" ${RENDERINGS[tag].attributes} data-care-rendered="${rendered}" ${attributes}>${inside}</${tag}>`;

/** Puts rendered markup into the page, as the page's own HTML. */
const put = (html: string): ContentHost => {
  place.innerHTML = html;
  return place.firstElementChild as ContentHost;
};

/** Rendered by the element itself: nothing of the rendered children is left. */
const becomesLive = (element: ContentHost) =>
  waitUntil(() => !element.hasAttribute('data-care-rendered') && element.state !== 'loading', 'rendered by itself');

const settled = async (element: ContentHost) => {
  await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await element.updateComplete;
};

/** What the console says meanwhile. */
const listening = async (run: () => Promise<unknown>): Promise<string[]> => {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => said.push(parts.join(' '));
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return said;
};

describe('rendered children', () => {
  for (const name of ['care-article.complete', 'care-article-card.complete']) {
    it(`are read for what they show: ${name}`, async () => {
      const file = async (ending: string) => (await fetch(`/test/golden/${name}.${ending}`)).text();
      const { content } = JSON.parse(await file('json')) as Golden;
      place.innerHTML = await file('html');
      const read = readArticle(place)!;
      const { title, language, publishedAt, image } = content;
      expect(read).to.deep.include({ title, language, publishedAt });
      // a card shows its picture without the caption
      const caption = name.includes('card') ? undefined : image?.caption;
      expect([read.image?.alt, read.image?.caption]).to.deep.equal([image?.alt, caption]);
    });
  }

  for (const tag of TAGS) {
    describe(tag, () => {
      it('are adopted at once: ready, without a question, the very nodes, nothing moved', async () => {
        const template = document.createElement('template');
        template.innerHTML = markup(tag);
        const element = template.content.firstElementChild as ContentHost;
        const nodes = [...element.querySelectorAll('*')];
        const load = oneEvent(element, 'care-load');
        place.append(document.adoptNode(element));
        const before = nodes.map((node) => node.outerHTML);
        await load;
        await settled(element);
        expect(element.state).to.equal('ready');
        expect(element.matches(':state(ready)')).to.equal(true);
        expect(room.asked).to.deep.equal([]);
        const after = [...element.querySelectorAll('*')];
        expect(after.length === nodes.length && after.every((node, index) => node === nodes[index])).to.equal(true);
        expect(nodes.map((node) => node.outerHTML)).to.deep.equal(before);
        expect(words(element)).to.include(RENDERINGS[tag].says);
        for (const node of nodes.filter(({ localName }) => /^(?:h\d|a|p)$/.test(localName)))
          expect(node.checkVisibility(), node.outerHTML).to.equal(!node.closest('details:not([open]) > :not(summary)'));
      });

      it('stay whatever was done to them on the way: wrapped, translated, in another order', async () => {
        const template = document.createElement('template');
        template.innerHTML = `\n<p></p><div class="x"><div>${RENDERINGS[tag].inside}</div></div>\n<!-- cached -->`;
        const texts = document.createTreeWalker(template.content, NodeFilter.SHOW_TEXT);
        for (const text of [
          ...(function* () {
            while (texts.nextNode()) yield texts.currentNode as Text;
          })(),
        ]) {
          if (!text.data.trim()) continue;
          const font = document.createElement('font');
          text.replaceWith(font);
          font.append('¡', text); // a translator's box
        }
        const box = template.content.querySelector('.x > div');
        box?.append(...[...box.childNodes].reverse());
        const element = put(markup(tag, 'class="host"', template.innerHTML));
        const before = element.innerHTML;
        await oneEvent(element, 'care-load');
        await settled(element);
        expect(element.state).to.equal('ready');
        expect(element.innerHTML).to.equal(before);
        expect(room.asked).to.deep.equal([]);
      });

      for (const [library, morph] of [
        ['idiomorph', (from: Element, to: string) => void Idiomorph.morph(from, to, { morphStyle: 'innerHTML' })],
        ['morphdom', (from: Element, to: string) => void morphdom(from, `<div>${to}</div>`, { childrenOnly: true })],
      ] as const) {
        it(`stay where ${library} compares them with the server's copy, and follow a newer one`, async () => {
          const element = put(markup(tag));
          await oneEvent(element, 'care-load');
          const before = element.innerHTML;
          morph(place, markup(tag));
          await settled(element);
          expect(element.innerHTML).to.equal(before);
          morph(place, markup(tag).replaceAll(RENDERINGS[tag].says, 'Newer words'));
          await settled(element);
          if (before.includes(RENDERINGS[tag].says)) expect(words(element)).to.include('Newer words');
          expect(place.firstElementChild === element && element.state).to.equal('ready');
          expect(room.asked).to.deep.equal([]);
        });
      }

      it('that tell nothing are a fallback: the webmaster is told, and the endpoint is asked', async () => {
        if (tag === 'care-benefits') room.articles = await withBody('<h2>Sleep at home</h2><p>In your own bed.</p>');
        const said = await listening(async () => {
          const element = put(markup(tag, '', '<a href="https://clinic.example/">Read it there</a>'));
          await oneEvent(element, 'care-load');
          expect(element.state).to.equal('ready');
        });
        expect(said.join()).to.include(`<${tag}>`).and.include('data-care-rendered');
        expect(room.asked.length).to.be.greaterThan(0);
      });

      it('are asked for again by reload(), and stay where that fails', async () => {
        const element = put(markup(tag));
        await oneEvent(element, 'care-load');
        room.failure = new CareError('server');
        await element.reload();
        expect(room.asked.length).to.be.greaterThan(0);
        expect(element.state).to.equal('ready');
        expect(element.error?.code).to.equal('server');
        expect(words(element)).to.include(RENDERINGS[tag].says);
        expect(element.hasAttribute('data-care-rendered')).to.equal(true);
      });
    });
  }

  const withBody = async (html: string) =>
    Promise.all(
      articlesOf(3).map(async (article) => ({
        ...article,
        body: await articleBody(html, { url: 'https://clinic.example/' }),
      })),
    );

  it('are no answer for another element that names the same article', async () => {
    place.innerHTML =
      markup('care-article-card') + markup('care-article-card').replace(/ data-care-rendered="[^"]*"/, '');
    const [rendered, other] = [...place.children] as [ContentHost, ContentHost];
    await oneEvent(other, 'care-load');
    expect([rendered.state, other.state]).to.deep.equal(['ready', 'ready']);
    expect(room.asked.length).to.equal(1);
    expect(words(within(other, '[part=title]'))).to.equal('Post 1');
    expect(within(rendered, '[part=title]') === null).to.equal(true);
  });

  it('are no fallback of an explainer, nor an author’s own words', async () => {
    const { inside } = RENDERINGS['care-benefits'];
    const element = put(`<care-benefits data-care-rendered="${RENDERED}">${inside}</care-benefits>`);
    const { benefits } = await oneEvent<CareLoadEvent>(element, 'care-load');
    await settled(element);
    expect(benefits).to.deep.equal([{ title: 'Sleep at home', text: 'In your own bed.' }]);
    expect(element.innerHTML).to.equal(inside);
  });

  it('stay where the page hands over the same, and give way to anything else', async () => {
    const { inside } = RENDERINGS['care-author'];
    const author = put(
      `<care-author name="Jane Roe, MS, LPC" data-care-rendered="${RENDERED}">${inside}</care-author>`,
    );
    await oneEvent(author, 'care-load');
    await settled(author);
    expect(author.innerHTML).to.equal(inside);
    author.setAttribute('name', 'Ana Ruiz, MD');
    await becomesLive(author);
    expect(words(within(author, '[part=byline]'))).to.equal('By Ana Ruiz, MD');

    const card = put(markup('care-article-card')) as ContentHost & { article?: unknown };
    card.article = room.articles[6];
    await becomesLive(card);
    expect(words(within(card, '[part=title]'))).to.equal('Post 7');
    expect(room.asked).to.deep.equal([]);
  });

  it('tell listeners of care-load what is shown', async () => {
    const load = oneEvent<CareLoadEvent>(put(markup('care-article')), 'care-load');
    const { article } = await load;
    expect(article).to.deep.include({ id: 'id-post-1', slug: 'post-1', title: 'Post 1', isProtected: false });
    expect(article?.authors).to.deep.equal([{ name: 'Jane Roe', credentials: ['MS', 'LPC'] }]);
    expect(article?.categories[0]).to.deep.include({ slug: 'recovery', name: 'Recovery' });
  });

  it('lead on by care-navigate, with the article, also from within a list and a navigation', async () => {
    for (const [tag, selector, slug] of [
      ['care-article-card', 'a', 'post-1'],
      ['care-article-list', 'li + li a', 'post-2'],
      ['care-post-nav', 'a[rel=next]', undefined],
      ['care-categories', 'a', undefined],
      ['care-article', '[data-care-part=footer] a', undefined],
    ] as const) {
      const element = put(markup(tag));
      await oneEvent(element, 'care-load');
      const link = element.querySelector<HTMLAnchorElement>(selector);
      const navigated = oneEvent<CareNavigateEvent>(element, 'care-navigate');
      element.addEventListener('care-navigate', (event) => event.preventDefault());
      link?.click();
      const { url, article } = await navigated;
      expect(url, tag).to.equal(link?.href);
      expect(article?.slug || undefined, tag).to.equal(slug);
      if (tag === 'care-post-nav') expect(article?.title).to.equal('Post 1');
    }
  });

  describe('older than max-age', () => {
    const TITLE = '[data-care-part=title]';

    it('are asked for once, and stay, nodes and selection, where the answer says the same', async () => {
      room.articles = await withBody('<details><summary>One</summary><p>Evenings at home.</p></details>');
      const element = put(markup('care-article', 'max-age="60"'));
      const title = element.querySelector(TITLE);
      await oneEvent(element, 'care-load');
      await settled(element);
      expect(room.asked.length).to.equal(1);
      expect(element.querySelector(TITLE) === title).to.equal(true);
      expect(title?.isConnected && title.checkVisibility()).to.equal(true);
      expect(element.hasAttribute('data-care-rendered')).to.equal(true);
    });

    // the answer's categories with which it says the same, and those with which it says something else: an article
    // lists all of them, a card names the first
    const ANSWERS: readonly (readonly [string, Category[], Category[]?])[] = [
      ['care-article-card.complete', [RECOVERY, FAMILY], [FAMILY, RECOVERY]],
      ['care-article-card.compact', [FAMILY, RECOVERY]],
      ['care-article.complete', [RECOVERY], [RECOVERY, FAMILY]],
      ['care-article.trust', [RECOVERY], [FAMILY]],
      ['care-article.without', [RECOVERY, FAMILY]],
    ];
    for (const [name, same, other] of ANSWERS) {
      it(`stay as the renderer writes them, for the same answer: ${name}`, async () => {
        const read = (ending: string) => fetch(`/test/golden/${name}.${ending}`);
        const { tag, attributes, content } = (await (await read('json')).json()) as Golden;
        const body = await articleBody(String(content.body ?? ''), { url: content.url ?? '' });
        room.articles = [{ ...content, categories: same, ...(tag === 'care-article' ? { body } : {}) }];
        const inside = await (await read('html')).text();
        const element = put(
          `<${tag} endpoint="${room.endpoint}" source="${room.source}" max-age="60" data-care-rendered="${RENDERED}" ${Object.entries(
            attributes,
          )
            .map(([key, value]) => `${key}="${value}"`)
            .join(' ')}>${inside}</${tag}>`,
        );
        const title = element.querySelector(TITLE);
        await oneEvent(element, 'care-load');
        await settled(element);
        expect(room.asked.length).to.equal(1);
        expect(element.hasAttribute('data-care-rendered')).to.equal(true);
        expect(element.querySelector(TITLE) === title).to.equal(true);

        if (!other) return;
        room.articles = room.articles.map((article) => ({ ...article, categories: other }));
        await element.reload();
        await becomesLive(element);
      });
    }

    it('of a navigation and a list stay for the same answer', async () => {
      const publishedAt = '2025-06-24T00:00:00+00:00';
      room.articles = room.articles.map((article) => ({ ...article, publishedAt }));
      for (const tag of ['care-post-nav', 'care-article-list'] as const) {
        const element = put(markup(tag, 'max-age="60"'));
        const before = room.asked.length;
        await oneEvent(element, 'care-load');
        await settled(element);
        expect(room.asked.length, tag).to.be.greaterThan(before);
        expect(element.hasAttribute('data-care-rendered'), tag).to.equal(true);
      }
    });

    it('give way where it says something else', async () => {
      room.articles = room.articles.map((article) => ({ ...article, title: `New ${article.title}` }));
      const element = put(markup('care-article-card', 'max-age="60"'));
      await settled(element);
      await becomesLive(element);
      expect(words(within(element, '[part=title]'))).to.equal('New Post 1');
      expect(!!element.querySelector(TITLE)).to.equal(false);
    });

    it('leave what stands in a slot of its own where they give way', async () => {
      room.articles = room.articles.map((article) => ({ ...article, title: `New ${article.title}` }));
      const { inside } = RENDERINGS['care-article-card'];
      const element = put(
        markup('care-article-card', 'max-age="60"', `${inside}<p slot="error">Call us instead</p><p>Old</p>`),
      );
      await settled(element);
      await becomesLive(element);
      expect([...element.children].map(words)).to.deep.equal(['Call us instead']);
    });

    it('counts max-age in seconds: what is younger is not asked for', async () => {
      const halfAnHourAgo = new Date(Date.now() - 1_800_000).toISOString();
      const element = put(markup('care-article-card', 'max-age="3600"', undefined, halfAnHourAgo));
      await oneEvent(element, 'care-load');
      await settled(element);
      expect(room.asked).to.have.length(0);
    });

    it('are not asked for where a template has left max-age empty', async () => {
      const element = put(markup('care-article-card', 'max-age=""'));
      await oneEvent(element, 'care-load');
      await settled(element);
      expect(room.asked).to.have.length(0);
    });

    it('of an article give way where its text alone has changed', async () => {
      room.articles = await withBody('<p>Mornings at the clinic.</p>');
      const element = put(markup('care-article', 'max-age="60"'));
      await settled(element);
      await becomesLive(element);
      expect(words(element.querySelector('[slot=body]'))).to.equal('Mornings at the clinic.');
    });

    it('of an explainer stay for the same benefits, points included, and give way to others', async () => {
      const points = '<ul data-care-part="points"><li><strong>Rest:</strong> every night</li></ul>';
      const inside = RENDERINGS['care-benefits'].inside.replace('</p></div></div>', `</p>${points}</div></div>`);
      const text = (benefit: string) =>
        withBody(`<h2>Sleep at home</h2><p>${benefit}</p><ul><li><strong>Rest:</strong> every night</li></ul>`);
      room.articles = await text('In your own bed.');
      const same = put(markup('care-benefits', 'max-age="60"', inside));
      await oneEvent(same, 'care-load');
      await settled(same);
      expect(room.asked.length).to.equal(1);
      expect(same.hasAttribute('data-care-rendered')).to.equal(true);

      room.articles = await text('In a bed of your own.');
      const other = put(markup('care-benefits', 'max-age="60"', inside));
      await other.reload();
      await becomesLive(other);
      expect(words(other)).to.include('In a bed of your own.');
    });

    it('stay where the endpoint is down, and are not asked for while they are young or of the future', async () => {
      room.failure = new CareError('network');
      const element = put(markup('care-article-card', 'max-age="60"'));
      await oneEvent(element, 'care-error');
      await settled(element);
      expect(element.state).to.equal('ready');
      expect(element.querySelector(TITLE)?.checkVisibility()).to.equal(true);
      const { length } = room.asked;
      const inside = RENDERINGS['care-article-card'].inside;
      for (const time of [new Date().toISOString(), '2099-01-01T00:00:00Z', 'yesterday'])
        await oneEvent(put(markup('care-article-card', 'max-age="3600"', inside, time)), 'care-load');
      expect(room.asked.length).to.equal(length);
    });
  });

  describe('of a list', () => {
    const rendered = async () => {
      const list = put(markup('care-article-list')) as ContentHost & CareArticleList;
      await oneEvent(list, 'care-load');
      return list;
    };
    const titles = (list: ContentHost) =>
      [...(list.shadowRoot?.querySelectorAll('[part=title]') ?? [])].map((title) => words(title));

    it('get a further page by "Show more", which alone is asked for', async () => {
      const list = await rendered();
      list.querySelector<HTMLElement>('[data-care-part=more]')?.click();
      await becomesLive(list);
      expect(titles(list)).to.deep.equal(['Post 1', 'Post 2', 'Post 3', 'Post 4']);
      expect(room.asked.filter(({ what }) => what === 'list').map(({ about }) => about)).to.deep.equal([
        { perPage: 2, page: 2 },
      ]);
      await waitUntil(
        () => list.shadowRoot?.activeElement?.textContent === 'Post 3',
        'the focus on the first new card',
      );
    });

    it('keep their pictures, in each size, once the list shows itself', async () => {
      const picture =
        '<div data-care-part="frame"><img data-care-part="image" width="768" height="432" srcset="https://clinic.example/s.jpg 300w, https://clinic.example/m,1.jpg 768w" src="https://clinic.example/m,1.jpg" alt="Chairs"></div>';
      const inside = RENDERINGS['care-article-list'].inside.replace('<div data-care-part="content">', `${picture}$&`);
      const list = put(markup('care-article-list', '', inside));
      await oneEvent(list, 'care-load');
      list.querySelector<HTMLElement>('[data-care-part=more]')?.click();
      await becomesLive(list);
      const image = within<HTMLImageElement>(list, 'img');
      expect(['srcset', 'width', 'height', 'alt'].map((name) => image?.getAttribute(name))).to.deep.equal([
        'https://clinic.example/s.jpg 300w, https://clinic.example/m,1.jpg 768w',
        '768',
        '432',
        'Chairs',
      ]);
    });

    it('are narrowed by a topic, and by words', async () => {
      const list = await rendered();
      list.querySelector<HTMLElement>('[data-care-slug=family]')?.click();
      await becomesLive(list);
      expect(titles(list)).to.deep.equal(['Post 3', 'Post 6']);
      const searched = await rendered();
      const input = searched.querySelector('input');
      if (input) input.value = 'post 7';
      searched.querySelector('form')?.requestSubmit();
      await becomesLive(searched);
      expect(titles(searched)).to.deep.equal(['Post 7', 'Post 17']);
      expect(within<HTMLInputElement>(searched, 'input')?.value).to.equal('post 7');
    });

    for (const [what, control, goal] of [
      ['a topic', '[data-care-slug=family]', 'Family & friends'],
      ['words, by Enter', 'input', 'input'],
      ['words, by the button', '[data-care-part=submit]', 'Search'],
    ] as const) {
      it(`that are narrowed by ${what} leave the focus where it was`, async () => {
        const list = await rendered();
        const input = list.querySelector('input');
        if (input) input.value = 'post 7';
        const before = list.querySelector<HTMLElement>(control);
        before?.focus();
        if (before?.matches('a')) before.click();
        else list.querySelector('form')?.requestSubmit();
        await becomesLive(list);
        await waitUntil(() => list.shadowRoot?.activeElement, 'the focus within the list');
        const focused = list.shadowRoot?.activeElement;
        expect(words(focused) || focused?.localName).to.equal(goal);
      });
    }

    it('leave the focus at "Try again" where a further page cannot be had', async () => {
      const list = await rendered();
      room.failure = new CareError('network');
      const more = list.querySelector<HTMLElement>('[data-care-part=more]');
      more?.focus();
      more?.click();
      await becomesLive(list);
      await waitUntil(() => words(list.shadowRoot?.activeElement) === 'Try again');
    });

    it('do not take the focus from where the visitor has gone', async () => {
      const list = await rendered();
      const elsewhere = document.createElement('button');
      list.after(elsewhere);
      const topic = list.querySelector<HTMLElement>('[data-care-slug=family]');
      topic?.focus();
      topic?.click();
      elsewhere.focus();
      await becomesLive(list);
      await waitUntil(() => list.shadowRoot?.querySelector('[aria-pressed=true]'), 'topics');
      await settled(list);
      expect(document.activeElement).to.equal(elsewhere);
    });

    it('say that they load, and how many there are, in a place that stood there before', async () => {
      const list = await rendered();
      const { offsetHeight } = list;
      const region = list.shadowRoot?.querySelector('[role=status]');
      expect([words(region), region?.ariaLive]).to.deep.equal(['2 of 20 articles', 'off']);
      room.hold();
      list.querySelector<HTMLElement>('[data-care-slug=family]')?.click();
      await room.questions(1);
      await list.updateComplete;
      expect([words(region), region?.ariaLive]).to.deep.equal(['Loading…', 'polite']);
      expect(list.offsetHeight).to.equal(offsetHeight);
      room.releaseAll();
      await becomesLive(list);
      await waitUntil(() => words(region) === '2 of 6 articles in Family & friends', words(region));
      expect(list.shadowRoot?.querySelector('[role=status]')).to.equal(region);
    });

    it('stay, with what was typed, where that fails', async () => {
      const list = await rendered();
      room.failure = new CareError('network');
      list.querySelector<HTMLElement>('[data-care-part=more]')?.click();
      await oneEvent(list, 'care-error');
      expect(titles(list)).to.deep.equal(['Post 1', 'Post 2']);
    });
  });

  it('give way to another article when the attributes name one', async () => {
    const element = put(markup('care-article-card'));
    await oneEvent(element, 'care-load');
    element.setAttribute('slug', 'post-5');
    await becomesLive(element);
    expect(words(within(element, '[part=title]'))).to.equal('Post 5');
  });
});
