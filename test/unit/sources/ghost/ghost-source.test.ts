import { expect } from 'chai';
import { createHttp } from '../../../../src/http/http.js';
import type { Article } from '../../../../src/model/article.js';
import { CareError } from '../../../../src/model/care-error.js';
import type { ArticleReference } from '../../../../src/model/content-source.js';
import { createGhostSource } from '../../../../src/sources/ghost/ghost-source.js';
import { fakeTransport, rejection, type Reply } from '../../../support/fake-transport.js';
import { GHOST_KEY, ghostSite } from '../../../support/ghost/fake-ghost.js';
import { article } from '../../../support/articles.js';
import { ManualClock } from '../../../support/manual-clock.js';

const SITE = 'https://blog.clinic.example';
const FRESH = () => new AbortController().signal;
const PAGE = { page: 1, perPage: 6 };

const setUp = (replies: readonly [Reply, ...Reply[]], endpoint = SITE, key: string | undefined = GHOST_KEY) => {
  const transport = fakeTransport(...replies);
  const http = createHttp({ transport, clock: new ManualClock() });
  const source = createGhostSource({ endpoint, http, origins: [SITE], ...(key ? { key } : {}) });
  return { source, requests: transport.requests, url: (index = 0) => new URL(transport.requests[index]!.url) };
};
const slugs = (...names: string[]): ArticleReference[] => names.map((slug) => ({ slug }));
const posts = (...list: object[]): Reply => ({ posts: list, meta: { pagination: { page: 1, pages: 1, total: 1 } } });

/** A post as Ghost 6.65 gives it, with everything that is read. */
const POST = {
  id: '6b0aa40176d6762f42b0fd30',
  slug: 'one-year',
  title: 'Anxiety & depression: “5 < 6”',
  url: `${SITE}/one-year/`,
  html: '<h2 id="first">First</h2><p>Day by day.</p>',
  excerpt: 'First\n\nDay by day.',
  custom_excerpt: null,
  published_at: '2024-09-02T10:00:00.000-05:00',
  updated_at: '2026-11-28T09:50:57.000-05:00',
  feature_image: `${SITE}/content/images/2024/09/garden.png`,
  feature_image_alt: 'A garden',
  feature_image_caption: 'The <em>garden</em>',
  access: true,
  visibility: 'public',
  authors: [
    {
      id: '1',
      name: 'Jane Roe, MS, LPC',
      slug: 'jane',
      profile_image: 'https://www.gravatar.com/avatar/x',
      url: `${SITE}/author/jane/`,
    },
  ],
  tags: [
    {
      id: '6b0aa40076d6762f42b0fd25',
      name: 'Recovery',
      slug: 'recovery',
      visibility: 'public',
      url: `${SITE}/tag/recovery/`,
    },
    { id: '6b0aa3ff76d6762f42b0fd1b', name: '#note', slug: 'hash-note', visibility: 'internal', url: `${SITE}/404/` },
  ],
};
const read = async (parts: object = {}): Promise<Article> => {
  const { source } = setUp([posts({ ...POST, ...parts })]);
  const [found] = await source.getArticles([{ id: POST.id }], 'summary', FRESH());
  if (!found || found instanceof CareError) throw new Error(`not read: ${found?.code}`);
  return found;
};

describe('Ghost: the question', () => {
  it('is one request for slugs and ids, without the text', async () => {
    const { source, requests, url } = setUp([posts(POST)]);
    await source.getArticles([...slugs('one-year', 'two-years', 'one-year'), { id: '6b0a' }], 'summary', FRESH());
    expect(requests).to.have.length(1);
    expect(url().origin + url().pathname).to.equal(`${SITE}/ghost/api/content/posts/`);
    const query = Object.fromEntries(url().searchParams);
    expect(query).to.include({
      key: GHOST_KEY,
      filter: "slug:['one-year','two-years','one-year'],id:['6b0a']",
      limit: '4',
      include: 'authors,tags',
    });
    expect(query.fields!.split(',')).to.include.members(['title', 'access', 'custom_excerpt']).and.not.include('html');
  });

  it('sends no header of its own and no cookie', async () => {
    const { source, requests } = setUp([posts()]);
    await source.listArticles(PAGE, FRESH());
    expect(requests[0]!.init).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(requests[0]!.init).not.to.have.property('headers');
  });

  it('asks for all fields where the text is wanted', async () => {
    const { source, url } = setUp([posts()]);
    await source.getArticles(slugs('a'), 'full', FRESH());
    expect(url().searchParams.has('fields')).to.equal(false);
  });

  for (const [given, filter] of [
    ['Two-Words', "slug:['two-words']"],
    ['2024', "slug:['2024']"],
    ['true', "slug:['true']"],
    ['now-30d', "slug:['now-30d']"],
    ["it's", "slug:['it\\'s']"],
    ['a"b', "slug:['a\\\"b']"],
    ['a\\', "slug:['a_']"],
    ['a],id:[x', "slug:['a],id:[x']"],
    ['%D8%A7', "slug:['ا']"],
  ] as const) {
    it(`names ${given} so that nothing else is asked`, async () => {
      const { source, url } = setUp([posts()]);
      await source.getArticles(slugs(given), 'summary', FRESH());
      expect(url().searchParams.get('filter')).to.equal(filter);
    });
  }

  it('leaves an empty name out, which would spoil the answers of the others', async () => {
    const { source, url } = setUp([posts(POST)]);
    const [missing, found] = await source.getArticles(slugs('', 'one-year'), 'summary', FRESH());
    expect(url().searchParams.get('filter')).to.equal("slug:['one-year']");
    expect(missing).to.include({ code: 'not-found' });
    expect(found).to.include({ slug: 'one-year' });
  });

  it('searches each word in titles and excerpts', async () => {
    const { source, url } = setUp([posts()]);
    await source.listArticles({ ...PAGE, category: 'family', search: ` it's  day `, exclude: ['b', ''] }, FRESH());
    expect(url().searchParams.get('filter')).to.equal(
      "type:post+tag:['family']+slug:-['b']+(title:~'it\\'s',custom_excerpt:~'it\\'s')+(title:~'day',custom_excerpt:~'day')",
    );
  });

  it('searches one word beside another condition: of a group in parentheses alone Ghost takes no notice', async () => {
    const { source, url } = setUp([ghostSite(SITE, [article({ title: 'A (day)' }), article({ id: '2', title: 'B' })])]);
    expect((await source.listArticles({ ...PAGE, search: '(day)' }, FRESH())).articles).to.have.length(1);
    expect(url().searchParams.get('filter')).to.equal("type:post+(title:~'(day)',custom_excerpt:~'(day)')");
  });

  it('searches a word with a hyphen as a string: Ghost takes nothing else for a part', async () => {
    const { source, url } = setUp([ghostSite(SITE, [article({ title: 'On self-care' })])]);
    expect((await source.listArticles({ ...PAGE, search: 'self-care' }, FRESH())).articles).to.have.length(1);
    expect(url().searchParams.get('filter')).to.equal("type:post+(title:~'self-care',custom_excerpt:~'self-care')");
  });

  it('asks for neighbours by the time as the database has it', async () => {
    const { source, url } = setUp([posts()]);
    await source.getNeighbors(await read(), true, FRESH());
    expect([url(0), url(1)].map(({ searchParams }) => searchParams.get('filter'))).to.deep.equal([
      `type:post+tag:['recovery']+(published_at:<'2024-09-02 15:00:00',published_at:'2024-09-02 15:00:00'+id:<'${POST.id}')`,
      `type:post+tag:['recovery']+(published_at:>'2024-09-02 15:00:00',published_at:'2024-09-02 15:00:00'+id:>'${POST.id}')`,
    ]);
  });

  it('leaves out no post of the same second, as an import makes them, and repeats none', async () => {
    const publishedAt = '2024-09-02T10:00:00.000Z';
    const all = ['c', 'a', 'd', 'b'].map((slug) => article({ id: slug, slug, publishedAt }));
    const { source } = setUp([ghostSite(SITE, all)]);
    const pages = [1, 2, 3, 4].map((page) => source.listArticles({ page, perPage: 1 }, FRESH()));
    const list = (await Promise.all(pages)).flatMap(({ articles }) => articles);
    expect(list.map(({ slug }) => slug)).to.deep.equal(['d', 'c', 'b', 'a']);
    const around = await Promise.all(list.map((one) => source.getNeighbors(one, false, FRESH())));
    expect(around.map(({ previous, next }) => [previous?.slug, next?.slug])).to.deep.equal([
      ['c', undefined],
      ['b', 'd'],
      ['a', 'c'],
      [undefined, 'b'],
    ]);
  });
});

describe('Ghost: the endpoint and the key', () => {
  for (const [endpoint, address] of [
    [`${SITE}/`, '/ghost/api/content/posts/'],
    [`${SITE}/ghost`, '/ghost/api/content/posts/'],
    [`${SITE}/ghost/#/settings`, '/ghost/api/content/posts/'],
    [`${SITE}/ghost/api/content/`, '/ghost/api/content/posts/'],
    [`${SITE}/ghost/api/content/posts/`, '/ghost/api/content/posts/'],
    [`${SITE}/blog/`, '/blog/ghost/api/content/posts/'],
    [`${SITE}/ghosts/`, '/ghosts/ghost/api/content/posts/'],
  ] as const) {
    it(`may be ${endpoint}`, async () => {
      const { source, url } = setUp([posts()], endpoint);
      await source.listArticles(PAGE, FRESH());
      expect(url().pathname + url().hash).to.equal(address);
    });
  }

  it('may bring the key along', async () => {
    const { source, url } = setUp([posts()], `${SITE}/ghost/api/content/posts/?key=${GHOST_KEY}&limit=3`, '');
    await source.listArticles(PAGE, FRESH());
    expect(url().searchParams.getAll('key')).to.deep.equal([GHOST_KEY]);
    expect(url().searchParams.getAll('limit')).to.deep.equal(['6']);
  });

  it('is read without the blanks that were copied along with the key', async () => {
    const { source, url } = setUp([posts()], SITE, ` ${GHOST_KEY}\n`);
    await source.listArticles(PAGE, FRESH());
    expect(url().searchParams.get('key')).to.equal(GHOST_KEY);
    expect(() => setUp([posts()], SITE, ' ')).to.throw(CareError);
  });

  it('needs a key, and says where it stands, before anything is asked', () => {
    expect(() => setUp([posts()], SITE, ''))
      .to.throw(CareError)
      .that.includes({ code: 'not-configured' })
      .and.has.property('detail')
      .that.includes('Content API key');
  });

  it('asks once where the key is refused: after a hundred such calls Ghost answers nobody at that address', async () => {
    for (const [key, status, words] of [
      ['ffffffffffffffffffffffffff', 401, 'Unknown Content API Key'],
      [GHOST_KEY, 403, 'Authorization failed'],
    ] as const) {
      const reply: Reply =
        status === 401 ? ghostSite(SITE, []) : () => new Response(`{"errors":[{"message":"${words}"}]}`, { status });
      const { source, requests } = setUp([reply], SITE, key);
      const error = await rejection(source.listArticles(PAGE, FRESH()));
      expect(error).to.be.instanceOf(CareError).and.include({ code: 'forbidden', status });
      expect((error as CareError).detail).to.include(words);
      expect(requests).to.have.length(1);
    }
  });

  it('is malformed where something else answers', async () => {
    for (const body of [
      [],
      {},
      { posts: {} },
      '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
    ] as Reply[]) {
      const { source } = setUp([body]);
      expect(await rejection(source.listArticles(PAGE, FRESH()))).to.include({ code: 'malformed' });
      expect(await rejection(source.listCategories(FRESH()))).to.include({ code: 'malformed' });
    }
  });
});

describe('Ghost: a post', () => {
  it('is read in whole', async () => {
    expect(await read()).to.deep.equal({
      id: POST.id,
      slug: 'one-year',
      url: `${SITE}/one-year/`,
      title: 'Anxiety & depression: “5 < 6”',
      excerpt: 'First Day by day.',
      publishedAt: '2024-09-02T10:00:00.000-05:00',
      updatedAt: '2026-11-28T09:50:57.000-05:00',
      authors: [{ name: 'Jane Roe', credentials: ['MS', 'LPC'], url: `${SITE}/author/jane/` }],
      reviewers: [],
      categories: [
        { id: '6b0aa40076d6762f42b0fd25', slug: 'recovery', name: 'Recovery', url: `${SITE}/tag/recovery/` },
      ],
      tags: [],
      image: {
        url: `${SITE}/content/images/2024/09/garden.png`,
        alt: 'A garden',
        caption: 'The garden',
        sources: [600, 1000, 1600, 2400].map((width) => ({
          url: `${SITE}/content/images/size/w${width}/2024/09/garden.png`,
          width,
        })),
      },
      isProtected: false,
    });
  });

  it('for members only keeps its teaser, and is protected', async () => {
    const { source } = setUp([
      posts({ ...POST, html: '', excerpt: '', access: false, custom_excerpt: 'For everybody.' }),
    ]);
    const [found] = await source.getArticles(slugs('one-year'), 'full', FRESH());
    expect(found).to.include({ isProtected: true, excerpt: 'For everybody.' }).and.not.have.property('body');
  });

  it('has no picture of another origin, and no sizes of a drawing', async () => {
    expect(await read({ feature_image: 'https://images.unsplash.example/a.jpg' })).not.to.have.property('image');
    expect((await read({ feature_image: `${SITE}/content/images/a.svg` })).image?.sources).to.deep.equal([]);
    expect((await read({ feature_image: `${SITE}/content/images/size/w600/a.png` })).image?.sources).to.deep.equal([]);
  });

  it('bears no link to what the routes of its Ghost give no page', async () => {
    const url = `${SITE}/404/`;
    const [author, tag] = [POST.authors[0], POST.tags[0]].map((one) => ({ ...one, url }));
    const found = await read({ url, authors: [author], tags: [tag] });
    for (const one of [found, found.authors[0], found.categories[0]]) expect(one).not.to.have.property('url');
    expect((await read({ url: `${SITE}/on-404/` })).url).to.equal(`${SITE}/on-404/`);
  });

  it('loses what is not of the expected type, and nothing else', async () => {
    const odd = {
      title: {},
      tags: 'x',
      authors: [null, 5, { name: [] }],
      published_at: 'soon',
      url: 'javascript:x',
      access: 0,
    };
    expect(await read({ ...odd, feature_image: 7, updated_at: null })).to.deep.equal({
      id: POST.id,
      slug: 'one-year',
      title: '',
      excerpt: 'First Day by day.',
      authors: [],
      reviewers: [],
      categories: [],
      tags: [],
      isProtected: false,
    });
  });

  it('brings no markup into plain text', async () => {
    const { title, excerpt, authors, categories } = await read({
      title: 'A <img src=x onerror=alert(1)> title',
      custom_excerpt: '<script>alert(2)</script>Teaser',
      authors: [{ name: '<b>Mallory</b>, PhD', url: 'javascript:alert(3)' }],
      tags: [{ id: 1, slug: 'x', name: 'X<svg onload=alert(4)></svg>', visibility: 'public' }],
    });
    expect({ title, excerpt, authors, categories }).to.deep.equal({
      title: 'A title',
      excerpt: 'Teaser',
      authors: [{ name: 'Mallory', credentials: ['PhD'] }],
      categories: [{ id: '1', slug: 'x', name: 'X' }],
    });
  });
});

describe('Ghost: categories', () => {
  it('are the hundred tags that hold most, by name, without those that hold nothing', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({
      id: `${index}`,
      slug: `t-${index}`,
      name: `T${1000 + index}`,
    }));
    const articles = [article({ id: '1', categories: many }), article({ id: '2', categories: many.slice(60) })];
    const { source, requests } = setUp([ghostSite(SITE, articles)]);
    const found = await source.listCategories(FRESH());
    expect(requests).to.have.length(1);
    expect(found).to.have.length(100);
    const names = found.map(({ name }) => name);
    expect(names).to.deep.equal([...names].sort());
    expect(found.filter(({ count }) => count === 2)).to.have.length(70);

    const other = setUp([{ tags: [{ id: 'a', slug: 'a', name: 'A', count: { posts: 0 } }] }]);
    expect(await other.source.listCategories(FRESH())).to.deep.equal([]);
  });
});
