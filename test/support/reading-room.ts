import { expect, fixtureSync, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { registerSource } from '../../src/context/source-registry.js';
import type { CareArticleCard } from '../../src/elements/care-article-card/care-article-card.js';
import type { Article } from '../../src/model/article.js';
import type { ArticleDepth, ContentSource } from '../../src/model/content-source.js';
import { createMemorySource } from '../../src/sources/memory/memory-source.js';

export const CATEGORIES = [
  { id: '3', slug: 'recovery', name: 'Recovery', url: 'https://clinic.example/recovery/' },
  { id: '4', slug: 'family', name: 'Family & friends', url: 'https://clinic.example/family/' },
] as const;

export const articleOf = (parts: Partial<Article> & { readonly slug: string }): Article => ({
  id: `id-${parts.slug}`,
  url: `https://clinic.example/${parts.slug}/`,
  title: `About ${parts.slug}`,
  excerpt: 'Nobody arrives with a plan, and nobody needs one.',
  publishedAt: '2025-06-24T09:30:00-07:00',
  authors: [{ name: 'Jane Roe', credentials: ['MS', 'LPC'] }],
  reviewers: [],
  categories: [CATEGORIES[0]],
  tags: [],
  isProtected: false,
  ...parts,
});

/** `post-1` (the newest) to `post-N`, one a week; every third one about family. */
export const articlesOf = (count: number): Article[] =>
  Array.from({ length: count }, (_, index) =>
    articleOf({
      slug: `post-${index + 1}`,
      title: `Post ${index + 1}`,
      publishedAt: `${new Date(Date.UTC(2025, 5, 24) - index * 7 * 86_400_000).toISOString().slice(0, 19)}+00:00`,
      categories: [index % 3 === 2 ? CATEGORIES[1] : CATEGORIES[0]],
    }),
  );

interface Asked {
  readonly what: 'articles' | 'list' | 'neighbors' | 'categories';
  readonly about: unknown;
  readonly depth?: ArticleDepth;
  readonly signal: AbortSignal;
}

let rooms = 0;

/** An endpoint of a test's own, without any network: it tells what it was asked, and waits or fails on request. */
export class ReadingRoom {
  readonly source = `room-${rooms++}`;
  readonly endpoint = `https://${this.source}.example/`;
  readonly asked: Asked[] = [];
  articles: Article[];
  /** What every question is answered with from now on. */
  failure: Error | undefined;
  #held: (() => void)[] = [];
  #isHolding = false;
  readonly #watchers = new Set<() => void>();

  constructor(articles: Article[] = articlesOf(20)) {
    this.articles = articles;
    registerSource(this.source, () => this.#create());
  }

  /** Questions wait from now on. */
  hold(): void {
    this.#isHolding = true;
  }

  /** Answers the waiting question of this number, the first one being 0. */
  release(number: number): void {
    this.#held[number]?.();
  }

  releaseAll(): void {
    this.#isHolding = false;
    for (const go of this.#held) go();
    this.#held = [];
  }

  /** Resolves once so many questions were asked. */
  async questions(count: number): Promise<readonly Asked[]> {
    if (this.asked.length < count) {
      await new Promise<void>((resolve) => {
        const watch = () => {
          if (this.asked.length < count) return;
          this.#watchers.delete(watch);
          resolve();
        };
        this.#watchers.add(watch);
      });
    }
    return this.asked;
  }

  #create(): ContentSource {
    const answer = async <T>(asked: Asked, give: (source: ContentSource) => Promise<T>): Promise<T> => {
      this.asked.push(asked);
      for (const watch of [...this.#watchers]) watch();
      const { signal } = asked;
      const { failure } = this;
      if (this.#isHolding) {
        await new Promise<void>((resolve, reject) => {
          this.#held.push(resolve);
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      }
      signal.throwIfAborted();
      if (failure) throw failure;
      return give(createMemorySource(this.articles));
    };
    return {
      batchSize: 100,
      getArticles: (about, depth, signal) =>
        answer({ what: 'articles', about, depth, signal }, (source) => source.getArticles(about, depth, signal)),
      listArticles: (about, signal) =>
        answer({ what: 'list', about, signal }, (source) => source.listArticles(about, signal)),
      getNeighbors: (about, same, signal) =>
        answer({ what: 'neighbors', about: about.slug, signal }, (source) => source.getNeighbors(about, same, signal)),
      listCategories: (signal) =>
        answer({ what: 'categories', about: '', signal }, (source) => source.listCategories(signal)),
    };
  }
}

/** What every content element has. */
export type ContentHost = Pick<CareArticleCard, 'state' | 'error' | 'reload' | 'endpoint' | 'source'> &
  HTMLElement & { readonly updateComplete: Promise<boolean> };

/** Puts an element, or what holds one, into the page. */
export const mounted = <E extends HTMLElement>(tag: string, template: TemplateResult): E => {
  const root = fixtureSync<HTMLElement>(template);
  const element = root.matches(tag) ? root : root.querySelector(tag);
  if (!element) throw new Error(`no ${tag}`);
  return element as E;
};

/** Settles once the element has rendered its next answer or failure. */
export const settledNext = async <E extends HTMLElement>(element: E): Promise<E> => {
  await Promise.race([oneEvent(element, 'care-load'), oneEvent(element, 'care-error')]);
  await (element as E & { updateComplete?: Promise<unknown> }).updateComplete;
  return element;
};

/** An element that has loaded. */
export const loaded = async <E extends HTMLElement>(tag: string, template: TemplateResult): Promise<E> => {
  const element = await settledNext(mounted<E>(tag, template));
  const { error } = element as E & Partial<ContentHost>;
  expect(error, error?.detail).to.equal(undefined);
  return element;
};

export const within = <E extends Element = HTMLElement>(element: Element, selector: string): E | null =>
  element.shadowRoot?.querySelector<E>(selector) ?? null;

export const allWithin = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...(element.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];

export const words = (element: Element | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
