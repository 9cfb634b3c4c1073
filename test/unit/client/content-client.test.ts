import { expect } from 'chai';
import { ContentClient, type ClientOptions } from '../../../src/client/content-client.js';
import type { Article } from '../../../src/model/article.js';
import { CareError } from '../../../src/model/care-error.js';
import type { ArticleDepth, ArticleReference, ContentSource } from '../../../src/model/content-source.js';
import { createMemorySource } from '../../../src/sources/memory/memory-source.js';
import { article } from '../../support/articles.js';
import { rejection } from '../../support/fake-transport.js';
import { ManualClock } from '../../support/manual-clock.js';

interface Call {
  readonly references: readonly ArticleReference[];
  readonly depth: ArticleDepth;
  readonly signal: AbortSignal;
}

const bySlug = (reference: ArticleReference): Article =>
  article('slug' in reference ? { slug: reference.slug } : { id: reference.id, slug: `of-${reference.id}` });

type Answer = (call: Call, count: number) => Promise<readonly (Article | CareError)[]>;

/** A client over a source that notes what it was asked. */
const setUp = (
  answer: Answer = ({ references }) => Promise.resolve(references.map(bySlug)),
  { batchSize = 100, ...options }: ClientOptions & { readonly batchSize?: number } = {},
) => {
  const calls: Call[] = [];
  const clock = new ManualClock();
  const source: ContentSource = {
    ...createMemorySource([article()]),
    batchSize,
    getArticles(references, depth, signal) {
      calls.push({ references, depth, signal });
      return answer({ references, depth, signal }, calls.length);
    },
  };
  const client = new ContentClient(source, { now: clock.now, ...options });
  const get = (
    slug: string,
    more: { signal?: AbortSignal; onStale?: (value: Article) => void; isReload?: boolean; depth?: ArticleDepth } = {},
  ) => client.getArticle({ slug }, { signal: new AbortController().signal, ...more });
  return { client, calls, clock, get, source };
};
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `post-${index}`);
/** Answers when told. */
const held = () => {
  const { promise, resolve, reject } = Promise.withResolvers<readonly (Article | CareError)[]>();
  return { answer: (() => promise) satisfies Answer, resolve, reject };
};
/** Lets everything that waits in the microtask queue run. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe('client: batching', () => {
  it('asks once for a hundred slugs, and answers each with its own', async () => {
    const { calls, get } = setUp();
    const found = await Promise.all(many(100).map((slug) => get(slug)));
    expect(calls).to.have.length(1);
    expect(found.map(({ slug }) => slug)).to.deep.equal(many(100));
  });

  it('asks twice for a hundred and one', async () => {
    const { calls, get } = setUp();
    const found = await Promise.all(many(101).map((slug) => get(slug)));
    expect(calls.map(({ references }) => references.length)).to.deep.equal([100, 1]);
    expect(found.map(({ slug }) => slug)).to.deep.equal(many(101));
  });

  it('asks for one article when ten want the same', async () => {
    const { calls, get } = setUp();
    const found = await Promise.all(Array.from({ length: 10 }, () => get('a')));
    expect(calls.map(({ references }) => references)).to.deep.equal([[{ slug: 'a' }]]);
    for (const one of found) expect(one).to.equal(found[0]);
  });

  it('asks for slugs and ids together, for summaries and texts apart', async () => {
    const { client, calls } = setUp();
    const { signal } = new AbortController();
    const [a, seven] = await Promise.all([
      client.getArticle({ slug: 'a' }, { signal }),
      client.getArticle({ id: '7' }, { signal }),
      client.getArticle({ slug: 'a' }, { signal, depth: 'full' }),
    ]);
    expect([a.slug, seven.id]).to.deep.equal(['a', '7']);
    expect(calls.map(({ references, depth }) => [depth, references])).to.have.deep.members([
      ['summary', [{ slug: 'a' }, { id: '7' }]],
      ['full', [{ slug: 'a' }]],
    ]);
  });

  it('takes everything at once where the source sets no limit', async () => {
    const { calls, get } = setUp(undefined, { batchSize: Infinity });
    await Promise.all(many(1000).map((slug) => get(slug)));
    expect(calls).to.have.length(1);
  });

  it('joins a question that is already on its way', async () => {
    const { answer, resolve } = held();
    const { calls, get } = setUp(answer);
    const first = get('a');
    await settle();
    const second = get('a');
    resolve([bySlug({ slug: 'a' })]);
    expect(await first).to.equal(await second);
    expect(calls).to.have.length(1);
  });

  it('rejects only who asked for what is missing', async () => {
    const gone = new CareError('not-found');
    const { get } = setUp(({ references }) =>
      Promise.resolve(
        references.map((reference) => ('slug' in reference && reference.slug === 'b' ? gone : bySlug(reference))),
      ),
    );
    const [a, b, c] = await Promise.allSettled([get('a'), get('b'), get('c')]);
    expect([a.status, c.status]).to.deep.equal(['fulfilled', 'fulfilled']);
    expect(b).to.deep.equal({ status: 'rejected', reason: gone });
  });

  it('rejects with malformed where the source answers for fewer', async () => {
    const { get } = setUp(() => Promise.resolve([bySlug({ slug: 'a' })]));
    const [a, b] = await Promise.allSettled([get('a'), get('b')]);
    expect(a.status).to.equal('fulfilled');
    expect(b).to.have.property('reason').that.includes({ code: 'malformed' });
  });

  it('rejects everybody of a batch that failed, keeps nothing of it, and asks anew', async () => {
    const failure = new CareError('network');
    const { calls, get } = setUp(({ references }, count) =>
      count === 1 ? Promise.reject(failure) : Promise.resolve(references.map(bySlug)),
    );
    const reasons = await Promise.all(['a', 'b', 'c'].map((slug) => rejection(get(slug))));
    expect(reasons).to.deep.equal([failure, failure, failure]);
    expect((await get('a')).slug).to.equal('a');
    expect(calls).to.have.length(2);
  });
});

describe('client: abort', () => {
  it('lets one caller of a batch go and serves the others', async () => {
    const { answer, resolve } = held();
    const { calls, get } = setUp(answer);
    const leaving = new AbortController();
    const left = rejection(get('a', { signal: leaving.signal }));
    const served = get('b');
    await settle();
    leaving.abort();
    expect(await left).to.equal(leaving.signal.reason);
    expect(calls[0]!.signal.aborted).to.equal(false);
    resolve([bySlug({ slug: 'a' }), bySlug({ slug: 'b' })]);
    expect((await served).slug).to.equal('b');
  });

  it('lets one of several callers of the same article go', async () => {
    const { answer, resolve } = held();
    const { calls, get } = setUp(answer);
    const leaving = new AbortController();
    const left = rejection(get('a', { signal: leaving.signal }));
    const served = get('a');
    await settle();
    leaving.abort();
    await left;
    expect(calls[0]!.signal.aborted).to.equal(false);
    resolve([bySlug({ slug: 'a' })]);
    expect((await served).slug).to.equal('a');
  });

  it('aborts the request when the last caller has left, and can be asked again', async () => {
    const waiting = held();
    const { calls, get } = setUp((call, count) =>
      count === 1 ? waiting.answer() : Promise.resolve(call.references.map(bySlug)),
    );
    const callers = [new AbortController(), new AbortController()];
    const left = callers.map(({ signal }, index) => rejection(get(`post-${index}`, { signal })));
    await settle();
    for (const caller of callers) caller.abort();
    expect(await Promise.all(left)).to.deep.equal(callers.map(({ signal }) => signal.reason as unknown));
    await settle();
    expect(calls[0]!.signal.aborted).to.equal(true);
    expect((await get('post-0')).slug).to.equal('post-0');
    expect(calls).to.have.length(2);
  });

  it('serves whoever asks in the moment in which the last caller leaves', async () => {
    const waiting = held();
    const { get } = setUp((call, count) =>
      count === 1 ? waiting.answer() : Promise.resolve(call.references.map(bySlug)),
    );
    const leaving = new AbortController();
    const left = rejection(get('a', { signal: leaving.signal }));
    await settle();
    leaving.abort();
    const served = get('a');
    expect(await left).to.equal(leaving.signal.reason);
    expect((await served).slug).to.equal('a');
  });

  it('asks once for all who come after the last caller has left', async () => {
    const { answer, resolve } = held();
    const { calls, get } = setUp((_call, count) => (count === 1 ? held().answer() : answer()));
    const leaving = new AbortController();
    const left = rejection(get('a', { signal: leaving.signal }));
    await settle();
    leaving.abort();
    const second = get('a');
    await left;
    await settle();
    const third = get('a');
    resolve([bySlug({ slug: 'a' })]);
    expect(await second).to.equal(await third);
    expect(calls).to.have.length(2);
  });

  it('asks for nothing on behalf of callers that left in the same turn', async () => {
    const { calls, get } = setUp();
    const leaving = new AbortController();
    const left = rejection(get('a', { signal: leaving.signal }));
    const served = get('b');
    leaving.abort();
    await Promise.all([left, served]);
    expect(calls.map(({ references }) => references)).to.deep.equal([[{ slug: 'b' }]]);
  });

  it('rejects a caller that had left before', async () => {
    const { calls, get } = setUp();
    const signal = AbortSignal.abort();
    expect(await rejection(get('a', { signal }))).to.equal(signal.reason);
    await settle();
    expect(calls).to.have.length(0);
  });
});

describe('client: memory', () => {
  it('answers from memory for five minutes', async () => {
    const { calls, clock, get } = setUp();
    const first = await get('a');
    clock.advance(300_000);
    expect(await get('a', { onStale: () => expect.fail('fresh') })).to.equal(first);
    expect(calls).to.have.length(1);
    clock.advance(1);
    await get('a');
    expect(calls).to.have.length(2);
  });

  it('gives the old answer at once and the new one later', async () => {
    const { calls, clock, get } = setUp(undefined, { timeToLive: 1000 });
    const first = await get('a');
    clock.advance(1001);
    const stale: Article[] = [];
    const second = await get('a', { onStale: (value) => stale.push(value) });
    expect(stale).to.deep.equal([first]);
    expect(second).not.to.equal(first);
    expect(calls).to.have.length(2);
    expect(await get('a', { onStale: () => expect.fail('fresh again') })).to.equal(second);
    expect(calls).to.have.length(2);
  });

  it('asks anew on reload, without showing what it knows, and keeps the answer', async () => {
    const { calls, get } = setUp();
    await get('a');
    const second = await get('a', { isReload: true, onStale: () => expect.fail('reload') });
    expect(calls).to.have.length(2);
    expect(await get('a')).to.equal(second);
  });

  it('keeps an answer that could not be renewed', async () => {
    const { clock, get } = setUp(
      (call, count) =>
        count === 2 ? Promise.reject(new CareError('network')) : Promise.resolve(call.references.map(bySlug)),
      { timeToLive: 1000 },
    );
    const first = await get('a');
    clock.advance(1001);
    expect(await rejection(get('a'))).to.include({ code: 'network' });
    const stale: Article[] = [];
    await get('a', { onStale: (value) => stale.push(value) });
    expect(stale).to.deep.equal([first]);
  });

  it('never keeps what is missing', async () => {
    const { calls, get } = setUp((call, count) =>
      Promise.resolve(count === 1 ? [new CareError('not-found')] : call.references.map(bySlug)),
    );
    await rejection(get('a'));
    expect((await get('a')).slug).to.equal('a');
    expect(calls).to.have.length(2);
  });

  it('is bounded: what was used last is kept', async () => {
    const { calls, get } = setUp(undefined, { capacity: 2 });
    await get('a');
    await get('b');
    await get('a');
    await get('c'); // drops b
    expect(calls).to.have.length(3);
    await get('a');
    await get('c');
    expect(calls).to.have.length(3);
    await get('b');
    expect(calls).to.have.length(4);
  });

  it('keeps what was asked for anew rather than what is older', async () => {
    const { calls, get } = setUp(undefined, { capacity: 2 });
    await get('a');
    await get('b');
    await get('a', { isReload: true });
    await get('c'); // drops b
    expect(calls).to.have.length(4);
    await get('a');
    expect(calls).to.have.length(4);
  });

  it('holds five hundred answers', async () => {
    const { calls, get } = setUp();
    const slugs = many(500);
    for (const slug of [...slugs, ...slugs]) await get(slug);
    expect(calls).to.have.length(500);
    await get('one-more');
    await get('post-0');
    expect(calls).to.have.length(502);
  });
});

describe('client: lists', () => {
  it('shares and keeps lists, neighbours and categories, each question by itself', async () => {
    const asked: string[] = [];
    const memory = createMemorySource([article()]);
    const noting =
      <A extends unknown[], R>(name: string, method: (...parts: A) => R) =>
      (...parts: A): R => {
        asked.push(name);
        return method(...parts);
      };
    const client = new ContentClient({
      ...memory,
      listArticles: noting('list', memory.listArticles),
      getNeighbors: noting('neighbours', memory.getNeighbors),
      listCategories: noting('categories', memory.listCategories),
    });
    const { signal } = new AbortController();
    const query = { page: 1, perPage: 6 };
    for (let round = 0; round < 2; round++) {
      const lists = await Promise.all([
        client.listArticles(query, { signal }),
        client.listArticles({ ...query }, { signal }),
      ]);
      expect(lists[0]).to.equal(lists[1]);
      await client.listArticles({ ...query, page: 2 }, { signal });
      await client.getNeighbors(article(), { signal });
      await client.getNeighbors(article(), { signal, sameCategory: true });
      await client.listCategories({ signal });
    }
    expect(asked).to.deep.equal(['list', 'list', 'neighbours', 'neighbours', 'categories']);
  });

  for (const code of ['gone', 'not-found', 'forbidden', 'protected'] as const) {
    it(`does not show what was withdrawn (${code}) while asking for it again`, async () => {
      const withdrawn = new CareError(code);
      const { clock, get } = setUp(
        ({ references }, count) => Promise.resolve(count === 1 ? references.map(bySlug) : [withdrawn]),
        { timeToLive: 1000 },
      );
      await get('a');
      clock.advance(1001);
      expect(await rejection(get('a', { onStale: () => undefined }))).to.equal(withdrawn);
      expect(await rejection(get('a', { onStale: () => expect.fail('withdrawn') }))).to.equal(withdrawn);
    });
  }
});
