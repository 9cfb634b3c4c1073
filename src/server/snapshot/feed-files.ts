import type { Category } from '../../model/taxonomy.js';
import { MOST_PAGES } from '../../sources/json-feed/json-feed-source.js';
import { isOwnFeed, VERSION } from './own-files.js';
import type { State, Tombstone } from './state.js';
import type { Store } from './store.js';
import type { FeedItem } from './to-item.js';
import { timeOf } from '../../sources/shared/read.js';

/** Articles in one file at least, of which each has about 1 kB without its text. */
const PER_PAGE = 100;
/** Withdrawn articles that are remembered; the newest. */
const MOST_TOMBSTONES = 1000;

const pageName = (number: number): string => (number > 1 ? `feed-${number}.json` : 'feed.json');

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** What every file of a snapshot begins with. `site`: the URL of its folder, where that is known. */
const head = ({ siteName, language, endpoint }: State, site: string | undefined, name: string): object => ({
  version: VERSION,
  title: siteName || new URL(endpoint).hostname,
  home_page_url: new URL('/', endpoint).href,
  ...(site ? { feed_url: new URL(name, site).href } : {}),
  ...(language ? { language } : {}),
});

const tombstone = ({ id, slug }: Tombstone): object => ({ id, slug });

/** The URL of an article's text, as the pages of the feed name it. */
export const contentUrlOf = (file: string, site = ''): string => `${site}articles/${file}.json`;

/** The file of one article: a feed of one item. */
export const writeArticle = (
  store: Store,
  state: State,
  file: string,
  item: FeedItem,
  site?: string,
): Promise<void> => {
  const name = `articles/${file}.json`;
  return store.write(name, asJson({ ...head(state, site, name), items: [item] }));
};

/**
 * Moves an article to another file and frees the name of its own. Returns whether it could: somebody may have changed the
 * file.
 */
export const moveArticle = async (
  store: Store,
  state: State,
  id: string,
  file: string,
  site?: string,
): Promise<boolean> => {
  const known = state.articles.get(id);
  const text = known && (await store.read(`articles/${known.file}.json`));
  const { items: [full] = [] } = (text && isOwnFeed(text) ? JSON.parse(text) : {}) as { items?: readonly FeedItem[] };
  if (!known || !full) return false;
  await writeArticle(store, state, file, full, site);
  for (const ending of ['json', 'html']) await store.remove(`articles/${known.file}.${ending}`);
  const { item } = known;
  const url = item._care.content_url === undefined ? {} : { content_url: contentUrlOf(file, site) };
  state.articles.set(id, { ...known, file, item: { ...item, _care: { ...item._care, ...url } } });
  return true;
};

/** Replaces an article by a feed without items that says that it is withdrawn. */
export const writeTombstone = (store: Store, state: State, gone: Tombstone, site?: string): Promise<void> => {
  const name = `articles/${gone.file}.json`;
  return store.write(name, asJson({ ...head(state, site, name), items: [], _care: { withdrawn: [tombstone(gone)] } }));
};

const publishedTime = ({ date_published: date }: FeedItem): number => timeOf(date) || 0;

/** Categories of all articles with how many each holds, for pages that are made by other programs. */
const categoriesOf = (items: readonly FeedItem[]): readonly Partial<Category>[] => {
  const bySlug = new Map<string, Partial<Category> & { count: number }>();
  for (const { _care } of items) {
    for (const category of (_care.categories as readonly Category[] | undefined) ?? []) {
      bySlug.set(category.slug, { ...category, count: (bySlug.get(category.slug)?.count ?? 0) + 1 });
    }
  }
  return [...bySlug.values()].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'en'));
};

/**
 * The pages of the feed, newest article first. The last page is written first, so that whoever reads meanwhile may meet an
 * article twice and misses none.
 */
export const writeFeed = async (store: Store, state: State, site?: string): Promise<void> => {
  const items = [...state.articles.values()]
    .map(({ item }) => item)
    .sort((a, b) => publishedTime(b) - publishedTime(a));
  // widgets read a feed of so many files at most
  const perPage = Math.max(PER_PAGE, Math.ceil(items.length / MOST_PAGES));
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const withdrawn = [...state.withdrawn.values()].slice(-MOST_TOMBSTONES).map(tombstone);
  await store.write('categories.json', asJson(categoriesOf(items)));
  for (let number = pages; number >= 1; number--) {
    const next = pageName(number + 1);
    const page = {
      ...head(state, site, pageName(number)),
      ...(number < pages ? { next_url: site ? new URL(next, site).href : next } : {}),
      items: items.slice((number - 1) * perPage, number * perPage),
      ...(number === 1 && withdrawn.length ? { _care: { withdrawn } } : {}),
    };
    await store.write(pageName(number), asJson(page));
  }
  for (const name of await store.list('.')) {
    const isPast = Number(/^feed-(\d+)\.json$/.exec(name)?.[1] ?? 0) > pages;
    if (isPast && isOwnFeed((await store.read(name)) ?? '')) await store.remove(name);
  }
};
