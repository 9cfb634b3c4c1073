import { parseJson } from '../../http/json.js';
import { safeUrl } from '../../html/urls.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import type { Withdrawn } from '../shared/find-articles.js';
import { createItemSource, entryOf, htmlOf, type Entry } from '../shared/item-source.js';
import { feedDefaults } from '../shared/map-item.js';
import { fieldsOf, listOf, textOf, type Fields } from '../shared/read.js';
import type { SourceOptions } from '../shared/source-options.js';

/** How far `next_url` is followed by a page. */
export const MOST_PAGES = 50;

/** What a publisher no longer wants to be shown: `_care.withdrawn` of a feed, with `id` and `slug` of each. */
const withdrawnIn = (feed: Fields): Withdrawn[] =>
  listOf(fieldsOf(feed._care).withdrawn).map(({ id, slug }) => ({ id: textOf(id), slug: textOf(slug) }));

/**
 * JSON Feed 1.0 and 1.1: one file, or several that name each other by `next_url`. Where an item names a feed of its own by
 * `_care.content_url`, its text is read from there, once somebody wants to see it.
 */
export const createJsonFeedSource = (options: SourceOptions, mostPages = MOST_PAGES): ContentSource => {
  const { endpoint, http, origins, readDate } = options;
  // another origin was not configured by the page's owner; the one that a redirect led to was asked already
  const ownUrl = (value: unknown, base: string): string | undefined => {
    const url = safeUrl(value, base);
    return url && [endpoint, base].some((known) => new URL(url).origin === new URL(known).origin) ? url : undefined;
  };

  const loadPage = async (
    url: string,
    signal: AbortSignal,
  ): Promise<{ feed: Fields; items: Fields[]; base: string }> => {
    const answer = await http.get(url, signal);
    const feed = fieldsOf(parseJson(answer));
    if (!Array.isArray(feed.items)) {
      throw new CareError('malformed', { detail: 'JSON, but not a JSON Feed: it has no list "items"', url });
    }
    return { feed, items: [...listOf(feed.items)], base: answer.url };
  };

  return createItemSource(options, {
    async loadAll(signal) {
      const entries: Entry[] = [];
      const withdrawn: Withdrawn[] = [];
      const seen = new Set<string>();
      let cut: string | undefined;
      for (let url: string | undefined = endpoint; url && !seen.has(url);) {
        if (seen.size === mostPages) {
          cut = `${endpoint} goes on after ${mostPages} files, and what follows is left out: let each of them hold more articles`;
          break;
        }
        seen.add(url);
        const { feed, items, base }: Awaited<ReturnType<typeof loadPage>> = await loadPage(url, signal);
        const defaults = { ...feedDefaults(feed, base, origins), readDate };
        // one by one: more than a hundred thousand arguments are too many for a call
        for (const item of items) entries.push(entryOf(item, defaults));
        for (const gone of withdrawnIn(feed)) withdrawn.push(gone);
        url = ownUrl(feed.next_url, base);
        const next = safeUrl(feed.next_url, base);
        if (next && !url)
          cut = `${base} goes on at ${next}, outside of ${new URL(endpoint).origin}, and what follows is left out: let its next_url stay there`;
      }
      return { entries, withdrawn, cut };
    },

    async readHtml({ article, item, defaults }, signal) {
      const url = ownUrl(fieldsOf(item._care).content_url, defaults.base);
      if (!url) return htmlOf(item);
      const { feed, items } = await loadPage(url, signal);
      const full = items.find(({ id }) => textOf(id) === article.id);
      if (full) return htmlOf(full);
      const isWithdrawn = withdrawnIn(feed).some(({ id }) => id === article.id);
      throw new CareError(isWithdrawn ? 'gone' : 'not-found', { detail: `no item ${article.id} in this feed`, url });
    },
  });
};
