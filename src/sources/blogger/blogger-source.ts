import { parseJson } from '../../http/json.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { createItemSource, entryOf, type Entry } from '../shared/item-source.js';
import { feedDefaults } from '../shared/map-item.js';
import { countOf, fieldsOf, listOf, textOf } from '../shared/read.js';
import type { SourceOptions } from '../shared/source-options.js';
import { toItem, wordsIn } from './to-item.js';

/** Blogger gives 150 posts in one response at most, and fewer where they are long. */
const PER_PAGE = 150;
const MOST_PAGES = 200;

/** The feed of a blog: `https://NAME.blogspot.com/`, a domain of its own, or the URL of its feed itself. */
const bloggerUrl = (endpoint: string, start: number): string => {
  const url = new URL(endpoint);
  if (!/\/feeds\//.test(url.pathname)) url.pathname = '/feeds/posts/default';
  for (const [name, value] of Object.entries({ alt: 'json', 'max-results': PER_PAGE, 'start-index': start }))
    url.searchParams.set(name, String(value));
  return url.href;
};

/** Blogger, by the JSON form of its Atom feed; for Node only: it sends no CORS header. */
export const createBloggerSource = (options: SourceOptions): ContentSource => {
  const { endpoint, http, origins } = options;
  return createItemSource(options, {
    async loadAll(signal) {
      const entries = new Map<string, Entry>();
      let cut: string | undefined;
      for (let page = 0, start = 1; ; page++) {
        if (page === MOST_PAGES) {
          cut = `${endpoint} goes on after ${MOST_PAGES} pages, and older articles are left out`;
          break;
        }
        const answer = await http.get(bloggerUrl(endpoint, start), signal);
        const { feed: found } = fieldsOf(parseJson(answer));
        if (!found) throw new CareError('malformed', { detail: 'JSON, but no feed of Blogger', url: answer.url });
        const feed = fieldsOf(found);
        const defaults = feedDefaults({ title: wordsIn(feed.title) }, answer.url, origins);
        const before = entries.size;
        const posts = listOf(feed.entry);
        for (const post of posts) {
          const entry = entryOf(toItem(post), defaults);
          if (!entries.has(entry.article.id)) entries.set(entry.article.id, entry);
        }
        start += posts.length;
        const total = countOf(wordsIn(feed.openSearch$totalResults)) ?? 0;
        const goesOn = start <= total || listOf(feed.link).some(({ rel }) => textOf(rel) === 'next');
        if (!goesOn || entries.size === before) break;
      }
      return { entries: [...entries.values()], cut };
    },
  });
};
