import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttp } from '../../src/http/http.js';
import type { Article } from '../../src/model/article.js';
import { sanitiseForSource } from '../../src/server/sanitise.js';
import type { SnapshotOptions, SnapshotResult } from '../../src/server/snapshot/options.js';
import { snapshot } from '../../src/server/snapshot/snapshot.js';
import { createJsonFeedSource } from '../../src/sources/json-feed/json-feed-source.js';
import { article } from '../support/articles.js';
import { fakeTransport, type Reply } from '../support/fake-transport.js';
import { ManualClock } from '../support/manual-clock.js';
import { wordPressSite } from '../conformance/sources.wordpress.js';

const SITE = 'https://clinic.example/snapshot/';
const FRESH = () => new AbortController().signal;

/** A post of the blog that is read. */
export const post = (number: number, parts: Partial<Article> = {}): Article =>
  article({
    id: String(number),
    slug: `post-${number}`,
    title: `Post ${number}`,
    publishedAt: new Date(Date.UTC(2024, 0, number)).toISOString().replace('.000Z', '+00:00'),
    ...parts,
  });

export const posts = (count: number): Article[] => Array.from({ length: count }, (_, index) => post(index + 1));

/** A blog whose articles a test may change, and the folder of its snapshot. */
export class Blog {
  folder = '';
  articles: readonly Article[] = [];
  /** In place of an answer, where it gives one. */
  override: (url: string) => Reply | undefined = () => undefined;
  robots = '';
  readonly clock = new ManualClock();
  /** What answers for the articles. */
  site: (articles: readonly Article[]) => Reply = wordPressSite;
  readonly transport = fakeTransport((request) => {
    if (request.url.endsWith('/robots.txt')) return new Response(this.robots, { status: this.robots ? 200 : 404 });
    return this.override(request.url) ?? this.site(this.articles);
  });

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'care-snapshot-'));
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** Addresses asked for, `robots.txt` left out, since the last call. */
  asked(): string[] {
    return this.transport.requests
      .splice(0)
      .map(({ url }) => url)
      .filter((url) => !url.endsWith('/robots.txt'));
  }

  snapshot(options: Partial<SnapshotOptions> = {}): Promise<SnapshotResult> {
    return snapshot({
      endpoint: 'https://blog.example/',
      out: this.folder,
      ...{ hasPictures: false, hasHtml: false, isRefresh: false, limit: 5000 },
      ...{ allowsPrivate: false, ignoresRobots: false, allowsWithdrawals: false },
      userAgent: 'care-widgets/test',
      signal: FRESH(),
      transport: this.transport,
      clock: this.clock,
      ...options,
    });
  }

  async json(name: string): Promise<Record<string, unknown>> {
    return JSON.parse(await readFile(join(this.folder, name), 'utf8')) as Record<string, unknown>;
  }

  /** Names of all files but those for the program itself. */
  async files(): Promise<string[]> {
    const names = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .filter((name) => !name.startsWith('.care-widgets'))
      .sort();
  }

  /** What a page reads that the snapshot is published for. `before` is waited for with the first request. */
  reader(name = 'feed.json', before: Promise<unknown> = Promise.resolve()) {
    const transport = fakeTransport(async ({ url }) => {
      await before;
      const file = join(this.folder, decodeURIComponent(url.slice(SITE.length)));
      return readFile(file, 'utf8').catch(() => new Response('', { status: 404 }));
    });
    const http = createHttp({ transport, clock: new ManualClock() });
    const origins = ['https://clinic.example', 'https://blog.example'];
    return createJsonFeedSource({ endpoint: SITE + name, http, origins, sanitise: sanitiseForSource });
  }
}
