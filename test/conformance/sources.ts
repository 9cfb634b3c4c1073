import { expect } from 'chai';
import type { Article } from '../../src/model/article.js';
import { CareError } from '../../src/model/care-error.js';
import type { ArticleQuery, ArticleReference, ContentSource } from '../../src/model/content-source.js';
import { article } from '../support/articles.js';
import { rejection } from '../support/fake-transport.js';

/** What the suite needs to know of one kind of source. */
export interface SourceKind {
  readonly name: string;
  /** A source that publishes exactly these articles. */
  create(articles: readonly Article[]): ContentSource;
  /** What becomes of an article by what this kind of source cannot say. Default: it can say everything. */
  published?(article: Article): Article;
  /** What `author` of a query names this author by. */
  authorKey(name: string): string;
  /** A source whose server never answers, answers with this status, or with something else; absent where none is asked. */
  readonly broken?: (how: 'silent' | 'page' | number) => ContentSource;
  /** Whether `full` brings a body of its own. */
  readonly hasBodies: boolean;
}

const CATEGORIES = {
  family: { id: '5', slug: 'family', name: 'Family' },
  recovery: { id: '2', slug: 'recovery', name: 'Recovery' },
  anxiety: { id: '6', slug: 'anxiety-depression', name: 'Anxiety & Depression' },
} as const;
const JANE = { name: 'Jane Roe', credentials: ['MS', 'LPC'] };
const SAM = { name: 'Sam O’Neill', credentials: ['LCSW'] };
const GUIDES = { slug: 'guides', name: 'guides' };

/** What every source is made to publish: oldest first, so that order is the source's own doing. */
const ALL: readonly Article[] = [
  article({
    id: '1',
    slug: 'oldest',
    title: 'The oldest',
    publishedAt: '2024-01-02T10:00:00+00:00',
    authors: [JANE],
    categories: [CATEGORIES.family],
  }),
  article({
    id: '2',
    slug: 'الأيام-الأولى',
    title: 'الأيام الأولى في العلاج',
    publishedAt: '2024-03-02T23:30:00-07:00',
    authors: [SAM],
    categories: [CATEGORIES.recovery],
  }),
  article({
    id: '3',
    slug: 'entities',
    title: 'Anxiety & depression: “5 < 6”',
    publishedAt: '2024-05-02T10:00:00+00:00',
    authors: [JANE],
    categories: [CATEGORIES.anxiety, CATEGORIES.family],
    tags: [GUIDES],
  }),
  article({
    id: '4',
    slug: 'emoji',
    title: '🌱 One year 👩‍👩‍👧‍👦',
    publishedAt: '2024-07-02T10:00:00+05:30',
    authors: [SAM],
    categories: [CATEGORIES.recovery],
    tags: [GUIDES],
  }),
  article({
    id: '5',
    slug: 'newest',
    title: 'The newest',
    publishedAt: '2024-09-02T10:00:00+00:00',
    authors: [JANE, SAM],
    categories: [CATEGORIES.recovery],
  }),
];
const NEWEST_FIRST = ['newest', 'emoji', 'entities', 'الأيام-الأولى', 'oldest'];

const FRESH = () => new AbortController().signal;
const PAGE: ArticleQuery = { page: 1, perPage: 10 };
const slugsOf = (articles: readonly Article[]): string[] => articles.map(({ slug }) => slug);

/** Every promise of the model that can be checked from outside. */
const check = (found: Article): void => {
  expect(found.id).to.be.a('string').and.not.equal('');
  expect(found.slug).to.equal(decodeURIComponent(found.slug));
  for (const text of [found.title, found.excerpt]) expect(text).not.to.match(/<\/?[a-z]|&(?:#\d+|amp|lt);/i);
  for (const url of [found.url, found.image?.url, ...found.authors.map((author) => author.url)]) {
    if (url !== undefined) expect(url).to.match(/^https?:\/\//);
  }
  for (const date of [found.publishedAt, found.updatedAt]) {
    if (date !== undefined) expect(date).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
  }
  for (const people of [found.authors, found.reviewers]) {
    for (const { name, credentials } of people) {
      expect(name).to.be.a('string').and.not.equal('');
      expect(credentials).to.be.an('array');
    }
  }
  for (const { slug, name } of [...found.categories, ...found.tags]) expect(`${slug}${name}`).to.have.length.above(1);
  const widths = found.image?.sources.map(({ width }) => width) ?? [];
  expect(widths).to.deep.equal([...widths].sort((a, b) => a - b));
  expect(found.isProtected).to.be.a('boolean');
  for (const [name, value] of Object.entries(found))
    expect(value, `${name}: absent, not undefined`).not.to.equal(undefined);
};

const articleOf = (found: Article | CareError | undefined): Article => {
  if (!found || found instanceof CareError) throw new Error(`no article: ${found?.code} ${found?.detail}`);
  return found;
};

/** The suite that every source passes, whatever server it speaks to. */
export const sourceConformance = ({
  name,
  create,
  published = (one) => one,
  authorKey,
  broken,
  hasBodies,
}: SourceKind): void => {
  const SHELF = ALL.map(published);
  /** Slugs whose articles are still published so. */
  const having = (slugs: readonly string[], test: (one: Article) => boolean): readonly string[] =>
    slugs.filter((slug) => SHELF.some((one) => one.slug === slug && test(one)));

  const shelf = () => create(ALL);
  const get = async (references: readonly ArticleReference[]) => shelf().getArticles(references, 'summary', FRESH());
  const list = (query: Partial<ArticleQuery>) => shelf().listArticles({ ...PAGE, ...query }, FRESH());

  describe(`source ${name}: articles`, () => {
    it('takes a batch of at least one', () => {
      expect(shelf().batchSize).to.be.at.least(1);
    });

    it('answers in the order of the references, by slug and by id', async () => {
      const references = [{ slug: 'emoji' }, { id: '1' }, { slug: 'newest' }, { id: '3' }, { slug: 'emoji' }];
      expect(slugsOf((await get(references)).map(articleOf))).to.deep.equal([
        'emoji',
        'oldest',
        'newest',
        'entities',
        'emoji',
      ]);
    });

    it('keeps the promises of the model', async () => {
      const found = (await get(SHELF.map(({ slug }) => ({ slug })))).map(articleOf);
      found.forEach(check);
      for (const [index, { id, slug, title, excerpt, authors, publishedAt }] of found.entries()) {
        const expected = SHELF[index]!;
        expect({ id, slug, title, excerpt }).to.deep.equal({
          id: expected.id,
          slug: expected.slug,
          title: expected.title,
          excerpt: expected.excerpt,
        });
        expect(authors.map(({ name: who, credentials }) => ({ name: who, credentials }))).to.deep.equal(
          expected.authors,
        );
        expect(publishedAt!.slice(0, 10)).to.equal(expected.publishedAt!.slice(0, 10));
        expect(Date.parse(publishedAt!)).to.equal(Date.parse(expected.publishedAt!));
      }
    });

    it('takes a slug decoded or encoded', async () => {
      const slug = 'الأيام-الأولى';
      for (const given of [slug, encodeURIComponent(slug), encodeURIComponent(slug).toLowerCase()]) {
        expect(articleOf((await get([{ slug: given }]))[0]).slug).to.equal(slug);
      }
    });

    it('says in its place what is missing', async () => {
      const [first, missing, lost, last] = await get([
        { slug: 'newest' },
        { slug: 'no-such' },
        { id: '999' },
        { id: '1' },
      ]);
      expect([articleOf(first).slug, articleOf(last).slug]).to.deep.equal(['newest', 'oldest']);
      for (const error of [missing, lost]) expect(error).to.be.instanceOf(CareError).and.include({ code: 'not-found' });
      expect((missing as CareError).detail).to.include('no-such');
    });

    it('answers nothing for nothing', async () => {
      expect(await get([])).to.deep.equal([]);
    });

    it('names the categories in a teaser', async () => {
      const [found] = await shelf().getArticles([{ slug: 'entities' }], 'teaser', FRESH());
      expect(articleOf(found).categories.map(({ name: title }) => title)).to.have.members(
        SHELF[2]!.categories.map(({ name: title }) => title),
      );
    });

    it('gives a body in full, and none in a summary', async () => {
      for (const depth of ['summary', 'teaser'] as const) {
        const [found] = await shelf().getArticles([{ slug: 'newest' }], depth, FRESH());
        expect(articleOf(found), depth).not.to.have.property('body');
      }
      const [full] = await shelf().getArticles([{ slug: 'newest' }], 'full', FRESH());
      if (hasBodies) expect(articleOf(full).body).to.be.an('object');
      expect(articleOf(full).title).to.equal('The newest');
    });
  });

  describe(`source ${name}: lists`, () => {
    it('are newest first', async () => {
      const page = await list({});
      expect(slugsOf(page.articles)).to.deep.equal(NEWEST_FIRST);
      expect(page).to.include({ page: 1, hasMore: false, total: 5 });
      page.articles.forEach(check);
    });

    it('come in pages, empty past the end', async () => {
      const pages = await Promise.all([1, 2, 3, 4].map((page) => list({ page, perPage: 2 })));
      expect(pages.map(({ articles }) => articles.length)).to.deep.equal([2, 2, 1, 0]);
      expect(pages.flatMap(({ articles }) => slugsOf(articles))).to.deep.equal(NEWEST_FIRST);
      expect(pages.map(({ hasMore }) => hasMore)).to.deep.equal([true, true, false, false]);
      expect(pages.map(({ page }) => page)).to.deep.equal([1, 2, 3, 4]);
    });

    const narrowed: readonly (readonly [name: string, query: Partial<ArticleQuery>, slugs: readonly string[]])[] = [
      ['category', { category: 'recovery' }, ['newest', 'emoji', 'الأيام-الأولى']],
      ['tag', { tag: 'guides' }, ['emoji', 'entities']],
      [
        'author',
        { author: authorKey('Sam O’Neill') },
        having(['newest', 'emoji', 'الأيام-الأولى'], ({ authors }) => authors.some((one) => one.name === SAM.name)),
      ],
      ['search', { search: 'newest' }, ['newest']],
      ['exclude', { exclude: ['emoji', 'newest', 'no-such'] }, ['entities', 'الأيام-الأولى', 'oldest']],
      ['several', { category: 'recovery', tag: 'guides', exclude: ['newest'] }, ['emoji']],
      ['an unknown category', { category: 'no-such' }, []],
      ['an unknown tag', { tag: 'no-such' }, []],
      ['an unknown author', { author: 'no-such' }, []],
      ['words that nobody wrote', { search: 'zebra' }, []],
    ];
    for (const [what, query, slugs] of narrowed) {
      it(`are narrowed by ${what}`, async () => {
        const page = await list(query);
        expect(slugsOf(page.articles)).to.deep.equal(slugs);
        expect(page.hasMore).to.equal(false);
      });
    }

    it('of neighbours are older and newer', async () => {
      const around = async (slug: string, sameCategory: boolean): Promise<(string | undefined)[]> => {
        const source = shelf();
        const [found] = await source.getArticles([{ slug }], 'summary', FRESH());
        const { previous, next } = await source.getNeighbors(articleOf(found), sameCategory, FRESH());
        return [previous?.slug, next?.slug];
      };
      expect(await around('entities', false)).to.deep.equal(['الأيام-الأولى', 'emoji']);
      expect(await around('oldest', false)).to.deep.equal([undefined, 'الأيام-الأولى']);
      expect(await around('newest', false)).to.deep.equal(['emoji', undefined]);
      expect(await around('emoji', true)).to.deep.equal(['الأيام-الأولى', 'newest']);
    });

    it('of categories are by name, with how many each holds', async () => {
      const categories = await shelf().listCategories(FRESH());
      expect(categories.map(({ slug, name: title, count }) => [slug, title, count])).to.deep.equal([
        ['anxiety-depression', 'Anxiety & Depression', 1],
        ['family', 'Family', 2],
        ...(SHELF.some(({ categories: own }) => own.some(({ slug }) => slug === GUIDES.slug))
          ? [['guides', 'guides', 2]]
          : []),
        ['recovery', 'Recovery', 3],
      ]);
    });

    it('of nothing are empty', async () => {
      const source = create([]);
      expect(await source.listArticles(PAGE, FRESH())).to.deep.include({ articles: [], page: 1, hasMore: false });
      expect(await source.listCategories(FRESH())).to.deep.equal([]);
      expect(await source.getNeighbors(SHELF[0]!, false, FRESH())).to.deep.equal({});
    });
  });

  const questions = (source: ContentSource, signal: AbortSignal): Promise<unknown>[] => [
    source.getArticles([{ slug: 'newest' }], 'summary', signal),
    source.getArticles([{ id: '1' }], 'full', signal),
    source.listArticles(PAGE, signal),
    source.getNeighbors(SHELF[2]!, false, signal),
    source.listCategories(signal),
  ];

  describe(`source ${name}: failure`, () => {
    it('rejects with the reason of a signal that is aborted already', async () => {
      const left = AbortSignal.abort();
      for (const question of questions(shelf(), left)) expect(await rejection(question)).to.equal(left.reason);
    });

    if (broken) {
      it('rejects with the reason of a signal that is aborted meanwhile', async () => {
        const caller = new AbortController();
        const waiting = questions(broken('silent'), caller.signal).map(rejection);
        caller.abort();
        for (const reason of await Promise.all(waiting)) expect(reason).to.equal(caller.signal.reason);
      });

      const codes = {
        401: 'forbidden',
        403: 'forbidden',
        404: 'not-found',
        410: 'gone',
        429: 'rate-limited',
        500: 'server',
      };
      for (const [status, code] of Object.entries(codes)) {
        it(`rejects with ${code} after ${status}`, async () => {
          for (const question of questions(broken(+status), FRESH())) {
            expect(await rejection(question))
              .to.be.instanceOf(CareError)
              .and.include({ code, status: +status });
          }
        });
      }

      it('rejects with malformed where a page comes instead', async () => {
        for (const question of questions(broken('page'), FRESH())) {
          const error = await rejection(question);
          expect(error).to.be.instanceOf(CareError).and.include({ code: 'malformed' });
          expect((error as CareError).detail).to.include('Just a moment');
        }
      });
    }
  });
};
