import { expect } from 'chai';
import { createHttp } from '../../../../src/http/http.js';
import type { Article } from '../../../../src/model/article.js';
import { CareError } from '../../../../src/model/care-error.js';
import type { SafeHtml } from '../../../../src/model/safe-html.js';
import { createJsonFeedSource } from '../../../../src/sources/json-feed/json-feed-source.js';
import { answerFrom, fakeTransport, rejection, silence, type Reply } from '../../../support/fake-transport.js';
import { ManualClock } from '../../../support/manual-clock.js';

const ENDPOINT = 'https://clinic.example/content/feed.json';
const FRESH = () => new AbortController().signal;

const setUp = (replies: readonly [Reply, ...Reply[]], endpoint = ENDPOINT, onCut?: (sentence: string) => void) => {
  const transport = fakeTransport(...replies);
  const http = createHttp({ transport, clock: new ManualClock() });
  return {
    source: createJsonFeedSource({
      endpoint,
      http,
      origins: ['https://clinic.example'],
      ...(onCut ? { onCut } : {}),
    }),
    requests: transport.requests,
  };
};
const list = async (...replies: readonly [Reply, ...Reply[]]): Promise<readonly Article[]> =>
  (await setUp(replies).source.listArticles({ page: 1, perPage: 100 }, FRESH())).articles;
const readItem = async (item: unknown, feed: object = {}): Promise<Article> => {
  const [article] = await list({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Harbor &amp; Pine',
    ...feed,
    items: [item],
  });
  return article!;
};

const posts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, url: `/post-${index}/`, title: `Post ${index}` }));

describe('JSON Feed: lists', () => {
  it('have a further page as long as an article is left for it', async () => {
    const { source } = setUp([{ version: '1', items: posts(4) }]);
    const hasMore = async (page: number, perPage: number) =>
      (await source.listArticles({ page, perPage }, FRESH())).hasMore;
    expect([await hasMore(1, 3), await hasMore(2, 2), await hasMore(1, 4)]).to.deep.equal([true, false, false]);
  });

  it('have neighbours within the category that an article was in when it was read', async () => {
    const inCategory = (slug: string) => ({ _care: { categories: [{ slug, name: slug }] } });
    const items = posts(3).map((post, index) => ({ ...post, ...inCategory(index === 1 ? 'family' : 'news') }));
    const { source } = setUp([{ version: '1', items }]);
    const { articles } = await source.listArticles({ page: 1, perPage: 3 }, FRESH());
    const before = { ...articles[1]!, categories: articles[0]!.categories };
    const { next, previous } = await source.getNeighbors(before, true, FRESH());
    expect([next?.title, previous?.title]).to.deep.equal(['Post 0', 'Post 2']);
  });
});

const FULL = {
  id: 'harborandpine:iop',
  url: 'https://clinic.example/articles/what-is-an-iop/',
  title: 'What an IOP is &amp; is <b>not</b>',
  summary: 'Nine hours a week, and home every night.',
  content_html: '<p>Long text.</p>',
  image: '../pictures/iop.jpg',
  date_published: '2025-06-24T09:30:00-07:00',
  date_modified: '2025-07-01T08:00:00-07:00',
  authors: [{ name: 'Jane Roe, MS, LPC', url: '/team/jane', avatar: 'https://secure.gravatar.com/avatar/1' }],
  tags: ['Días de descanso', '', 5, null],
  language: 'en-US',
  _care: {
    slug: 'd%C3%ADas-iop',
    reviewed_at: '2025-06-30',
    reviewers: [{ name: 'Sam O’Neill, LCSW' }],
    categories: [{ name: 'Levels of Care', url: '/c/levels' }, { slug: 'x' }],
    reading_minutes: 4,
    image: {
      alt: 'Chairs in a circle',
      width: 1280,
      height: 720,
      caption: 'The <em>group</em> room',
      sources: [
        { url: '../pictures/iop-1280.jpg', width: 1280, height: 720 },
        { url: '../pictures/iop-640.jpg', width: 640 },
        { url: 'https://tracker.example/a.jpg', width: 320 },
        { url: '../pictures/none.jpg' },
      ],
    },
  },
};

describe('JSON Feed: an item', () => {
  it('is in the language of its feed, unless it names its own', async () => {
    const feed = { language: 'es-MX' };
    const { language: _language, ...item } = FULL;
    expect([(await readItem(item, feed)).language, (await readItem(FULL, feed)).language]).to.deep.equal([
      'es-MX',
      'en-US',
    ]);
  });

  it('has its summary for a teaser, before its text', async () => {
    const text = { id: '1', content_text: 'The whole text.' };
    expect((await readItem({ ...text, summary: 'In short.' })).excerpt).to.equal('In short.');
    expect((await readItem(text)).excerpt).to.equal('The whole text.');
  });

  it('is protected by `true` alone, and has no size without end', async () => {
    const { image } = FULL._care;
    const item = { ...FULL, _care: { is_protected: 'false', image: { ...image, width: 'Infinity' } } };
    const read = await readItem(item);
    expect([read.isProtected, read.image?.width, read.image?.height]).to.deep.equal([false, undefined, 720]);
  });

  it('is found by its slug in any case', async () => {
    const { source } = setUp([{ version: '1', items: [FULL] }]);
    const [found] = await source.getArticles([{ slug: 'D%C3%8DAS-IOP' }], 'summary', FRESH());
    expect(found).to.have.property('slug', 'días-iop');
  });

  it('is read in whole', async () => {
    expect(await readItem(FULL)).to.deep.equal({
      id: 'harborandpine:iop',
      slug: 'días-iop',
      url: 'https://clinic.example/articles/what-is-an-iop/',
      title: 'What an IOP is & is not',
      excerpt: 'Nine hours a week, and home every night.',
      publishedAt: '2025-06-24T09:30:00-07:00',
      updatedAt: '2025-07-01T08:00:00-07:00',
      reviewedAt: '2025-06-30',
      authors: [{ name: 'Jane Roe', credentials: ['MS', 'LPC'], url: 'https://clinic.example/team/jane' }],
      reviewers: [{ name: 'Sam O’Neill', credentials: ['LCSW'] }],
      categories: [
        {
          id: 'levels-of-care',
          slug: 'levels-of-care',
          name: 'Levels of Care',
          url: 'https://clinic.example/c/levels',
        },
      ],
      tags: [
        { slug: 'dias-de-descanso', name: 'Días de descanso' },
        { slug: '5', name: '5' },
      ],
      image: {
        url: 'https://clinic.example/pictures/iop.jpg',
        width: 1280,
        height: 720,
        alt: 'Chairs in a circle',
        caption: 'The group room',
        sources: [
          { url: 'https://clinic.example/pictures/iop-640.jpg', width: 640 },
          { url: 'https://clinic.example/pictures/iop-1280.jpg', width: 1280, height: 720 },
        ],
      },
      language: 'en-US',
      readingMinutes: 4,
      siteName: 'Harbor & Pine',
      isProtected: false,
    });
  });

  it('of version 1.0 has one author, its own or the feed’s', async () => {
    const version = 'https://jsonfeed.org/version/1';
    const feed = { version, author: { name: 'Clinic Staff' } };
    expect((await readItem({ id: 1 }, feed)).authors).to.deep.equal([{ name: 'Clinic Staff', credentials: [] }]);
    expect((await readItem({ id: 1, author: { name: 'Jane Roe, LPC' } }, feed)).authors).to.deep.equal([
      { name: 'Jane Roe', credentials: ['LPC'] },
    ]);
  });

  it('of version 1.1 has authors, its own or the feed’s', async () => {
    const feed = { authors: [{ name: 'A' }, { name: 'B' }] };
    expect((await readItem({ id: 1 }, feed)).authors.map(({ name }) => name)).to.deep.equal(['A', 'B']);
    expect((await readItem({ id: 1, authors: [{ name: 'C' }] }, feed)).authors.map(({ name }) => name)).to.deep.equal([
      'C',
    ]);
  });

  it('may lack everything', async () => {
    const empty = {
      id: '',
      slug: '',
      title: '',
      excerpt: '',
      authors: [],
      reviewers: [],
      categories: [],
      tags: [],
      isProtected: false,
    };
    for (const item of [{}, null, 5, [], 'text'])
      expect(await readItem(item, { title: undefined })).to.deep.equal(empty);
  });

  it('may be of wrong types everywhere', async () => {
    for (const junk of [null, 5, 'text', [], {}, [null], [[]], true]) {
      const item = Object.fromEntries(Object.keys(FULL).map((name) => [name, junk]));
      const inside = Object.fromEntries(Object.keys(FULL._care).map((name) => [name, junk]));
      for (const article of [
        await readItem(item, { authors: junk, title: junk, language: junk }),
        await readItem({ ...FULL, _care: inside }),
      ]) {
        expect(article.title, JSON.stringify(junk)).to.be.a('string');
        expect(article.authors, JSON.stringify(junk)).to.be.an('array');
      }
    }
  });

  it('takes its slug from its address where it has none', async () => {
    const slugOf = async (url: string) => (await readItem({ id: 1, url })).slug;
    expect(await slugOf('https://clinic.example/a/first-week/')).to.equal('first-week');
    expect(await slugOf('https://clinic.example/a/first-week.html?x=1#y')).to.equal('first-week');
    expect(await slugOf('../a/d%C3%ADas')).to.equal('días');
    expect(await slugOf('https://clinic.example/?p=12')).to.equal('12');
    expect(await slugOf('https://clinic.example/article.php?lang=en&id=7')).to.equal('7');
    expect(await slugOf('https://clinic.example/a/what-is-an-iop/index.html')).to.equal('what-is-an-iop');
    expect(await slugOf('https://clinic.example/')).to.equal('');
    expect((await readItem({ id: 1, external_url: 'https://other.example/b' })).slug).to.equal('b');
  });

  it('takes its teaser from its text where it has none, cut between words', async () => {
    expect((await readItem({ id: 1, content_text: 'Plain text.' })).excerpt).to.equal('Plain text.');
    const { excerpt } = await readItem({ id: 1, content_html: `<p>${'Words &amp; words. '.repeat(99)}</p>` });
    expect(excerpt).to.match(/^Words & words\. .*s…$/);
    expect(excerpt.length).to.be.at.most(240);
  });

  it('loads no picture of another origin and links to no script', async () => {
    const article = await readItem({
      ...FULL,
      image: 'https://tracker.example/a.gif',
      url: 'javascript:alert(1)',
      authors: [{ name: 'A', url: 'data:,x' }],
    });
    expect(article).not.to.have.property('image');
    expect(article).not.to.have.property('url');
    expect(JSON.stringify(article)).not.to.match(/javascript|data:|gravatar/);
  });

  it('has a banner for a picture where it has no other', async () => {
    expect((await readItem({ id: 1, banner_image: 'b.jpg' })).image).to.deep.equal({
      url: 'https://clinic.example/content/b.jpg',
      alt: '',
      sources: [],
    });
  });
});

describe('JSON Feed: pages', () => {
  const page = (id: string, next?: unknown): Reply => ({
    items: [{ id }],
    ...(next === undefined ? {} : { next_url: next }),
  });
  const asked = async (...replies: readonly [Reply, ...Reply[]]) => {
    const { source, requests } = setUp(replies);
    const { articles } = await source.listArticles({ page: 1, perPage: 100 }, FRESH());
    return { ids: articles.map(({ id }) => id), urls: requests.map(({ url }) => url) };
  };

  it('are read to the end', async () => {
    expect(await asked(page('a', 'feed-2.json'), page('b', '/feed-3.json'), page('c'))).to.deep.equal({
      ids: ['a', 'b', 'c'],
      urls: [ENDPOINT, 'https://clinic.example/content/feed-2.json', 'https://clinic.example/feed-3.json'],
    });
  });

  it('end where they lead to another origin', async () => {
    for (const next of [
      'https://evil.example/feed.json',
      'http://clinic.example/feed.json',
      '//evil.example/',
      'javascript:1',
      5,
      '',
      null,
    ]) {
      expect((await asked(page('a', next))).urls, String(next)).to.deep.equal([ENDPOINT]);
    }
  });

  it('end where they lead in a circle', async () => {
    expect((await asked(page('a', 'feed.json'))).urls).to.have.length(1);
    expect((await asked(page('a', 'feed-2.json'), page('b', 'feed.json'))).ids).to.deep.equal(['a', 'b']);
  });

  it('end some day where there is always one more', async () => {
    let count = 0;
    const endless: Reply = () => ({ items: [{ id: String(++count) }], next_url: `feed-${count}.json` });
    expect((await asked(endless)).urls.length).to.be.within(10, 100);
  });

  it('say what they leave out, and where it would be', async () => {
    const cutsOf = async (...replies: readonly [Reply, ...Reply[]]): Promise<string[]> => {
      const cuts: string[] = [];
      const { source } = setUp(replies, ENDPOINT, (sentence) => cuts.push(sentence));
      await source.listArticles({ page: 1, perPage: 100 }, FRESH());
      return cuts;
    };
    let count = 0;
    const endless: Reply = () => ({ items: [{ id: String(++count) }], next_url: `feed-${count}.json` });
    expect((await cutsOf(endless)).join()).to.include(`${ENDPOINT} goes on after 50 files`);
    const away = 'https://other.example/feed-2.json';
    expect((await cutsOf(page('a', away))).join()).to.include(`${ENDPOINT} goes on at ${away}`);
    expect(await cutsOf(page('a', 'feed-2.json'), page('b'))).to.deep.equal([]);
    expect(await cutsOf(page('a', 'feed.json'))).to.deep.equal([]);
  });

  it('go on at the host that a redirect led to', async () => {
    const www = 'https://www.clinic.example/feed';
    const moved: Reply = () =>
      answerFrom(`${www}.json`, JSON.stringify({ items: [{ id: 'a' }], next_url: `${www}-2.json` }));
    expect((await asked(moved, page('b'))).urls).to.deep.equal([ENDPOINT, `${www}-2.json`]);
  });

  it('stand relative to where a redirect led', async () => {
    const moved: Reply = () =>
      answerFrom(
        'https://clinic.example/moved/feed.json',
        JSON.stringify({ items: [{ id: 'a', url: 'x' }], next_url: 'feed-2.json' }),
      );
    expect((await asked(moved, page('b'))).urls[1]).to.equal('https://clinic.example/moved/feed-2.json');
    expect((await list(moved, page('b')))[0]?.url).to.equal('https://clinic.example/moved/x');
  });
});

describe('JSON Feed: the file', () => {
  it('is read again by the next question, or kept where that is wanted', async () => {
    for (const [keepsFor, count] of [
      [0, 2],
      [Infinity, 1],
    ] as const) {
      const transport = fakeTransport({ items: [{ id: 'a' }] });
      const http = createHttp({ transport, clock: new ManualClock() });
      const source = createJsonFeedSource({ endpoint: ENDPOINT, http, origins: [], keepsFor });
      for (let page = 1; page <= 2; page++) await source.listArticles({ page, perPage: 1 }, FRESH());
      expect(transport.requests).to.have.length(count);
    }
  });

  it('is asked for again after a failure, though it is kept', async () => {
    const transport = fakeTransport(() => new Response('', { status: 500 }), { items: [{ id: 'a' }] });
    const http = createHttp({ transport, clock: new ManualClock() });
    const source = createJsonFeedSource({ endpoint: ENDPOINT, http, origins: [], keepsFor: Infinity });
    const query = { page: 1, perPage: 1 };
    expect(await rejection(source.listArticles(query, FRESH()))).to.include({ code: 'server' });
    expect((await source.listArticles(query, FRESH())).articles).to.have.length(1);
  });

  it('is malformed without a list of items', async () => {
    for (const body of [
      '{}',
      '{"items":{}}',
      '[]',
      'null',
      '5',
      '{"version":"https://jsonfeed.org/version/1.1"}',
      '',
      '<!doctype html><title>x</title>',
    ]) {
      const error = await rejection(setUp([body]).source.getArticles([{ slug: 'a' }], 'summary', FRESH()));
      expect(error, body).to.be.instanceOf(CareError).and.include({ code: 'malformed', url: ENDPOINT });
    }
  });

  it('names each of its articles by a slug of its own', async () => {
    const items = ['/2024/news/', '/2025/News/', '/2026/news/'].map((url, index) => ({ id: `n${index + 1}`, url }));
    const { source } = setUp([{ items: [...items, { id: 'p', url: '/?p=12' }] }]);
    const found = await source.getArticles(
      [{ slug: 'news' }, { slug: 'news-n2' }, { slug: 'news-n3' }, { id: '12' }],
      'summary',
      FRESH(),
    );
    expect(found.map((one) => (one as Article).id)).to.deep.equal(['n1', 'n2', 'n3', 'p']);
  });

  it('may hold no items', async () => {
    expect(await list({ items: [] })).to.deep.equal([]);
  });

  it('is read once for questions that run at the same time, and again later', async () => {
    const { source, requests } = setUp([{ items: [{ id: 'a', url: '/a' }] }]);
    await Promise.all([
      source.getArticles([{ slug: 'a' }], 'summary', FRESH()),
      source.listArticles({ page: 1, perPage: 6 }, FRESH()),
      source.listCategories(FRESH()),
    ]);
    expect(requests).to.have.length(1);
    await source.listCategories(FRESH());
    expect(requests).to.have.length(2);
  });

  it('is let go when the last question is dropped, and can be asked for again', async () => {
    const { source, requests } = setUp([silence, { items: [] }]);
    const callers = [new AbortController(), new AbortController()];
    const waiting = callers.map(({ signal }) => rejection(source.listCategories(signal)));
    await Promise.resolve();
    callers[0]!.abort();
    expect(await waiting[0]).to.equal(callers[0]!.signal.reason);
    expect(requests[0]!.init.signal!.aborted).to.equal(false);
    callers[1]!.abort();
    await waiting[1];
    expect(requests[0]!.init.signal!.aborted).to.equal(true);
    expect(await source.listCategories(FRESH())).to.deep.equal([]);
  });

  it('brings the failure of one of its pages to everybody', async () => {
    const { source } = setUp([{ items: [{ id: 'a' }], next_url: 'b.json' }, () => new Response('', { status: 500 })]);
    expect(await rejection(source.listCategories(FRESH()))).to.include({ code: 'server', status: 500 });
  });

  it('takes dates of ISO 8601 only', async () => {
    for (const date of ['Tue, 24 Jun 2025 09:30:00 GMT', 'June 5', '5', 'yesterday', '0001-01-01T00:00:00Z']) {
      expect(await readItem({ id: 'a', date_published: date }), date).not.to.have.property('publishedAt');
    }
    expect(await readItem({ id: 'a', date_published: '2025-06-24' })).to.include({ publishedAt: '2025-06-24' });
  });
});

describe('JSON Feed: what stands elsewhere', () => {
  const feed = {
    items: [{ id: '1', url: '/a/', title: 'A', content_text: 'Teaser', _care: { content_url: 'articles/a.json' } }],
  };
  const ask = (...replies: readonly [Reply, ...Reply[]]) => {
    const transport = fakeTransport(...replies);
    /** What came to the sanitiser. */
    const texts: string[] = [];
    const source = createJsonFeedSource({
      endpoint: ENDPOINT,
      http: createHttp({ transport, clock: new ManualClock() }),
      origins: [],
      sanitise: async (html) => {
        texts.push(html);
        return {} as SafeHtml;
      },
    });
    return { found: source.getArticles([{ slug: 'a' }], 'full', FRESH()), requests: transport.requests, texts };
  };

  it('a text is read from the address that the item names', async () => {
    const { found, requests, texts } = ask(feed, { items: [{ id: '1', content_html: '<p>All</p>' }] });
    expect((await found)[0]).to.have.property('body');
    expect(texts).to.deep.equal(['<p>All</p>']);
    expect(requests.map(({ url }) => url)).to.deep.equal([ENDPOINT, 'https://clinic.example/content/articles/a.json']);
  });

  it('another origin is not asked for it', async () => {
    const [item] = feed.items;
    const { found, requests, texts } = ask({
      items: [{ ...item, _care: { content_url: 'https://other.example/a.json' } }],
    });
    await found;
    expect(texts).to.deep.equal(['Teaser']);
    expect(requests).to.have.length(1);
  });

  it('is not asked for where a publisher keeps it back, nor is what stands in its place shown as the text', async () => {
    const [item] = feed.items;
    const { found, requests, texts } = ask({ items: [{ ...item, _care: { ...item!._care, is_protected: true } }] });
    expect((await found)[0])
      .to.include({ isProtected: true })
      .and.not.have.property('body');
    expect([requests.length, texts.length]).to.deep.equal([1, 0]);
  });

  it('is missing in its place only', async () => {
    for (const [reply, code] of [
      [{ items: [] }, 'not-found'],
      [{ items: [], _care: { withdrawn: [{ id: '1', slug: 'a' }] } }, 'gone'],
      [() => new Response('', { status: 404 }), 'not-found'],
    ] as const) {
      expect((await ask(feed, reply).found)[0])
        .to.be.instanceOf(CareError)
        .and.include({ code });
    }
  });

  it('names what was withdrawn as gone, by slug and by id', async () => {
    const { source } = setUp([{ items: [], _care: { withdrawn: [{ id: '7', slug: 'old' }, null, { id: 5 }] } }]);
    const found = await source.getArticles([{ slug: 'old' }, { id: '7' }, { slug: 'other' }], 'summary', FRESH());
    expect(found.map((one) => (one as CareError).code)).to.deep.equal(['gone', 'gone', 'not-found']);
  });
});
