import { expect } from 'chai';
import { ContentClient } from '../../../src/client/content-client.js';
import type { Article } from '../../../src/model/article.js';
import { CareError } from '../../../src/model/care-error.js';
import type { ArticleDepth, ContentSource } from '../../../src/model/content-source.js';

const article: Article = {
  id: '1',
  slug: 'a',
  title: 'A',
  excerpt: '',
  authors: [],
  reviewers: [],
  categories: [],
  tags: [],
  isProtected: false,
};

describe('ContentClient: a summary out of the whole article', () => {
  let now: number;
  let asked: ArticleDepth[];
  let failure: CareError | undefined;
  let client: ContentClient;
  beforeEach(() => {
    now = 0;
    asked = [];
    failure = undefined;
    const source: ContentSource = {
      batchSize: 100,
      async getArticles(references, depth) {
        asked.push(depth);
        await Promise.resolve();
        if (failure) throw failure;
        return references.map(() => article);
      },
      listArticles: () => Promise.reject(new CareError('server')),
      getNeighbors: () => Promise.resolve({}),
      listCategories: () => Promise.resolve([]),
    };
    client = new ContentClient(source, { now: () => now, timeToLive: 100 });
  });

  const ask = (depth: ArticleDepth, isReload = false, stop = new AbortController()) =>
    client.getArticle({ slug: 'a' }, { depth, isReload, signal: stop.signal });

  it('is one request while the whole is on its way', async () => {
    const [whole, summary] = await Promise.all([ask('full'), ask('summary')]);
    expect(summary).to.equal(whole);
    expect(asked).to.deep.equal(['full']);
  });

  it('is no request where the whole is at hand', async () => {
    await ask('full');
    await ask('summary');
    expect(asked).to.deep.equal(['full']);
  });

  it('is not the other way round', async () => {
    await ask('summary');
    await ask('full');
    expect(asked).to.deep.equal(['summary', 'full']);
  });

  it('is asked for by itself where the whole is too old, or a reload is wanted', async () => {
    await ask('full');
    await ask('summary', true);
    expect(asked).to.deep.equal(['full', 'summary']);
    now = 101;
    await ask('summary');
    expect(asked).to.deep.equal(['full', 'summary', 'summary']);
  });

  it('is asked for by itself where nobody waits for the whole any longer', async () => {
    const stop = new AbortController();
    const whole = ask('full', false, stop).catch(() => 'given up');
    stop.abort();
    expect(await whole).to.equal('given up');
    expect(await ask('summary')).to.equal(article);
  });

  it('is asked for by itself after the whole has failed', async () => {
    failure = new CareError('server');
    await ask('full').catch(() => undefined);
    failure = undefined;
    expect(await ask('summary')).to.equal(article);
    expect(asked).to.deep.equal(['full', 'summary']);
  });

  it('leaves the whole to others when its own caller leaves', async () => {
    const stop = new AbortController();
    const whole = ask('full');
    const summary = ask('summary', false, stop).catch(() => 'given up');
    stop.abort();
    expect([await whole, await summary]).to.deep.equal([article, 'given up']);
  });
});
