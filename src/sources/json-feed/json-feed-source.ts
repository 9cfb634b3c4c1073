import { parseJson } from '../../http/json.js';
import { safeUrl } from '../../html/urls.js';
import { SharedRequest } from '../../http/shared-request.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { fieldsOf, listOf, textOf, type Fields } from '../shared/read.js';
import { findArticles } from '../shared/find-articles.js';
import { categoriesOf, neighborsOf, selectArticles } from '../shared/select-articles.js';
import { withBody, type SourceOptions } from '../shared/source-options.js';
import { feedDefaults, mapItem, slugify, type FeedDefaults } from './map-item.js';

/** How far `next_url` is followed. */
const MOST_PAGES = 50;

interface Entry {
  readonly article: Article;
  readonly item: Fields;
  readonly defaults: FeedDefaults;
}

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\n{2,}/g, '<p>');

/** Of articles whose addresses end alike (`/2024/news/`, `/2025/news/`), all but the first get their id behind the slug. */
const withOwnSlugs = (entries: readonly Entry[]): Entry[] => {
  const taken = new Set<string>();
  return entries.map((entry) => {
    const { slug, id } = entry.article;
    const key = slug.toLowerCase();
    if (!slug || !taken.has(key)) {
      taken.add(key);
      return entry;
    }
    return { ...entry, article: { ...entry.article, slug: `${key}-${slugify(id)}` } };
  });
};

/** JSON Feed 1.0 and 1.1: one file, or several that name each other by `next_url`. */
export const createJsonFeedSource = (options: SourceOptions): ContentSource => {
  const { endpoint, http, origins } = options;
  const loadPage = async (url: string, signal: AbortSignal): Promise<{ entries: Entry[]; next?: string }> => {
    const answer = await http.get(url, signal);
    const feed = fieldsOf(parseJson(answer));
    if (!Array.isArray(feed.items)) {
      throw new CareError('malformed', { detail: 'JSON, but not a JSON Feed: it has no list "items"', url });
    }
    const defaults = feedDefaults(feed, answer.url, origins);
    const next = safeUrl(feed.next_url, answer.url);
    return {
      entries: listOf(feed.items).map((item) => ({ article: mapItem(item, defaults), item, defaults })),
      // another origin was not configured by the page's owner
      ...(next && new URL(next).origin === new URL(endpoint).origin ? { next } : {}),
    };
  };

  const loadAll = async (signal: AbortSignal): Promise<Entry[]> => {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    for (let url: string | undefined = endpoint; url && !seen.has(url) && seen.size < MOST_PAGES;) {
      seen.add(url);
      const page: { entries: Entry[]; next?: string } = await loadPage(url, signal);
      entries.push(...page.entries);
      url = page.next;
    }
    return withOwnSlugs(entries);
  };

  // Every question is answered by the same file, so questions that run at the same time read it once.
  let running: SharedRequest<Entry[]> | undefined;
  const entriesFor = (signal: AbortSignal): Promise<Entry[]> => {
    if (!running || running.isAborted) {
      const request = new SharedRequest((stop) =>
        loadAll(stop).finally(() => {
          if (running === request) running = undefined;
        }),
      );
      running = request;
    }
    return running.join(signal);
  };
  const articlesFor = async (signal: AbortSignal): Promise<Article[]> =>
    (await entriesFor(signal)).map(({ article }) => article);

  return {
    batchSize: Infinity,

    async getArticles(references, depth, signal) {
      const entries = await entriesFor(signal);
      const found = findArticles(
        entries.map(({ article }) => article),
        references,
        endpoint,
      );
      if (depth !== 'full') return found;
      return Promise.all(
        found.map((article) => {
          const entry = entries.find((candidate) => candidate.article === article);
          if (!entry) return article;
          const { item, defaults } = entry;
          const html = textOf(item.content_html) || escapeText(textOf(item.content_text));
          return withBody(entry.article, html, { ...options, endpoint: defaults.base });
        }),
      );
    },
    async listArticles(query, signal) {
      return selectArticles(await articlesFor(signal), query);
    },
    async getNeighbors(article, sameCategory, signal) {
      return neighborsOf(await articlesFor(signal), article, sameCategory);
    },
    async listCategories(signal) {
      return categoriesOf(await articlesFor(signal));
    },
  };
};
