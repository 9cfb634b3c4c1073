import { parseJson } from '../../http/json.js';
import { safeUrl } from '../../html/urls.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { createItemSource, entryOf, type Entry } from '../shared/item-source.js';
import { feedDefaults } from '../shared/map-item.js';
import { fieldsOf, listOf, textOf } from '../shared/read.js';
import type { SourceOptions } from '../shared/source-options.js';
import { toItem } from './to-item.js';

/** How many pages of 20 articles are read. */
const MOST_PAGES = 500;

/** What a page of a Squarespace site shows, as JSON: the blog's own URL with `?format=json`. */
const jsonUrl = (endpoint: string, offset?: string): string => {
  const url = new URL(endpoint);
  url.searchParams.set('format', 'json');
  if (offset) url.searchParams.set('offset', offset);
  return url.href;
};

/**
 * A blog of Squarespace, by the JSON that its own pages are made from; for Node only: Squarespace sends no CORS header.
 * Older articles are asked for by `offset`, a moment in milliseconds.
 */
export const createSquarespaceSource = (options: SourceOptions): ContentSource => {
  const { endpoint, http, origins } = options;
  return createItemSource(options, {
    async loadAll(signal) {
      const entries = new Map<string, Entry>();
      const seen = new Set<string>();
      let cut: string | undefined;
      for (let url: string | undefined = jsonUrl(endpoint); url && !seen.has(url);) {
        if (seen.size === MOST_PAGES) {
          cut = `${endpoint} goes on after ${MOST_PAGES} pages, and older articles are left out`;
          break;
        }
        seen.add(url);
        const answer: Awaited<ReturnType<typeof http.get>> = await http.get(url, signal);
        const page = fieldsOf(parseJson(answer));
        const { website, pagination } = page;
        if (!Array.isArray(page.items)) {
          const detail =
            'JSON of Squarespace, but of no blog: write the address of the blog, as https://clinic.example/blog';
          throw new CareError('malformed', { detail, url });
        }
        const { siteTitle, language, timeZone, baseUrl } = fieldsOf(website);
        const base = safeUrl(baseUrl, answer.url) ?? answer.url;
        const defaults = feedDefaults({ title: siteTitle, language }, base, origins);
        const before = entries.size;
        for (const item of listOf(page.items)) {
          const entry = entryOf(toItem(item, textOf(timeZone)), defaults);
          if (!entries.has(entry.article.id)) entries.set(entry.article.id, entry);
        }
        const { nextPage, nextPageOffset } = fieldsOf(pagination);
        const goesOn = nextPage === true && entries.size > before;
        url = goesOn ? jsonUrl(endpoint, textOf(nextPageOffset)) : undefined;
      }
      return { entries: [...entries.values()], cut };
    },
  });
};
