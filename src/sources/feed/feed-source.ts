import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { createItemSource, entryOf, type Entry } from '../shared/item-source.js';
import { feedDefaults } from '../shared/map-item.js';
import type { SourceOptions } from '../shared/source-options.js';
import type { ReadFeed } from './read-feed.js';

/** How many files of one feed are read. */
const MOST_PAGES = 500;

/** Past its last page WordPress answers 404. */
const IS_PAST_END = ['not-found', 'gone'];

const pagedUrl = (endpoint: string, page: number): string => {
  const url = new URL(endpoint);
  url.searchParams.set('paged', String(page));
  return url.href;
};

/** Where items have the same id, those that have a URL of their own get it as their id; the others count as one article. */
const withOwnIds = (entries: readonly Entry[]): Entry[] => {
  const byId = new Map<string, Entry>();
  const found: Entry[] = [];
  for (const entry of entries) {
    const { id, url } = entry.article;
    const first = byId.get(id);
    if (first && (!url || url === first.article.url || byId.has(url))) continue;
    const own = first ? { ...entry, article: { ...entry.article, id: url ?? id } } : entry;
    byId.set(own.article.id, own);
    found.push(own);
  }
  return found;
};

/**
 * RSS 2.0, RSS 1.0 and Atom, for Node only: sites send no CORS header with them. Older items are read where the feed names
 * them (`rel="next"` of the same origin) or WordPress gives them (`?paged=2`).
 */
export const createFeedSource = (options: SourceOptions): ContentSource => {
  const { endpoint, http, origins } = options;

  const entriesOf = ({ feed, items }: ReadFeed, url: string): Entry[] => {
    const defaults = feedDefaults(feed, url, origins);
    return items.map(({ item, base }) => ({ ...entryOf(item, defaults), ...(base ? { base } : {}) }));
  };

  return createItemSource(options, {
    async loadAll(signal) {
      const { readFeed } = await import('./read-feed.js'); // loaded here: a large parser, which only feeds need
      signal.throwIfAborted();
      const entries: Entry[] = [];
      const seen = new Set<string>();
      const known = new Set<string>();
      let perPage = 0;
      let cut: string | undefined;
      for (let url: string | undefined = endpoint; url && !seen.has(url);) {
        if (seen.size === MOST_PAGES) {
          cut = `${endpoint} goes on after ${MOST_PAGES} files, and older articles are left out`;
          break;
        }
        seen.add(url);
        const answer: Awaited<ReturnType<typeof http.get>> | undefined = await http
          .get(url, signal)
          .catch((error: unknown) => {
            if (seen.size > 1 && error instanceof CareError && IS_PAST_END.includes(error.code)) return undefined;
            throw error;
          });
        if (!answer) break;
        const page = readFeed(answer);
        const found = entriesOf(page, answer.url);
        const before = known.size;
        for (const { article } of found) known.add(`${article.id} ${article.url}`);
        if (known.size === before) break; // a server that ignores the number of the page
        for (const entry of found) entries.push(entry); // more than a hundred thousand arguments are too many for a call
        perPage ||= found.length;
        const older = page.isWordPress && found.length >= perPage ? pagedUrl(endpoint, seen.size + 1) : undefined;
        const { next } = page;
        // one that a redirect led to was asked already
        const ownOrigins = [endpoint, answer.url].map((address) => new URL(address).origin);
        url = next && ownOrigins.includes(new URL(next).origin) ? next : older;
        if (next && !url)
          cut = `${answer.url} goes on at ${next}, outside of ${new URL(endpoint).origin}, and older articles are left out`;
      }
      return { entries: withOwnIds(entries), cut };
    },
  });
};
