import { expect } from 'chai';
import { createHttp } from '../../../../src/http/http.js';
import type { Article } from '../../../../src/model/article.js';
import { CareError } from '../../../../src/model/care-error.js';
import type { ArticleReference } from '../../../../src/model/content-source.js';
import { createWordPressSource } from '../../../../src/sources/wordpress/wordpress-source.js';
import { fakeTransport, networkFailure, rejection, silence, type Reply } from '../../../support/fake-transport.js';
import { ManualClock } from '../../../support/manual-clock.js';
import {
  API_INDEX,
  CLOSED_USERS,
  embedded,
  FORBIDDEN_PICTURE,
  ORIGINS,
  PICTURE,
  post,
  REMOVED_USER,
  SITE,
  term,
  type Json,
} from './posts.js';

const setUp = (replies: readonly [Reply, ...Reply[]], endpoint = SITE) => {
  const transport = fakeTransport(...replies);
  const clock = new ManualClock();
  const http = createHttp({ transport, clock });
  const source = createWordPressSource({ endpoint, http, origins: ORIGINS });
  return { source, clock, requests: transport.requests, url: (index = 0) => new URL(transport.requests[index]!.url) };
};
const FRESH = () => new AbortController().signal;
const slugs = (...names: string[]): ArticleReference[] => names.map((slug) => ({ slug }));
const status = (code: number, body: string) => (): Response => new Response(body, { status: code });
const NO_ROUTE = status(404, '<!doctype html><title>Page not found – Harbor Clinic</title>');

/** What a post is read as. */
const read = async (parts: Json = {}, endpoint = SITE): Promise<Article> => {
  const answer = post(parts);
  const { source } = setUp([[answer]], endpoint);
  const [found] = await source.getArticles([{ id: String(answer.id) }], 'summary', FRESH());
  if (!found || found instanceof CareError) throw new Error(`not read: ${found?.code}`);
  return found;
};

describe('WordPress: the question', () => {
  it('is small: the fields that a card shows', async () => {
    const { source, requests, url } = setUp([[post()]]);
    await source.getArticles(slugs('first-week'), 'summary', FRESH());
    expect(requests).to.have.length(1);
    expect(url().origin + url().pathname).to.equal(`${SITE}/wp-json/wp/v2/posts`);
    const query = Object.fromEntries(url().searchParams);
    expect(query.slug).to.equal('first-week');
    expect(query._embed).to.equal('author,wp:featuredmedia'); // terms cost the server as much again
    const fields = query._fields!.split(',');
    expect(fields).to.include.members([
      'id',
      'slug',
      'link',
      'title',
      'excerpt',
      'date',
      'date_gmt',
      '_links.author',
      '_links.wp:featuredmedia',
      'categories',
    ]);
    expect(fields).not.to.include.members(['content']);
    expect(fields).not.to.include.members(['_links.wp:term']);
    expect(fields).not.to.include('excerpt.rendered'); // loses excerpt.protected
  });

  it('is one for twenty slugs, and asks for as many answers', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `post-${index}`);
    const { source, requests, url } = setUp([names.map((slug, id) => post({ id, slug }))]);
    expect(source.batchSize).to.equal(20);
    const found = await source.getArticles(slugs(...names), 'summary', FRESH());
    expect(requests).to.have.length(1);
    expect(url().searchParams.get('per_page')).to.equal('20');
    expect(url().searchParams.get('slug')!.split(',')).to.have.members(names);
    expect(found.map((article) => (article as Article).slug)).to.deep.equal(names);
  });

  it('asks for the names of the terms where they are shown', async () => {
    const { source, url } = setUp([[]]);
    await source.getArticles(slugs('a'), 'teaser', FRESH());
    await source.getArticles(slugs('a'), 'full', FRESH());
    for (const index of [0, 1]) {
      expect(url(index).searchParams.get('_embed')).to.equal('author,wp:featuredmedia,wp:term');
      expect(url(index).searchParams.get('_fields')!.split(',')).to.include('_links.wp:term');
    }
    expect(url(0).searchParams.get('_fields')!.split(',')).not.to.include('content');
    await source.listArticles({ page: 1, perPage: 6 }, FRESH());
    expect(url(2).searchParams.get('_embed')).to.equal('author,wp:featuredmedia');
  });

  it('names each article once', async () => {
    const { source, url } = setUp([[post({ slug: 'a' })]]);
    await source.getArticles(slugs('a', 'a'), 'summary', FRESH());
    expect([url().searchParams.get('slug'), url().searchParams.get('per_page')]).to.deep.equal(['a', '1']);
  });

  it('is the same address for the same set, so that an early request is found', async () => {
    const { source, url } = setUp([[]]);
    await source.getArticles(slugs('b', 'a', 'c'), 'summary', FRESH());
    await source.getArticles(slugs('c', 'b', 'a'), 'summary', FRESH());
    expect(url(0).href).to.equal(url(1).href);
  });

  it('is two for slugs and ids, and answers in the order of the references', async () => {
    const bySlug: Reply = ({ url }) => [
      new URL(url).searchParams.has('slug') ? post({ id: 7, slug: 'a' }) : post({ id: 1005, slug: 'five' }),
    ];
    const { source, requests } = setUp([bySlug]);
    const found = await source.getArticles([{ id: '1005' }, { slug: 'a' }], 'summary', FRESH());
    expect(found.map((article) => (article as Article).id)).to.deep.equal(['1005', '7']);
    expect(requests).to.have.length(2);
    expect(requests.map(({ url }) => new URL(url).searchParams.get('include'))).to.include('1005');
  });

  it('is split where the address would grow too long for a server', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${'الأيام-الأولى-في-العلاج'}-${index}`);
    const reply: Reply = ({ url }) =>
      new URL(url).searchParams
        .get('slug')!
        .split(',')
        .map((slug) => post({ id: slug, slug: encodeURIComponent(slug).toLowerCase() }));
    const { source, requests } = setUp([reply]);
    const found = await source.getArticles(slugs(...names), 'summary', FRESH());
    expect(requests.length).to.be.within(2, 8);
    for (const { url } of requests) expect(url.length).to.be.below(8000);
    for (const { url } of requests) {
      const { searchParams } = new URL(url);
      expect(searchParams.get('per_page')).to.equal(String(searchParams.get('slug')!.split(',').length));
    }
    expect(found.map((article) => (article as Article).slug)).to.deep.equal(names);
  });

  it('asks for nothing where nothing is wanted', async () => {
    const { source, requests } = setUp([[]]);
    expect(await source.getArticles([], 'summary', FRESH())).to.deep.equal([]);
    expect(requests).to.have.length(0);
  });

  it('asks for the text only where the text is wanted', async () => {
    const { source, url } = setUp([[]]);
    await source.getArticles(slugs('a'), 'full', FRESH());
    expect(url().searchParams.get('_fields')!.split(',')).to.include('content');
  });
});

describe('WordPress: the endpoint', () => {
  const endpoints: readonly (readonly [endpoint: string, path: string])[] = [
    [SITE, '/wp-json/wp/v2/posts'],
    [`${SITE}/`, '/wp-json/wp/v2/posts'],
    [`${SITE}/blog`, '/blog/wp-json/wp/v2/posts'],
    [`${SITE}/blog//`, '/blog/wp-json/wp/v2/posts'],
    [`${SITE}/wp-json`, '/wp-json/wp/v2/posts'],
    [`${SITE}/wp-json/`, '/wp-json/wp/v2/posts'],
    [`${SITE}/wp-json/wp/v2`, '/wp-json/wp/v2/posts'],
    [`${SITE}/wp-json/wp/v2/posts`, '/wp-json/wp/v2/posts'],
    [`${SITE}/blog/wp-json/wp/v2/posts/`, '/blog/wp-json/wp/v2/posts'],
    [`${SITE}/wp-json/wp/v2/programs`, '/wp-json/wp/v2/programs'],
    [`${SITE}/index.php`, '/wp-json/wp/v2/posts'],
    [`${SITE}/#top`, '/wp-json/wp/v2/posts'],
    [`${SITE}/wp/v2`, '/wp/v2/posts'],
    [`${SITE}/api/wp/v2/programs`, '/api/wp/v2/programs'],
    [`${SITE}/wp/v2/sites/clinic.wordpress.example`, '/wp/v2/sites/clinic.wordpress.example/posts'],
    [`${SITE}/wp/v2/sites/123/`, '/wp/v2/sites/123/posts'],
    [`${SITE}/wp/v2/sites/123/programs`, '/wp/v2/sites/123/programs'],
  ];
  for (const [endpoint, path] of endpoints) {
    it(`may be ${endpoint}`, async () => {
      const { source, url } = setUp([[]], endpoint);
      await source.getArticles(slugs('a'), 'summary', FRESH());
      expect(url().pathname).to.equal(path);
      expect(url().hash).to.equal('');
      expect(url().searchParams.has('rest_route')).to.equal(false);
    });
  }

  const ROOT = 'https://public-api.wordpress.com/wp/v2/sites';
  const hosted: readonly (readonly [endpoint: string, address: string])[] = [
    ['https://clinic.wordpress.com', `${ROOT}/clinic.wordpress.com/posts`],
    ['http://clinic.wordpress.com/', `${ROOT}/clinic.wordpress.com/posts`],
    ['https://clinic.wordpress.com/blog/', `${ROOT}/clinic.wordpress.com/posts`],
    ['https://clinic.wordpress.com/wp-json/wp/v2/programs', `${ROOT}/clinic.wordpress.com/programs`],
    ['https://clinic.wordpress.com/?rest_route=/wp/v2/programs', `${ROOT}/clinic.wordpress.com/programs`],
    [`${ROOT}/clinic.wordpress.com`, `${ROOT}/clinic.wordpress.com/posts`],
    [`${ROOT}/clinic.example/`, `${ROOT}/clinic.example/posts`],
    ['https://wordpress.com/blog', 'https://wordpress.com/blog/wp-json/wp/v2/posts'],
    ['https://clinic.wordpress.com.example/', 'https://clinic.wordpress.com.example/wp-json/wp/v2/posts'],
    ['https://notwordpress.com/', 'https://notwordpress.com/wp-json/wp/v2/posts'],
  ];
  for (const [endpoint, address] of hosted) {
    it(`may be hosted by WordPress.com, or look like it: ${endpoint}`, async () => {
      const { source, url, requests } = setUp([[]], endpoint);
      await source.getArticles(slugs('a'), 'summary', FRESH());
      expect(url().origin + url().pathname).to.equal(address);
      expect(url().searchParams.has('rest_route')).to.equal(false);
      expect(requests).to.have.length(1);
    });
  }

  it('hosted by WordPress.com keeps its own query parameters, and is asked nowhere else where it fails', async () => {
    const { source, requests } = setUp([NO_ROUTE], 'https://clinic.wordpress.com/?lang=es');
    expect(await rejection(source.getArticles(slugs('a'), 'summary', FRESH()))).to.include({ code: 'not-found' });
    expect(requests.map(({ url }) => url.split('?')[0])).to.deep.equal([`${ROOT}/clinic.wordpress.com/posts`]);
    expect(new URL(requests[0]!.url).searchParams.get('lang')).to.equal('es');
  });

  it('hosted by WordPress.com shows the pictures of the site, and no others', async () => {
    for (const endpoint of ['https://clinic.wordpress.com/', `${ROOT}/clinic.wordpress.com`]) {
      const pictureFrom = async (url: string): Promise<string | undefined> => {
        const media = { ...PICTURE, source_url: url, media_details: {} };
        return (await read({ _embedded: { ...embedded, 'wp:featuredmedia': [media] } }, endpoint)).image?.url;
      };
      for (const url of [
        'https://clinic.files.wordpress.com/2024/05/a.jpg',
        'https://clinic.wordpress.com/wp-content/uploads/2024/05/a.jpg',
      ]) {
        expect(await pictureFrom(url), endpoint).to.equal(url);
      }
      expect(await pictureFrom('https://other.files.wordpress.com/a.jpg')).to.equal(undefined);
      expect(await pictureFrom('https://i0.wp.com/clinic.wordpress.com/a.jpg')).to.equal(undefined);
    }
  });

  it('keeps its own query parameters', async () => {
    const { source, url } = setUp([[]], `${SITE}/?lang=es&token=a%20b&per_page=3`);
    await source.getArticles(slugs('a', 'b'), 'summary', FRESH());
    await source.listCategories(FRESH());
    for (const index of [0, 1]) expect(url(index).searchParams.get('lang')).to.equal('es');
    expect(url().searchParams.get('token')).to.equal('a b');
    expect(url().searchParams.getAll('per_page')).to.deep.equal(['2']);
  });

  it('may be a plain one', async () => {
    const { source, requests, url } = setUp([[]], `${SITE}/blog/?rest_route=/`);
    await source.getArticles(slugs('a'), 'summary', FRESH());
    expect(url().pathname).to.equal('/blog/');
    expect(url().searchParams.getAll('rest_route')).to.deep.equal(['/wp/v2/posts']);
    expect(requests).to.have.length(1);
  });

  it('may be a plain one with a type of its own', async () => {
    const { source, url } = setUp([[]], `${SITE}/?rest_route=/wp/v2/programs`);
    await source.getArticles(slugs('a'), 'summary', FRESH());
    await source.listCategories(FRESH());
    expect([url(0), url(1)].map(({ searchParams }) => searchParams.get('rest_route'))).to.deep.equal([
      '/wp/v2/programs',
      '/wp/v2/categories',
    ]);
  });

  /** What a WordPress whose rules were flushed gives below /wp-json/: a redirect to a page. */
  const FLUSHED: Readonly<Record<string, Reply>> = {
    network: networkFailure,
    malformed: '<!doctype html><title>Harbor Clinic</title>',
  };
  for (const [code, reply] of Object.entries(FLUSHED)) {
    it(`is asked in the plain way after ${code}, once for requests that run side by side`, async () => {
      const { source, requests, clock } = setUp([({ url }) => (url.includes('rest_route') ? [post()] : reply)]);
      const answers = [source.getArticles(slugs('first-week'), 'summary', FRESH()), source.listCategories(FRESH())];
      for (let turn = 0; turn < 50; turn++) {
        clock.advance(300); // the second attempt after a lost connection
        await new Promise((resolve) => setTimeout(resolve));
      }
      const [[found]] = (await Promise.all(answers)) as [[Article], unknown];
      expect(found.slug).to.equal('first-week');
      const before = requests.length;
      await source.listArticles({ page: 1, perPage: 6 }, FRESH());
      expect(requests).to.have.length(before + 1);
      expect(requests.at(-1)!.url).to.include('rest_route=/wp/v2/posts');
    });
  }

  it('is asked in the plain way once, where that leads to a page too', async () => {
    const { source, requests } = setUp(['<!doctype html><title>Home</title>']);
    for (let time = 0; time < 3; time++) {
      expect(await rejection(source.getArticles(slugs('a'), 'summary', FRESH()))).to.include({ code: 'malformed' });
    }
    expect(requests.filter(({ url }) => url.includes('rest_route'))).to.have.length(1);
  });

  it('is not asked in the plain way where the usual one has answered before, refuses, or is no REST root of WordPress', async () => {
    const worked = setUp([[post()], '<!doctype html><title>Busy</title>']);
    await worked.source.getArticles(slugs('first-week'), 'summary', FRESH());
    await rejection(worked.source.getArticles(slugs('b'), 'summary', FRESH()));
    const refused = setUp([status(403, '')]);
    await rejection(refused.source.getArticles(slugs('a'), 'summary', FRESH()));
    const root = setUp([NO_ROUTE], `${SITE}/wp/v2/sites/1`);
    await rejection(root.source.getArticles(slugs('a'), 'summary', FRESH()));
    const all = [worked, refused, root].flatMap(({ requests }) => requests);
    expect(all.filter(({ url }) => url.includes('rest_route'))).to.deep.equal([]);
  });

  it('is asked in the plain way where permalinks are switched off, from then on at once', async () => {
    const reply: Reply = ({ url }) => (url.includes('rest_route') ? [post()] : NO_ROUTE());
    const { source, requests, url } = setUp([reply], `${SITE}/blog/?lang=es`);
    const [found] = await source.getArticles(slugs('first-week'), 'summary', FRESH());
    expect((found as Article).slug).to.equal('first-week');
    expect(requests).to.have.length(2);
    expect(url(1).pathname).to.equal('/blog/');
    expect(url(1).searchParams.get('rest_route')).to.equal('/wp/v2/posts');
    expect(url(1).searchParams.get('lang')).to.equal('es');
    expect(url(1).searchParams.get('slug')).to.equal('first-week');
    await source.getArticles(slugs('first-week'), 'summary', FRESH());
    expect(requests).to.have.length(3);
    expect(url(2).searchParams.has('rest_route')).to.equal(true);
  });

  it('is not found where the plain way leads to a page too', async () => {
    for (const second of ['<!doctype html><title>Home</title>', NO_ROUTE, '{"code":"rest_no_route"}'] as Reply[]) {
      const { source, requests } = setUp([NO_ROUTE, second]);
      const error = await rejection(source.getArticles(slugs('a'), 'summary', FRESH()));
      expect(error).to.be.instanceOf(CareError).and.include({ code: 'not-found', status: 404 });
      expect((error as CareError).detail).to.include('Page not found – Harbor Clinic');
      expect(requests).to.have.length(2);
    }
  });

  it('gives the language that its own parameter names', async () => {
    expect((await read({}, `${SITE}/?lang=es`)).language).to.equal('es');
    expect(await read()).not.to.have.property('language');
  });
});

describe('WordPress: a post', () => {
  it('has the review that the plugin tells of', async () => {
    const review = {
      reviewers: [
        { name: 'Sam &amp; Co <b>Doe</b>', credentials: ['MD', 3], url: 'javascript:alert(1)' },
        { name: '' },
        'x',
      ],
      reviewed_at: '2026-10-02',
      review_due: '2027-10-02',
      withdrawn: false,
    };
    const found = await read({ care_widgets: review });
    expect(found.reviewers).to.deep.equal([{ name: 'Sam & Co Doe', credentials: ['MD', '3'] }]);
    expect([found.reviewedAt, found.reviewDue]).to.deep.equal(['2026-10-02', '2027-10-02']);
  });

  it('has the topics and the minutes that the plugin tells of, where none are embedded', async () => {
    const topics = [{ id: 4, slug: 'rest', name: 'Rest &amp; sleep', link: 'javascript:x' }, 'x'];
    const ours = { topics, reading_minutes: 7 };
    const embedded = await read({ care_widgets: ours });
    expect(embedded.categories.map(({ name }) => name)).to.deep.equal(['Anxiety & Depression']);
    const found = await read({ care_widgets: ours, _embedded: {} });
    expect(found.categories).to.deep.equal([{ id: '4', slug: 'rest', name: 'Rest & sleep' }]);
    expect(found.readingMinutes).to.equal(7);
    expect((await read({ care_widgets: { topics: 'x', reading_minutes: -1 } })).readingMinutes).to.equal(undefined);
  });

  it('is read in whole', async () => {
    const found = await read();
    expect(found).to.deep.equal({
      id: '1001',
      slug: 'first-week',
      url: `${SITE}/first-week/`,
      title: 'What the first week is like',
      excerpt: 'Nobody arrives with a plan, and nobody needs one.',
      publishedAt: '2025-06-24T09:30:00-04:00',
      updatedAt: '2025-07-01T08:00:00-04:00',
      authors: [{ name: 'Dr. Jordan Rivera', credentials: ['PhD', 'LMFT'], url: `${SITE}/team/jrivera` }],
      reviewers: [],
      categories: [
        {
          id: '4',
          slug: 'anxiety-depression',
          name: 'Anxiety & Depression',
          url: `${SITE}/category/anxiety-depression/`,
        },
      ],
      tags: found.tags,
      image: found.image,
      isProtected: false,
    });
    expect(found.tags[0]).to.include({ slug: 'admissions', name: 'admissions', url: `${SITE}/tag/admissions/` });
  });

  it('brings its picture in every size of the same crop, narrowest first', async () => {
    const { image } = await read();
    expect(image).to.deep.include({
      url: `${SITE}/wp-content/uploads/2025/06/garden-path-768x432.jpg`,
      width: 768,
      height: 432,
      alt: 'A path through the clinic garden',
      caption: 'The path, spring',
    });
    expect(image!.sources.map(({ width, height }) => [width, height])).to.deep.equal([
      [300, 169],
      [768, 432],
      [1024, 576],
      [1536, 864],
      [1600, 900],
    ]);
    for (const { url } of image!.sources) expect(url).to.match(/^https:\/\/clinic\.example\/wp-content\/.*\.jpg$/);
  });

  it('lets no avatar service learn who reads', async () => {
    expect(JSON.stringify(await read())).not.to.include('gravatar');
  });

  const offsets: readonly (readonly [local: unknown, utc: unknown, expected: string | undefined])[] = [
    ['2025-06-24T23:30:00', '2025-06-25T06:30:00', '2025-06-24T23:30:00-07:00'],
    ['2025-06-24T05:30:00', '2025-06-24T00:00:00', '2025-06-24T05:30:00+05:30'],
    ['2025-06-24T00:15:00', '2025-06-24T03:45:00', '2025-06-24T00:15:00-03:30'],
    ['2025-06-24T14:00:00', '2025-06-24T00:00:00', '2025-06-24T14:00:00+14:00'],
    ['2025-06-24T09:30:00', '2025-06-24T09:30:00', '2025-06-24T09:30:00+00:00'],
    [undefined, '2025-06-24T09:30:00', '2025-06-24T09:30:00Z'],
    ['', '', undefined],
    [null, {}, undefined],
    ['0000-00-00T00:00:00', '0000-00-00T00:00:00', undefined],
    ['yesterday', 'never', undefined],
  ];
  for (const [date, date_gmt, expected] of offsets) {
    it(`dated ${String(date)} and ${String(date_gmt)} is of ${expected}`, async () => {
      const { publishedAt, updatedAt } = await read({ date, date_gmt, modified: date, modified_gmt: date_gmt });
      expect([publishedAt, updatedAt]).to.deep.equal([expected, expected]);
    });
  }

  it('behind a password is protected, without text but with title and picture', async () => {
    const content = { rendered: '', protected: true };
    const parts = { excerpt: { rendered: '', protected: true }, content, title: { rendered: 'Notes for families' } };
    const answer = post(parts);
    for (const depth of ['summary', 'full'] as const) {
      const { source } = setUp([[answer]]);
      const [found] = (await source.getArticles(slugs('first-week'), depth, FRESH())) as [Article];
      expect(found).to.include({ isProtected: true, title: 'Notes for families', excerpt: '' });
      expect(found.image).to.be.an('object');
      expect(found).not.to.have.property('body');
    }
  });

  it('may lack everything', async () => {
    const { source } = setUp([[{ slug: 'bare' }]]);
    const [found] = await source.getArticles(slugs('bare'), 'summary', FRESH());
    expect(found).to.deep.equal({
      id: '',
      slug: 'bare',
      title: '',
      excerpt: '',
      authors: [],
      reviewers: [],
      categories: [],
      tags: [],
      isProtected: false,
    });
  });

  it('may be of wrong types everywhere', async () => {
    for (const junk of [null, 5, 'text', [], {}, [[]], [null], true]) {
      const names = [
        'date',
        'date_gmt',
        'modified',
        'modified_gmt',
        'link',
        'title',
        'excerpt',
        'content',
        '_links',
        '_embedded',
      ];
      const parts = Object.fromEntries(names.map((name) => [name, junk]));
      const found = await read({ ...parts, slug: 'junk' });
      expect(found, JSON.stringify(junk)).to.include({ slug: 'junk', isProtected: false });
      const inside = await read({ _embedded: { author: junk, 'wp:featuredmedia': junk, 'wp:term': junk } });
      expect(inside, JSON.stringify(junk)).to.deep.include({ authors: [], categories: [], tags: [] });
      const deeper = await read({
        _embedded: {
          author: [{ name: junk, url: junk }],
          'wp:featuredmedia': [{ source_url: `${SITE}/a.jpg`, media_details: junk, alt_text: junk, caption: junk }],
          'wp:term': [[{ taxonomy: 'category', slug: 'a', name: junk, link: junk, id: junk }]],
        },
      });
      expect(deeper.image, JSON.stringify(junk)).to.include({ url: `${SITE}/a.jpg` });
    }
  });
});

describe('WordPress: traps', () => {
  it('1: a deleted picture that embeds the API’s index is no picture', async () => {
    const found = await read({ _embedded: embedded({ 'wp:featuredmedia': [API_INDEX] }) });
    expect(found).not.to.have.property('image');
    expect(found.authors).to.have.length(1);
  });

  it('2: a picture attached to a draft is no picture', async () => {
    expect(await read({ _embedded: embedded({ 'wp:featuredmedia': [FORBIDDEN_PICTURE] }) })).not.to.have.property(
      'image',
    );
    expect(await read({ _embedded: embedded({ 'wp:featuredmedia': undefined }) })).not.to.have.property('image');
  });

  it('3: a removed author or a closed users endpoint gives no byline', async () => {
    for (const error of [REMOVED_USER, CLOSED_USERS]) {
      const found = await read({ _embedded: embedded({ author: [error] }) });
      expect(found.authors).to.deep.equal([]);
      expect(found.title).to.equal('What the first week is like');
    }
  });

  it('4: a total that exceeds what is sent is no reason to ask for ever', async () => {
    const headers = { 'x-wp-total': '49', 'x-wp-totalpages': '3' };
    const { source } = setUp([() => new Response(JSON.stringify([post()]), { headers })]);
    expect(await source.listArticles({ page: 2, perPage: 20 }, FRESH())).to.include({
      page: 2,
      hasMore: true,
      total: 49,
    });
    expect(await source.listArticles({ page: 3, perPage: 20 }, FRESH())).to.include({ page: 3, hasMore: false });
  });

  it('4: counts that are no numbers are none', async () => {
    const headers = { 'x-wp-total': '49, 49', 'x-wp-totalpages': 'many' };
    const { source } = setUp([() => new Response(JSON.stringify([post()]), { headers })]);
    const found = await source.listArticles({ page: 1, perPage: 1 }, FRESH());
    expect(found).to.include({ hasMore: true }).and.not.to.have.property('total');
  });

  it('5: titles and names are decoded and free of markup; Arabic slugs are readable', async () => {
    const found = await read({
      slug: '%d8%a7%d9%84%d8%a3%d9%8a%d8%a7%d9%85-detox',
      title: {
        rendered:
          'It&#8217;s okay to ask: &#8220;What now?&#8221; Anxiety &#038; depression &#8212; <em>plain</em> answers 5 < 6...',
      },
      excerpt: { rendered: '<p>Tom &#038; Jerry&#8217;s <strong>markup</strong> &hellip;</p>\n', protected: false },
      _embedded: embedded({
        author: [{ name: 'O&#8217;Neill, <b>LCSW</b>' }],
        'wp:featuredmedia': [{ ...PICTURE, alt_text: 'It’s a "quoted" <b>alt</b> & more' }],
        'wp:term': [[term('category', 3, '%d8%a7%d9%84', 'Anxiety &amp; <i>Depression</i>')]],
      }),
    });
    expect(found.slug).to.equal('الأيام-detox');
    expect(found.title).to.equal('It’s okay to ask: “What now?” Anxiety & depression — plain answers 5 < 6...');
    expect(found.excerpt).to.match(/^Tom & Jerry’s markup ?…$/);
    expect(found.authors).to.deep.equal([{ name: 'O’Neill', credentials: ['LCSW'] }]);
    expect(found.image!.alt).to.equal('It’s a "quoted" alt & more');
    expect(found.categories[0]).to.include({ slug: 'ال', name: 'Anxiety & Depression' });
  });

  it('5: an Arabic slug may be given decoded or encoded', async () => {
    const given = [
      'الأيام-detox',
      encodeURIComponent('الأيام-detox'),
      encodeURIComponent('الأيام-detox').toLowerCase(),
    ];
    for (const slug of given) {
      const { source } = setUp([[post({ slug: encodeURIComponent('الأيام-detox').toLowerCase() })]]);
      const [found] = await source.getArticles([{ slug }], 'summary', FRESH());
      expect((found as Article).slug, slug).to.equal('الأيام-detox');
    }
  });

  it('a guest author is named where the answer knows better than the account', async () => {
    const _embedded = embedded({ author: [{ id: 1, name: 'admin', link: `${SITE}/author/admin/` }] });
    const guest = [{ name: 'Jane Roe', credentials: ['LPC'] }];
    const byPlugin = await read({ _embedded, authors: [{ term_id: 7, is_guest: 1, display_name: 'Jane Roe, LPC' }] });
    expect(byPlugin.authors).to.deep.equal(guest);
    const byCoAuthors = await read({
      _embedded,
      coauthors: [{ display_name: 'Jane Roe, LPC' }, { display_name: 'Sam Poe' }],
    });
    expect(byCoAuthors.authors.map(({ name }) => name)).to.deep.equal(['Jane Roe', 'Sam Poe']);
    const bySeo = await read({ _embedded, yoast_head_json: { author: 'Jane Roe, LPC' } });
    expect(bySeo.authors).to.deep.equal(guest);
    const same = await read({ yoast_head_json: { author: 'Dr. Jordan Rivera, PhD, LMFT' } });
    expect(same.authors[0]).to.have.property('url'); // the account's own
    for (const odd of [{ authors: [7, 8] }, { authors: 'x', coauthors: [7] }, { yoast_head_json: [] }]) {
      expect((await read({ _embedded, ...odd })).authors[0]!.name).to.equal('admin');
    }
  });

  it('6: a hostile title and excerpt are words', async () => {
    const found = await read({
      title: { rendered: 'Hostile <img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script> title' },
      excerpt: {
        rendered:
          '<p>Hostile excerpt <img src=x onerror="x()"><script>x()</script><a href="javascript:x()">x</a><meta http-equiv=refresh content="0;url=//e"></p>',
        protected: false,
      },
    });
    expect(found).to.include({ title: 'Hostile title', excerpt: 'Hostile excerpt x' });
  });

  it('6: hostile addresses are none', async () => {
    const bad = 'javascript:alert(1)';
    const found = await read({
      link: bad,
      _embedded: embedded({
        author: [{ name: 'A', url: bad, link: 'data:text/html,x' }],
        'wp:featuredmedia': [{ ...PICTURE, source_url: bad }],
        'wp:term': [[{ ...term('category', 1, 'a', 'A'), link: bad }]],
      }),
    });
    expect(JSON.stringify(found)).not.to.match(/javascript:|data:/);
    expect(found).not.to.have.property('url');
    expect(found).not.to.have.property('image');
  });

  it('7: a picture of another origin is not loaded, and neither are its sizes', async () => {
    const tracker = 'https://tracker.example/a.jpg';
    expect(
      await read({ _embedded: embedded({ 'wp:featuredmedia': [{ ...PICTURE, source_url: tracker }] }) }),
    ).not.to.have.property('image');
    const details = { width: 1600, height: 900, sizes: { large: { width: 1024, height: 576, source_url: tracker } } };
    const { image } = await read({
      _embedded: embedded({ 'wp:featuredmedia': [{ ...PICTURE, media_details: details }] }),
    });
    expect(JSON.stringify(image)).not.to.include('tracker');
    expect(image!.sources).to.have.length(1);
  });

  it('9: a PHP notice before the JSON is read past', async () => {
    const notice = '<br />\n<b>Notice</b>:  Undefined index: foo in <b>/srv/x.php</b> on line <b>3</b><br />\n';
    const { source } = setUp([notice + JSON.stringify([post()])]);
    const [found] = await source.getArticles(slugs('first-week'), 'summary', FRESH());
    expect((found as Article).id).to.equal('1001');
  });

  it('9: a challenge page with status 200 is malformed, and named', async () => {
    const { source } = setUp(['<!doctype html><title>Just a moment...</title><p>Checking your browser.']);
    const error = await rejection(source.getArticles(slugs('a'), 'summary', FRESH()));
    expect(error).to.include({ code: 'malformed' });
    expect((error as CareError).detail).to.include('Just a moment...');
  });
});

describe('WordPress: what is missing', () => {
  it('is not found in its place, and the others are served', async () => {
    const { source } = setUp([[post({ slug: 'a' }), post({ slug: 'c' })]]);
    const [a, b, c] = await source.getArticles(slugs('a', 'b', 'c'), 'summary', FRESH());
    expect([(a as Article).slug, (c as Article).slug]).to.deep.equal(['a', 'c']);
    expect(b).to.be.instanceOf(CareError).and.include({ code: 'not-found' });
    expect((b as CareError).detail).to.include('"b"');
  });

  it('rejects where the answer is no list', async () => {
    for (const body of ['{"code":"x"}', 'null', '5', '"text"', '', '[{"id":']) {
      const { source } = setUp([body]);
      expect(await rejection(source.getArticles(slugs('a'), 'summary', FRESH())), body).to.include({
        code: 'malformed',
      });
    }
  });

  it('rejects where the site refuses', async () => {
    const { source } = setUp([
      status(401, '{"code":"rest_login_required","message":"DRA: Only authenticated users can access the REST API."}'),
    ]);
    const error = await rejection(source.getArticles(slugs('a'), 'summary', FRESH()));
    expect(error).to.include({ code: 'forbidden', status: 401 });
    expect((error as CareError).detail).to.include('Only authenticated users');
  });

  it('rejects with the caller’s reason', async () => {
    const { source, requests } = setUp([silence]);
    const caller = new AbortController();
    const waiting = rejection(source.getArticles(slugs('a'), 'summary', caller.signal));
    caller.abort();
    expect(await waiting).to.equal(caller.signal.reason);
    expect(requests[0]!.init.signal!.aborted).to.equal(true);
  });
});

describe('WordPress: lists', () => {
  /** Answers each route from a table. */
  const site =
    (routes: Readonly<Record<string, Reply>>): Reply =>
    ({ url }) =>
      routes[new URL(url).pathname.replace(/^.*\/wp\/v2\//, '')] ?? [];

  it('filter by number, which is looked up by slug first', async () => {
    const { source, requests } = setUp([
      site({
        categories: [{ id: 4 }],
        tags: [{ id: 8 }],
        users: [{ id: 2 }],
        posts: ({ url }) => (url.includes('_embed') ? [post()] : [{ id: 7 }, { id: 9 }]),
      }),
    ]);
    await source.listArticles(
      {
        category: 'recovery',
        tag: 'guides',
        author: 'jrivera',
        exclude: ['x', 'y'],
        search: 'first week',
        page: 2,
        perPage: 6,
      },
      FRESH(),
    );
    const last = new URL(requests.at(-1)!.url);
    expect(Object.fromEntries(last.searchParams)).to.include({
      categories: '4',
      tags: '8',
      author: '2',
      exclude: '7,9',
      search: 'first week',
      page: '2',
      per_page: '6',
    });
    expect(requests).to.have.length(5);
    for (const { url } of requests.slice(0, 4)) expect(new URL(url).searchParams.get('_fields')).to.equal('id');
  });

  it('take digits for the number itself', async () => {
    const { source, requests, url } = setUp([[post()]]);
    await source.listArticles({ category: '4', page: 1, perPage: 6 }, FRESH());
    expect(requests).to.have.length(1);
    expect(url().searchParams.get('categories')).to.equal('4');
  });

  it('of an unknown category are empty, never everything', async () => {
    const { source, requests } = setUp([[]]);
    for (const filter of [{ category: 'x' }, { tag: 'x' }, { author: 'x' }]) {
      expect(await source.listArticles({ ...filter, page: 1, perPage: 6 }, FRESH())).to.deep.include({
        articles: [],
        hasMore: false,
      });
    }
    for (const { url } of requests) expect(url).not.to.match(/\/posts/);
  });

  it('are empty past the end, which WordPress refuses with 400', async () => {
    const { source } = setUp([
      status(
        400,
        '{"code":"rest_post_invalid_page_number","message":"The page number requested is larger than the number of pages available.","data":{"status":400}}',
      ),
    ]);
    expect(await source.listArticles({ page: 9, perPage: 6 }, FRESH())).to.deep.include({
      articles: [],
      page: 9,
      hasMore: false,
    });
    expect(await rejection(source.listArticles({ page: 1, perPage: 6 }, FRESH()))).to.include({ status: 400 });
  });

  it('offer more by what came where the headers may not be read', async () => {
    const { source } = setUp([[post({ id: 1 }), post({ id: 2 })]]);
    expect((await source.listArticles({ page: 1, perPage: 2 }, FRESH())).hasMore).to.equal(true);
    expect((await source.listArticles({ page: 1, perPage: 3 }, FRESH())).hasMore).to.equal(false);
    expect(await source.listArticles({ page: 1, perPage: 3 }, FRESH())).not.to.have.property('total');
  });

  it('of neighbours ask for either side by itself, in UTC', async () => {
    const reply: Reply = ({ url }) => [
      post(url.includes('before=') ? { id: 1, slug: 'older' } : { id: 2, slug: 'newer' }),
    ];
    const { source, requests } = setUp([reply]);
    const { previous, next } = await source.getNeighbors(await read(), true, FRESH());
    expect([previous?.slug, next?.slug]).to.deep.equal(['older', 'newer']);
    const [before, after] = requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
    expect(before).to.include({ before: '2025-06-24T13:30:00.000Z', order: 'desc', per_page: '1', categories: '4' });
    expect(after).to.include({ after: '2025-06-24T13:30:00.000Z', order: 'asc', per_page: '1', categories: '4' });
    for (const query of [before, after]) expect(query).not.to.have.property('_embed');
    await source.getNeighbors(await read(), false, FRESH());
    for (const { url } of requests.slice(2)) expect(new URL(url).searchParams.has('categories')).to.equal(false);
  });

  it('of neighbours know the category of an article that came without its name', async () => {
    const { source, requests } = setUp([[post({ categories: [9, 4], _embedded: {} })], []]);
    const [found] = await source.getArticles(slugs('first-week'), 'summary', FRESH());
    expect((found as Article).categories).to.deep.equal([]);
    await source.getNeighbors(found as Article, true, FRESH());
    expect(requests.slice(1).map(({ url }) => new URL(url).searchParams.get('categories'))).to.deep.equal(['9', '9']);
  });

  it('of neighbours ask for the category of an article that came from elsewhere', async () => {
    const { source, requests } = setUp([[{ categories: [7] }], []]);
    await source.getNeighbors({ ...(await read()), categories: [] }, true, FRESH());
    expect(requests.map(({ url }) => new URL(url).searchParams.get('categories'))).to.deep.equal([null, '7', '7']);
  });

  it('of neighbours are empty for the only one, and for what has no date', async () => {
    const { source, requests } = setUp([[]]);
    expect(await source.getNeighbors(await read(), false, FRESH())).to.deep.equal({});
    const { length } = requests;
    expect(await source.getNeighbors(await read({ date: '', date_gmt: '' }), false, FRESH())).to.deep.equal({});
    expect(requests).to.have.length(length);
  });

  it('of an unknown filter of a type are empty, and say why', async () => {
    const warn = console.warn;
    const said: string[] = [];
    console.warn = (text: string) => said.push(text);
    try {
      for (const [filter, query] of [
        ['category', { category: '4' }],
        ['tag', { tag: '8' }],
        ['author', { author: '2' }],
      ] as const) {
        const { source, url } = setUp(
          [[{ ...post(), [filter]: undefined }].map(({ id, slug, title }) => ({ id, slug, title }))],
          `${SITE}/wp-json/wp/v2/programs`,
        );
        const page = await source.listArticles({ ...query, page: 1, perPage: 6 }, FRESH());
        expect(page, filter).to.deep.equal({ articles: [], page: 1, hasMore: false, total: 0 });
        expect(url().searchParams.get('_fields')!.split(',')).to.include(
          { category: 'categories', tag: 'tags', author: 'author' }[filter],
        );
        expect(said.at(-1)).to.include(`${filter}=`).and.include('programs');
      }
    } finally {
      console.warn = warn;
    }
  });

  it('of a type that has the taxonomy are served', async () => {
    const { source } = setUp([[post({ categories: [4] })]], `${SITE}/wp-json/wp/v2/programs`);
    const { articles } = await source.listArticles({ category: '4', page: 1, perPage: 6 }, FRESH());
    expect(articles).to.have.length(1);
  });

  const terms = (from: number, to: number): Json[] =>
    Array.from({ length: to - from + 1 }, (_, index) => term('category', from + index, `c-${from + index}`, 'C'));
  for (const [what, reply, count] of [
    [
      'as the header counts them',
      ({ url }) => {
        const page = Number(new URL(url).searchParams.get('page') ?? 1);
        return new Response(JSON.stringify(terms(page * 100 - 99, Math.min(130, page * 100))), {
          headers: { 'x-wp-totalpages': '2' },
        });
      },
      2,
    ],
    [
      'page by page where headers may not be read',
      ({ url }) => (url.includes('&page=2') ? terms(101, 130) : terms(1, 100)),
      2,
    ],
    ['all at once where the server gives them so', terms(1, 130), 2],
  ] as readonly (readonly [string, Reply, number])[]) {
    it(`of more than a hundred categories are whole: ${what}`, async () => {
      const { source, requests } = setUp([reply]);
      const found = await source.listCategories(FRESH());
      expect(found.map(({ id }) => Number(id))).to.deep.equal(Array.from({ length: 130 }, (_, index) => index + 1));
      expect(requests).to.have.length(count);
    });
  }

  it('of categories leave out the empty ones', async () => {
    const { source, url } = setUp([
      [
        {
          id: 6,
          count: 6,
          link: `${SITE}/category/mental-health/anxiety-depression/`,
          name: 'Anxiety &amp; Depression',
          slug: 'anxiety-depression',
          parent: 4,
        },
        { id: 5, count: 10, link: `${SITE}/category/family/`, name: 'Family', slug: 'family', parent: 0 },
      ],
    ]);
    expect(await source.listCategories(FRESH())).to.deep.equal([
      {
        id: '6',
        slug: 'anxiety-depression',
        name: 'Anxiety & Depression',
        url: `${SITE}/category/mental-health/anxiety-depression/`,
        count: 6,
        parentId: '4',
      },
      { id: '5', slug: 'family', name: 'Family', url: `${SITE}/category/family/`, count: 10 },
    ]);
    expect(url().searchParams.get('hide_empty')).to.equal('true');
    expect(url().searchParams.get('per_page')).to.equal('100');
  });

  it('does not let an id that is no number spoil the answers of the others', async () => {
    const { source } = setUp([({ url }) => (url.includes('abc') ? new Response('{}', { status: 400 }) : [])]);
    const answers = await source.getArticles([{ id: 'abc' }, { slug: 'a' }], 'summary', FRESH());
    expect(answers.map((answer) => (answer as CareError).code)).to.deep.equal(['not-found', 'not-found']);
  });

  it('does not let a slug with a comma take the place of another article in the answer', async () => {
    const { source, requests, url } = setUp([[post({ slug: 'z' })]]);
    const [found, none] = await source.getArticles(slugs('z', 'a,b,c'), 'summary', FRESH());
    expect((found as Article).slug).to.equal('z');
    expect((none as CareError).code).to.equal('not-found');
    expect(requests).to.have.length(1);
    expect([url().searchParams.get('slug'), url().searchParams.get('per_page')]).to.deep.equal(['z', '1']);
  });

  it('rejects with the reason of the caller who gives up while the plain address is tried', async () => {
    const stop = new AbortController();
    const reason = new Error('left');
    const { source } = setUp([
      NO_ROUTE,
      () => {
        stop.abort(reason);
        return silence();
      },
    ]);
    expect(await rejection(source.getArticles(slugs('a'), 'summary', stop.signal))).to.equal(reason);
  });

  it('asks the plain address for the very articles that it asked the pretty one for', async () => {
    const asked: string[] = [];
    const { source } = setUp([
      ({ url }) => {
        if (!url.includes('rest_route')) return new Response('<title>404</title>', { status: 404 });
        asked.push(...(new URL(url).searchParams.get('slug') ?? '').split(','));
        return [];
      },
    ]);
    for (let length = 62; length < 68; length++) {
      const slugs = Array.from({ length: 100 }, (_, index) => `${index}-`.padEnd(length, 'x'));
      asked.length = 0;
      await source.getArticles(
        slugs.map((slug) => ({ slug })),
        'summary',
        FRESH(),
      );
      expect(asked.sort(), String(length)).to.deep.equal(slugs.sort());
    }
  });
});
