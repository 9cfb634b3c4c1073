import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ContentClient } from '../../src/client/content-client.js';
import { createHttp } from '../../src/http/http.js';
import type { Clock } from '../../src/http/transport.js';
import type { Article } from '../../src/model/article.js';
import { CareError } from '../../src/model/care-error.js';
import type { ContentSource } from '../../src/model/content-source.js';
import { createGhostSource } from '../../src/sources/ghost/ghost-source.js';
import { createJsonFeedSource } from '../../src/sources/json-feed/json-feed-source.js';
import type { SourceOptions } from '../../src/sources/shared/source-options.js';
import { createWordPressSource } from '../../src/sources/wordpress/wordpress-source.js';
import { FAULTS, seeded, startFaultyServer, type Answer, type Fault, type Lane } from '../support/faulty-server.js';

const SEED = Number(process.env.SEED ?? 20261128);
const ANSWERS = 10_000;
const LANES = 12;
const TIMEOUT = 10_000;
const KEY = '0123456789abcdef0123456789';

/**
 * Pauses pass at once; what waits for the end of its time is told when that has come: no test waits for a clock.
 */
class QuickClock implements Clock {
  readonly #deadlines = new Set<() => void>();
  #now = Date.UTC(2026, 10, 28);

  now = (): number => this.#now;

  after = (ms: number, run: () => void): (() => void) => {
    if (ms < TIMEOUT) {
      const pause = setImmediate(() => this.pass(ms, run));
      return () => clearImmediate(pause);
    }
    this.#deadlines.add(run);
    return () => void this.#deadlines.delete(run);
  };

  pass(ms: number, run: () => void = () => undefined): void {
    this.#now += ms;
    run();
  }

  /** Lets the time of every request run out that is still waiting. */
  expire(): void {
    for (const run of [...this.#deadlines]) this.pass(TIMEOUT, run);
  }

  get waiting(): number {
    return this.#deadlines.size;
  }
}

/** Words in which a byte more or less shows. */
const titleOf = (number: number): string => `Día ${number}: “5 < 6” 🌱 ${'é'.repeat(1 + (number % 7))}`;
const dateOf = (number: number): string =>
  new Date(Date.UTC(2024, 0, 1) + number * 86_400_000).toISOString().slice(0, 19);
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const wordPressPost = (number: number) => ({
  id: number,
  slug: `post-${number}`,
  date: dateOf(number),
  date_gmt: dateOf(number),
  link: `https://clinic.example/post-${number}/`,
  title: { rendered: escaped(titleOf(number)) },
  excerpt: { rendered: `<p>Teaser of ${number}</p>`, protected: false },
  categories: [],
  meta: [],
  acf: { sections: [{ id: 1, slug: 'post-1', title: { rendered: 'Not this one' } }] },
  _embedded: { author: [{ name: 'Jane Roe, MS, LPC' }], 'wp:term': [[], []] },
});
const feedItem = (number: number) => ({
  id: String(number),
  url: `https://clinic.example/post-${number}/`,
  title: escaped(titleOf(number)),
  summary: `Teaser of ${number}`,
  date_published: `${dateOf(number)}Z`,
  authors: [{ name: 'Jane Roe, MS, LPC' }],
  tags: [],
});
const ghostPost = (number: number) => ({
  id: String(number),
  slug: `post-${number}`,
  url: `https://clinic.example/post-${number}/`,
  title: titleOf(number),
  custom_excerpt: `Teaser of ${number}`,
  published_at: `${dateOf(number)}.000+00:00`,
  authors: [{ name: 'Jane Roe, MS, LPC' }],
  tags: [],
  access: true,
});

/** What the endpoint behind the faults gives: the posts asked for; a feed of three. */
const answerOf = (url: URL): Answer => {
  const numbers = [
    ...(url.searchParams.get('slug') ?? url.searchParams.get('filter') ?? '').matchAll(/post-(\d+)/g),
  ].map(([, digits]) => Number(digits));
  const [, feed] = /feed-(\d+)\.json$/.exec(url.pathname) ?? [];
  const json = feed
    ? {
        version: 'https://jsonfeed.org/version/1.1',
        items: [Number(feed) - 1, Number(feed), Number(feed) + 1].map(feedItem),
      }
    : url.pathname.includes('/ghost/')
      ? { posts: numbers.map(ghostPost), meta: { pagination: { pages: 1, total: numbers.length } } }
      : numbers.map(wordPressPost);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) };
};

/** What any visitor would be shown of an article. */
const shown = ({ slug, title, excerpt, publishedAt, authors, url }: Article) => ({
  slug,
  title,
  excerpt,
  publishedAt: publishedAt && new Date(publishedAt).toISOString().slice(0, 19),
  authors,
  url,
});
const expected = (number: number) => ({
  slug: `post-${number}`,
  title: titleOf(number),
  excerpt: `Teaser of ${number}`,
  publishedAt: dateOf(number),
  authors: [{ name: 'Jane Roe', credentials: ['MS', 'LPC'] }],
  url: `https://clinic.example/post-${number}/`,
});

const KINDS = ['wordpress', 'ghost', 'json-feed'] as const;
const { signal } = new AbortController();
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

const faultFor = (random: () => number): Fault => {
  const fault = pick(FAULTS, random);
  return fault.isCostly && random() > 0.1 ? faultFor(random) : fault;
};

const sourceOf = (kind: (typeof KINDS)[number], options: SourceOptions): ContentSource =>
  ({ wordpress: createWordPressSource, ghost: createGhostSource, 'json-feed': createJsonFeedSource })[kind](options);

/** A client of its own behind a lane of its own. */
class Visitor implements Lane {
  fault: Fault = FAULTS[0] as Fault;
  readonly clock = new QuickClock();
  readonly #kind: (typeof KINDS)[number];
  readonly #index: number;
  readonly #clients = new Map<string, ContentClient>();

  constructor(index: number) {
    this.#index = index;
    this.#kind = KINDS[index % KINDS.length] as (typeof KINDS)[number];
  }

  silent = (): void => this.clock.expire();

  /** A feed is a file of its own for every article, as its address names what is in it. */
  #clientFor(origin: string, number: number): ContentClient {
    const site = `${origin}/lane/${this.#index}`;
    const endpoint = this.#kind === 'json-feed' ? `${site}/feed-${number}.json` : `${site}/`;
    const known = this.#clients.get(endpoint);
    if (known) return known;
    const http = createHttp({
      clock: this.clock,
      timeout: TIMEOUT,
      maxBytes: 200_000,
      transport: (url, init) => fetch(url, init),
    });
    const options = { endpoint, http, origins: [], key: KEY };
    const client = new ContentClient(sourceOf(this.#kind, options), { now: this.clock.now, capacity: 50 });
    if (this.#kind === 'json-feed') this.#clients.clear();
    this.#clients.set(endpoint, client);
    return client;
  }

  async ask(origin: string, number: number, onStale?: (article: Article) => void): Promise<Article | CareError> {
    try {
      return await this.#clientFor(origin, number).getArticle(
        { slug: `post-${number}` },
        { signal, onStale, depth: 'teaser' },
      );
    } catch (error) {
      if (error instanceof CareError) return error;
      throw error;
    }
  }
}

const collectGarbage = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
};

describe('faults between client and endpoint', () => {
  const visitors = Array.from({ length: LANES }, (_, index) => new Visitor(index));
  const random = seeded(SEED);
  let server: Awaited<ReturnType<typeof startFaultyServer>>;
  beforeAll(async () => {
    server = await startFaultyServer(visitors, answerOf, random);
  });
  afterAll(() => server.close());

  it(
    `show the right content or say why there is none: ${ANSWERS} answers (SEED=${SEED})`,
    { timeout: 180_000 },
    async () => {
      const before = collectGarbage();
      const outcomes = new Map<string, Map<string, number>>();
      const wrong: string[] = [];
      let asked = 0;
      const run = async (visitor: Visitor): Promise<void> => {
        while (asked < ANSWERS) {
          const number = 10_000 + asked++;
          visitor.fault = faultFor(random);
          const { name, isHarmless } = visitor.fault;
          const found = await visitor.ask(server.origin, number);
          const outcome = found instanceof CareError ? found.code : 'ready';
          const counts = outcomes.get(name) ?? new Map<string, number>();
          outcomes.set(name, counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
          const isRight =
            found instanceof CareError
              ? !isHarmless
              : JSON.stringify(shown(found)) === JSON.stringify(expected(number));
          const isFalseLoss = outcome === 'not-found' && name !== '404';
          if (!isRight || isFalseLoss || visitor.clock.waiting) {
            const what = found instanceof CareError ? `${found.code} ${found.detail}` : JSON.stringify(shown(found));
            wrong.push(`${name}, ${number}: ${what}`);
          }
        }
      };
      await Promise.all(visitors.map(run));
      expect(wrong.slice(0, 10)).to.deep.equal([]);
      expect([...outcomes.keys()].sort()).to.deep.equal(FAULTS.map(({ name }) => name).sort());
      expect(server.requests()).to.be.at.least(ANSWERS);
      expect((collectGarbage() - before) / 1e6).to.be.below(20);
    },
  );
});

describe('an answer that breaks off at any byte', () => {
  const NOTICE = '<br />\n<b>Warning</b>:  Array [] in <b>/srv/x.php</b> on line <b>7</b><br />\n';
  for (const kind of KINDS) {
    it(`is never taken for a whole one, nor for an empty one: ${kind}`, async () => {
      const site = 'https://clinic.example';
      const endpoint = kind === 'json-feed' ? `${site}/feed-5.json` : `${site}/`;
      const wrong: string[] = [];
      const askAfter = async (text: string): Promise<string> => {
        const transport = () => Promise.resolve(new Response(text));
        const http = createHttp({ clock: new QuickClock(), timeout: TIMEOUT, transport });
        const [found] = await sourceOf(kind, { endpoint, http, origins: [], key: KEY })
          .getArticles([{ slug: 'post-5' }], 'teaser', signal)
          .catch((error: unknown) => [error]);
        if (found instanceof CareError) return found.code;
        return JSON.stringify(shown(found as Article)) === JSON.stringify(expected(5)) ? 'ready' : 'wrong';
      };
      const { body } = answerOf(new URL(`${endpoint}${kind === 'ghost' ? 'ghost/?filter=' : '?slug='}post-5`));
      for (const before of ['', NOTICE]) {
        expect(await askAfter(before + body)).to.equal('ready');
        for (let end = 0; end < body.length; end++) {
          const outcome = await askAfter(before + body.slice(0, end));
          if (outcome !== 'malformed') wrong.push(`${outcome}: ${before}${body.slice(0, end)}`);
        }
      }
      expect(wrong).to.deep.equal([]);
    });
  }
});

describe('faults after a good answer', () => {
  const visitor = new Visitor(0);
  let server: Awaited<ReturnType<typeof startFaultyServer>>;
  beforeAll(async () => {
    server = await startFaultyServer([visitor], answerOf, seeded(SEED));
  });
  afterAll(() => server.close());

  const WITHDRAWN = ['403', '404', '410'];
  for (const [index, fault] of FAULTS.entries()) {
    const isGone = WITHDRAWN.includes(fault.name);
    it(`${fault.name}: the article as it was is shown at once, and ${isGone ? 'never again' : 'kept'}`, async () => {
      const number = 100 + index;
      visitor.fault = FAULTS[0] as Fault;
      const first = await visitor.ask(server.origin, number);
      const shownBefore: Article[] = [];
      const askLater = (): Promise<Article | CareError> => {
        visitor.clock.pass(300_001);
        return visitor.ask(server.origin, number, (article) => shownBefore.push(article));
      };
      visitor.fault = fault;
      const second = await askLater();
      expect(shownBefore).to.deep.equal([first]);
      expect(shownBefore[0]?.publishedAt).to.equal(`${dateOf(number)}+00:00`);
      if (!fault.isHarmless && !(second instanceof CareError)) expect(shown(second)).to.deep.equal(expected(number));
      await askLater();
      expect(shownBefore).to.have.length(isGone ? 1 : 2);
      expect(visitor.clock.waiting).to.equal(0);
    });
  }
});

/** Time that passes as fast as everything that waits for it has run. */
class SimulatedClock implements Clock {
  readonly #due = new Map<number, Set<() => void>>();
  #now = Date.UTC(2026, 10, 28);

  now = (): number => this.#now;

  after = (ms: number, run: () => void): (() => void) => {
    const time = this.#now + Math.ceil(ms);
    const timers = this.#due.get(time) ?? new Set();
    this.#due.set(time, timers.add(run));
    return () => void timers.delete(run);
  };

  /** Goes on to the next moment at which something is due. */
  next(): void {
    const time = Math.min(...this.#due.keys());
    const timers = this.#due.get(time);
    this.#due.delete(time);
    this.#now = Math.max(this.#now, time);
    timers?.forEach((run) => run());
  }
}

describe('1,000 pages at once against a server that answers two questions a second', () => {
  const REFUSALS: Readonly<Record<string, (status: number) => Response>> = {
    'with Retry-After': (status) => new Response('', { status, headers: { 'retry-after': '3' } }),
    'without Retry-After': (status) => new Response('<title>Busy</title>', { status }),
  };
  for (const [what, refuse] of Object.entries(REFUSALS)) {
    it(
      `429 and 503 ${what}: nobody asks twice but by Retry-After, and all end ready or in a clear state`,
      { timeout: 30_000 },
      async () => {
        const clock = new SimulatedClock();
        const start = clock.now();
        let answered = 0;
        /** By page and address, when it was asked. */
        const asked = new Map<string, number[]>();
        const transportOf =
          (page: number) =>
          async (address: string): Promise<Response> => {
            const id = `${page} ${address}`;
            asked.set(id, [...(asked.get(id) ?? []), clock.now()]);
            await new Promise<void>((resolve) => clock.after(50, resolve));
            if (answered >= 2 * (1 + Math.floor((clock.now() - start) / 1000))) return refuse(page % 2 ? 429 : 503);
            answered++;
            const url = new URL(address);
            return new Response(url.pathname.endsWith('/categories') ? '[]' : answerOf(url).body);
          };
        const outcomes: string[] = [];
        const settle = (question: Promise<unknown>): Promise<void> =>
          question.then(
            () => void outcomes.push('ready'),
            (error: unknown) => void outcomes.push(error instanceof CareError ? error.code : String(error)),
          );
        const questions = Array.from({ length: 1000 }, (_, page) => {
          const http = createHttp({ clock, timeout: TIMEOUT, transport: transportOf(page) });
          const options = { endpoint: 'https://clinic.example/', http, origins: [] };
          const client = new ContentClient(createWordPressSource(options), { now: clock.now });
          return [
            // as the elements of a page ask, some of them for the same
            settle(client.getArticle({ slug: 'post-1' }, { signal, depth: 'full' })),
            settle(client.getArticle({ slug: 'post-1' }, { signal })),
            settle(client.listArticles({ page: 1, perPage: 6 }, { signal })),
            settle(client.listArticles({ page: 1, perPage: 6 }, { signal })),
            settle(client.listCategories({ signal })),
          ];
        }).flat();
        while (outcomes.length < questions.length) {
          for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
          if (outcomes.length < questions.length) clock.next();
        }

        const wait = Number(refuse(429).headers.get('retry-after')) * 1000;
        expect(asked.size).to.equal(3000);
        for (const [id, [first = 0, second, ...more]] of asked) {
          expect(more, id).to.deep.equal([]);
          if (second !== undefined) {
            expect(wait, id).to.be.above(0);
            expect(second - first, id).to.be.at.least(wait);
          }
        }
        const states = new Set(outcomes);
        expect([...states].filter((state) => !['ready', 'rate-limited', 'server'].includes(state))).to.deep.equal([]);
        expect(states).to.include('ready');
        expect(clock.now() - start).to.be.below(TIMEOUT);
      },
    );
  }
});
