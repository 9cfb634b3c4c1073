// The ghost source against a real Ghost:   node --test test/support/ghost/reading.test.mjs
// The first run installs Ghost (about six minutes); it keeps running afterwards: ghost-lab.sh stop.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { registerHooks } from 'node:module';
import { before, describe, it } from 'node:test';
import { startMailSink } from './mail-sink.mjs';
import { POSTS, seed } from './seed.mjs';

// Node reads TypeScript, but takes `./x.js` for what it says.
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      /\/(?:src|test)\//.test(context.parentURL ?? '') && specifier.startsWith('.') && !specifier.includes('/dist/')
        ? specifier.replace(/\.js$/, '.ts')
        : specifier,
      context,
    ),
});
const { createGhostSource } = await import('../../../src/sources/ghost/ghost-source.ts');
const { createHttp } = await import('../../../src/http/http.ts');
const { sanitiseForSource } = await import('../../../src/server/sanitise.ts');
const { serialise } = await import('../../../src/html/serialise.ts');
const { CareError } = await import('../../../src/model/care-error.ts');
const { GHOST_KEY, ghostSite } = await import('./fake-ghost.ts');

const lab = new URL('ghost-lab.sh', import.meta.url).pathname;
const { signal } = new AbortController();
const NEWEST_FIRST = POSTS.map(({ slug }) => slug).reverse();
const PAGE = { page: 1, perPage: 10 };

let origin;
let key;
/** Status, headers and address of every answer. */
const answers = [];
const sourceWith = (parts = {}) =>
  createGhostSource({
    endpoint: `${origin}/`,
    key,
    origins: [origin],
    sanitise: sanitiseForSource,
    http: createHttp({
      transport: async (url, init) => {
        const response = await fetch(url, { ...init, headers: { origin: 'https://clinic.example' } });
        answers.push(response.clone());
        return response;
      },
    }),
    ...parts,
  });
const slugsOf = (articles) => articles.map(({ slug }) => slug);
const list = async (query) => (await sourceWith().listArticles({ ...PAGE, ...query }, signal)).articles;
const get = async (references, depth = 'summary') => sourceWith().getArticles(references, depth, signal);

before(async () => {
  const sink = await startMailSink(Number(process.env.MAIL_PORT ?? 2525)); // Ghost writes to a new owner
  execFileSync(lab, ['start'], { stdio: 'inherit' });
  origin = /http:\S+/.exec(execFileSync(lab, ['status'], { encoding: 'utf8' }))[0];
  key = await seed(origin);
  await sink.close();
});

describe('a real Ghost: articles', () => {
  it('answers for slugs and ids in one request, in their order', async () => {
    const [first] = await get([{ slug: 'oldest' }]);
    answers.length = 0;
    const found = await get([
      { slug: 'one-year' },
      { id: first.id },
      { slug: "it's" },
      { slug: 'none' },
      { id: '999' },
    ]);
    assert.equal(answers.length, 1);
    assert.deepEqual(slugsOf(found.slice(0, 2)), ['one-year', 'oldest']);
    for (const missing of found.slice(2)) assert.equal(missing.code, 'not-found');
  });

  it('may be read from any origin', () => {
    for (const { headers } of answers) assert.equal(headers.get('access-control-allow-origin'), '*');
  });

  it('gives what a card shows', async () => {
    const [found] = await get([{ slug: 'one-year' }]);
    assert.deepEqual(
      { ...found, id: '', updatedAt: '', categories: slugsOf(found.categories), tags: slugsOf(found.tags) },
      {
        id: '',
        slug: 'one-year',
        url: `${origin}/one-year/`,
        title: '🌱 One year',
        excerpt: 'First Day by day. Then Week by week.',
        authors: [{ name: 'Jane Roe', credentials: ['MS', 'LPC'], url: `${origin}/author/jane/` }],
        reviewers: [],
        categories: ['recovery', 'family'],
        tags: [],
        isProtected: false,
        publishedAt: '2024-09-02T10:00:00.000+00:00',
        updatedAt: '',
        image: {
          url: `${origin}/content/images/2024/09/garden.png`,
          alt: 'A garden',
          sources: [600, 1000, 1600, 2400].map((width) => ({
            url: `${origin}/content/images/size/w${width}/2024/09/garden.png`,
            width,
          })),
        },
      },
    );
  });

  it('gives safe texts', async () => {
    const [plain, hostile] = await get([{ slug: 'one-year' }, { slug: 'hostile' }], 'full');
    assert.match(serialise(plain.body), /<h2[^>]*>First<\/h2><p>Day by day\.<\/p>/);
    assert.doesNotMatch(serialise(hostile.body), /script|onclick|javascript/);
    assert.doesNotMatch(hostile.title, /[<>]/);
  });

  it('keeps the text for members, and shows its teaser', async () => {
    const [found] = await get([{ slug: 'for-members' }], 'full');
    assert.equal(found.isProtected, true);
    assert.equal(found.body, undefined);
    assert.equal(found.excerpt, 'What everybody may read.');
  });

  it('hides internal tags', async () => {
    const [found] = await get([{ slug: 'entities' }], 'teaser');
    assert.deepEqual(slugsOf(found.categories), ['anxiety-depression', 'family']);
  });
});

describe('a real Ghost: lists', () => {
  it('are newest first, in pages, empty past the end', async () => {
    assert.deepEqual(slugsOf(await list({})), NEWEST_FIRST);
    const pages = await Promise.all(
      [1, 2, 3, 9].map((page) => sourceWith().listArticles({ page, perPage: 2 }, signal)),
    );
    assert.deepEqual(
      pages.map(({ articles, hasMore, total }) => [articles.length, hasMore, total]),
      [
        [2, true, 6],
        [2, true, 6],
        [2, false, 6],
        [0, false, 6],
      ],
    );
  });

  for (const [what, query, slugs] of [
    ['category', { category: 'recovery' }, ['one-year', 'for-members', 'hostile']],
    ['category and tag', { category: 'recovery', tag: 'family' }, ['one-year']],
    [
      'author',
      { author: 'jane', exclude: ['oldest', 'one-year', '2024'] },
      ['for-members', 'hostile', 'entities', 'twin'],
    ],
    ['an internal tag', { tag: 'hash-internal-note' }, ['entities']],
    ['search in titles', { search: 'DEPRESSION anx' }, ['entities']],
    ['search with a hyphen', { search: 'self-care' }, []],
    ['search in teasers', { search: 'teaser' }, ['oldest']],
    ['search with signs', { search: `"“5 < it's` }, []],
    ['an unknown category', { category: 'no-such' }, []],
    ['an unknown author', { author: 'no-such' }, []],
  ]) {
    it(`are narrowed by ${what}`, async () => assert.deepEqual(slugsOf(await list(query)), slugs));
  }

  it('of neighbours are older and newer', async () => {
    const around = async (slug, sameCategory) => {
      const [found] = await get([{ slug }]);
      const { previous, next } = await sourceWith().getNeighbors(found, sameCategory, signal);
      return [previous?.slug, next?.slug];
    };
    assert.deepEqual(await around('entities', false), ['twin', 'hostile']);
    assert.deepEqual(await around('twin', false), ['oldest', 'entities']);
    assert.deepEqual(await around('oldest', false), [undefined, 'twin']);
    assert.deepEqual(await around('for-members', true), ['hostile', 'one-year']);
  });

  it('of categories are by name, with how many each holds', async () => {
    const categories = await sourceWith().listCategories(signal);
    assert.deepEqual(
      categories.map(({ slug, count }) => [slug, count]),
      [
        ['anxiety-depression', 1],
        ['family', 3],
        ['recovery', 3],
      ],
    );
  });
});

describe('a real Ghost: failures', () => {
  for (const [status, what, parts] of [[401, 'a wrong key', { key: 'ffffffffffffffffffffffffff' }]]) {
    it(`answers ${status} to ${what}, and is asked once`, async () => {
      answers.length = 0;
      const error = await sourceWith(parts)
        .listArticles(PAGE, signal)
        .catch((reason) => reason);
      assert.ok(error instanceof CareError);
      assert.deepEqual([error.code, error.status], ['forbidden', status]);
      assert.match(error.detail, /Unknown Content API Key/);
      assert.equal(answers.length, 1);
    });
  }
});

/** What of a post the fake must have in common with the real one: every field that it has. */
const typesOf = (thing) =>
  Object.fromEntries(
    Object.entries(thing ?? {}).map(([name, value]) => [name, Array.isArray(value) ? 'array' : typeof value]),
  );

describe('the fake Ghost of the conformance suite', () => {
  const ask = async (site, parameters, things, apiKey) => {
    const url = `${site}/ghost/api/content/${things}/?${new URLSearchParams({ key: apiKey, ...parameters })}`;
    if (site === origin) {
      const response = await fetch(url);
      return { status: response.status, body: await response.json() };
    }
    const reply = ghostSite(site, FAKED)({ url, init: {} });
    if (reply instanceof Response) return { status: reply.status, body: await reply.json() };
    return { status: 200, body: reply };
  };
  const FAKED = POSTS.map((post, index) => ({
    id: String(index),
    slug: post.slug,
    title: post.title,
    excerpt: post.custom_excerpt ?? 'x',
    publishedAt: post.published_at,
    authors: [{ name: 'Jane Roe', credentials: [] }],
    reviewers: [],
    categories: post.tags
      .filter((name) => !name.startsWith('#'))
      .map((name) => ({ id: name, name, slug: name.toLowerCase().replace(/\W+/g, '-') })),
    tags: [],
    isProtected: post.visibility === 'members',
  }));

  for (const [what, things, parameters] of [
    ['a list', 'posts', { limit: '2', include: 'authors,tags' }],
    ['a list past its end', 'posts', { limit: '2', page: '9' }],
    [
      'a filter',
      'posts',
      { filter: "slug:['oldest','none'],slug:'entities'", order: 'published_at desc', fields: 'slug,title' },
    ],
    [
      'a filter with both',
      'posts',
      { filter: "tag:'recovery'+slug:-[one-year]+(title:~'MEMBERS',title:~'x')", fields: 'slug' },
    ],
    ['a time', 'posts', { filter: "published_at:<'2024-05-02 10:00:00'", order: 'published_at asc', fields: 'slug' }],
    [
      'posts of the same second',
      'posts',
      {
        filter: "type:post+(published_at:<'2024-01-02 10:00:00',published_at:'2024-01-02 10:00:00'+id:<'z')",
        order: 'published_at desc,id desc',
        fields: 'slug',
      },
    ],
    ['a filter that is a group and nothing else', 'posts', { filter: "(title:~'zzz',title:~'yyy')", fields: 'slug' }],
    ['a part that is no string', 'posts', { filter: 'title:~self-care' }],
    ['an ill-formed filter', 'posts', { filter: 'slug:[a' }],
    ['an empty value', 'posts', { filter: "slug:['',a]" }],
    ['a value that ends in a backslash', 'posts', { filter: "slug:['a\\','b']" }],
    ['no limit', 'posts', { limit: '-1' }],
    ['tags', 'tags', { include: 'count.posts', filter: 'visibility:public', order: 'name asc', limit: '1' }],
  ]) {
    it(`answers as the real one does: ${what}`, async () => {
      const real = await ask(origin, parameters, things, key);
      const fake = await ask('https://clinic.example', parameters, things, GHOST_KEY);
      assert.equal(fake.status, real.status);
      if (real.status !== 200) {
        const shape = ({ errors }) => errors.map(({ message, type }) => ({ message, type }));
        assert.deepEqual(shape(fake.body), shape(real.body));
        return;
      }
      // of tags the real one counts those without posts too, which it does not give
      if (things === 'posts') assert.deepEqual(fake.body.meta, real.body.meta);
      assert.deepEqual(slugsOf(fake.body[things]), slugsOf(real.body[things]));
      const [fakeOne, realOne] = [fake, real].map(({ body }) => body[things][0]);
      for (const [one, other] of [
        [fakeOne, realOne],
        [fakeOne?.authors?.[0], realOne?.authors?.[0]],
        [fakeOne?.tags?.[0], realOne?.tags?.[0]],
      ]) {
        for (const [name, type] of Object.entries(typesOf(one))) {
          assert.ok(Object.hasOwn(other ?? {}, name), name);
          if (one[name] !== null && other[name] !== null) assert.equal(typesOf(other)[name], type, name);
        }
      }
    });
  }
});
