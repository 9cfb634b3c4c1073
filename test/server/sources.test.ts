import { expect } from 'chai';
import { createHttp } from '../../src/http/http.js';
import type { Article } from '../../src/model/article.js';
import { USAGE } from '../../src/server/cli/arguments.js';
import { SNAPSHOT_USAGE } from '../../src/server/cli/snapshot-arguments.js';
import { sanitiseForSource } from '../../src/server/sanitise.js';
import { OWN_SOURCES } from '../../src/server/sources.js';
import { createBloggerSource } from '../../src/sources/blogger/blogger-source.js';
import { createFeedSource } from '../../src/sources/feed/feed-source.js';
import type { SourceOptions } from '../../src/sources/shared/source-options.js';
import { createSquarespaceSource } from '../../src/sources/squarespace/squarespace-source.js';
import { sourceConformance, type SourceKind } from '../conformance/sources.js';
import { article } from '../support/articles.js';
import { fakeTransport, silence, type Reply } from '../support/fake-transport.js';
import { ManualClock } from '../support/manual-clock.js';
import { atomSite, bloggerSite, rdfSite, rssSite, squarespaceSite } from './sources.feeds.js';

const breakage = (how: 'silent' | 'page' | number): Reply => {
  if (how === 'silent') return silence;
  if (how === 'page') return '<!doctype html><title>Just a moment...</title><p>Checking your browser.';
  return () => new Response(`<title>${how}</title>`, { status: how });
};

const kind = (
  name: string,
  create: (options: SourceOptions) => ReturnType<typeof createFeedSource>,
  site: (articles: readonly Article[]) => Reply,
  published?: (article: Article) => Article,
): SourceKind => {
  const over = (reply: Reply) =>
    create({
      endpoint: 'https://clinic.example/feed',
      http: createHttp({ transport: fakeTransport(reply), clock: new ManualClock() }),
      origins: ['https://clinic.example'],
      sanitise: sanitiseForSource,
    });
  return {
    name,
    create: (articles) => over(site(articles)),
    authorKey: (author) => author,
    broken: (how) => over(breakage(how)),
    hasBodies: true,
    ...(published ? { published } : {}),
  };
};

/** One kind of label for both. */
const labelled = (article: Article): Article => {
  const labels = [...article.categories, ...article.tags.map((tag) => ({ ...tag, id: tag.slug }))];
  return { ...article, categories: labels, tags: labels };
};

sourceConformance(kind('feed (RSS 2.0)', createFeedSource, rssSite));
sourceConformance(kind('feed (Atom)', createFeedSource, atomSite));
sourceConformance(
  kind('feed (RSS 1.0)', createFeedSource, rdfSite, (article) => ({
    ...labelled(article),
    tags: labelled(article).tags,
  })),
);
sourceConformance(
  kind('squarespace', createSquarespaceSource, squarespaceSite, (article) => ({
    ...article,
    authors: article.authors.slice(0, 1),
    publishedAt: new Date(article.publishedAt ?? '').toISOString().replace('.000Z', 'Z'),
  })),
);
sourceConformance(kind('blogger', createBloggerSource, bloggerSite, labelled));

describe('a list that goes on for ever', () => {
  for (const [name, create, site, most] of [
    ['squarespace', createSquarespaceSource, squarespaceSite, 500],
    ['blogger', createBloggerSource, bloggerSite, 200],
  ] as const) {
    it(`of ${name} is left after ${most} pages, and that is told`, async () => {
      const cuts: string[] = [];
      const articles = Array.from({ length: 2 * most + 1 }, (_, index) =>
        article({ id: `${index}`, slug: `post-${index}`, publishedAt: new Date(index * 86_400_000).toISOString() }),
      );
      const source = create({
        endpoint: 'https://clinic.example/feed',
        http: createHttp({ transport: fakeTransport(site(articles)), clock: new ManualClock() }),
        origins: ['https://clinic.example'],
        sanitise: sanitiseForSource,
        onCut: (sentence) => cuts.push(sentence),
      });
      const { total } = await source.listArticles({ page: 1, perPage: 10 }, new AbortController().signal);
      expect(total).to.equal(2 * most);
      expect(cuts).to.have.lengthOf(1);
      expect(cuts[0]).to.match(new RegExp(`goes on after ${most} pages, and older articles are left out$`));
    });
  }
});

describe('the help of the commands', () => {
  for (const name of Object.keys(OWN_SOURCES)) {
    it(`names ${name} at --source`, () => {
      for (const usage of [USAGE, SNAPSHOT_USAGE]) {
        expect(/--source[^]*?default/.exec(usage)?.[0]).to.match(new RegExp(`\\s${name}[\\s,;]`));
      }
    });
  }
});
