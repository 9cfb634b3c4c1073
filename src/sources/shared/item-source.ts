import { SharedRequest } from '../../http/shared-request.js';
import { systemClock } from '../../http/transport.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { slugify } from '../../model/slug.js';
import { warnOnce } from '../../model/warn-once.js';
import { findArticles, type Withdrawn } from './find-articles.js';
import { mapItem, type FeedDefaults } from './map-item.js';
import { textOf, type Fields } from './read.js';
import { categoriesOf, neighborsOf, selectArticles } from './select-articles.js';
import { withBody, type SourceOptions } from './source-options.js';

/** One item, as JSON Feed has it, and what its feed says for all of them. */
export interface Entry {
  readonly article: Article;
  readonly item: Fields;
  readonly defaults: FeedDefaults;
  /** URL that relative ones in its text stand against. Default: the article's own. */
  readonly base?: string;
}

/** Everything that a source publishes. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly withdrawn?: readonly Withdrawn[];
  /** Why the list is incomplete, in one sentence; absent where it is complete. */
  readonly cut?: string | undefined;
}

export interface ItemSourceParts {
  /** Asks for everything. Shared by questions that run at the same time. */
  loadAll(signal: AbortSignal): Promise<Entries>;
  /** The text of an item, where it may stand elsewhere. Default: the item's own. */
  readHtml?(entry: Entry, signal: AbortSignal): Promise<string>;
}

export const entryOf = (item: Fields, defaults: FeedDefaults): Entry => ({
  article: mapItem(item, defaults),
  item,
  defaults,
});

/** Plain text as HTML, with its paragraphs. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\n{2,}/g, '<p>');

export const htmlOf = (item: Fields): string => textOf(item.content_html) || escapeText(textOf(item.content_text));

/** Of articles whose URLs end alike (`/2024/news/`, `/2025/news/`), all but the first get their id behind the slug. */
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

/** A source that has all its articles at once: every question is answered from the same items. */
export const createItemSource = (
  options: SourceOptions,
  { loadAll, readHtml = ({ item }) => Promise.resolve(htmlOf(item)) }: ItemSourceParts,
): ContentSource => {
  // Every question is answered by the same file, so questions that run at the same time read it once.
  const { onCut = (sentence) => warnOnce(`care-widgets: ${sentence}`), keepsFor = 0 } = options;
  let running: SharedRequest<Entries> | undefined;
  let freshUntil = 0;
  const forget = (request: SharedRequest<Entries>): void => {
    if (running === request) running = undefined;
  };
  const load = (signal: AbortSignal): Promise<Entries> => {
    if (!running || running.isAborted || systemClock.now() >= freshUntil) {
      const request: SharedRequest<Entries> = new SharedRequest((stop) =>
        loadAll(stop).then(
          (all) => {
            if (all.cut) onCut(all.cut);
            if (keepsFor) freshUntil = systemClock.now() + keepsFor;
            else forget(request);
            return { ...all, entries: withOwnSlugs(all.entries) };
          },
          (error: unknown) => {
            forget(request);
            throw error;
          },
        ),
      );
      freshUntil = Infinity;
      running = request;
    }
    return running.join(signal);
  };
  const articlesFor = async (signal: AbortSignal): Promise<Article[]> =>
    (await load(signal)).entries.map(({ article }) => article);

  const inFull = async (entry: Entry, signal: AbortSignal): Promise<Article | CareError> => {
    const { article, defaults, base = article.url ?? defaults.base } = entry;
    try {
      return await withBody(article, await readHtml(entry, signal), options, base);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CareError) return error;
      throw error;
    }
  };

  return {
    batchSize: Infinity,

    async getArticles(references, depth, signal) {
      const { entries, withdrawn } = await load(signal);
      const byArticle = new Map(entries.map((entry) => [entry.article, entry]));
      const found = findArticles([...byArticle.keys()], references, options.endpoint, withdrawn);
      if (depth !== 'full') return found;
      return Promise.all(
        found.map((article) => {
          const entry = byArticle.get(article as Article);
          return entry && !entry.article.isProtected ? inFull(entry, signal) : article;
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
