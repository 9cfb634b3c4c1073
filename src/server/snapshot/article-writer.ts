import { serialise } from '../../html/serialise.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import type { ContentSource } from '../../model/content-source.js';
import { slugify } from '../../model/slug.js';
import { contentUrlOf, writeArticle } from './feed-files.js';
import { replacePictures, widestOf, withCopies } from './picture-addresses.js';
import type { Pictures } from './pictures.js';
import { hashOf, printOf, type PictureFile, type State } from './state.js';
import type { Store } from './store.js';
import { toItem } from './to-item.js';

export interface ArticleWriterOptions {
  readonly store: Store;
  readonly state: State;
  readonly source: ContentSource;
  readonly pictures: Pictures | undefined;
  readonly site: string | undefined;
  /** The options that change how an article is written, as text. */
  readonly settings: string;
  readonly onProblem: (error: CareError) => void;
}

/** Articles in one batch where the source sets no limit: their texts are in memory together. */
const MOST_AT_ONCE = 100;
/** Names that a file cannot have everywhere. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const LONGEST_NAME = 80;

/** A name for an article's file that every file system and server takes, and that no slug can lead astray. */
const fileFor = ({ slug, id }: Article): string => {
  const plain = slugify(slug)
    .replace(/[^a-z\d-]/g, '')
    .slice(0, LONGEST_NAME);
  const isSame = plain === slug.toLowerCase() && !RESERVED.test(plain);
  return plain && isSame ? plain : `${plain || 'article'}-${hashOf(id).slice(0, 8)}`;
};

/** Waits for all, also where one fails: otherwise files could still be written after the lock on the folder is released. */
const allDone = async (work: readonly Promise<void>[]): Promise<void> => {
  for (const end of await Promise.allSettled(work)) if (end.status === 'rejected') throw end.reason;
};

/** Asks for the texts of articles and writes a file for each. */
export class ArticleWriter {
  readonly #options: ArticleWriterOptions;
  /** Id of the article by the name of its file, in lower case. */
  readonly #files: Map<string, string>;
  #isStopped = false;

  constructor(options: ArticleWriterOptions) {
    this.#options = options;
    this.#files = new Map([...options.state.articles].map(([id, { file }]) => [file, id]));
  }

  /** Whether an article differs from what is written of it. */
  async isStale(summary: Article): Promise<boolean> {
    const { store, state, settings } = this.#options;
    const known = state.articles.get(summary.id);
    if (known?.print !== printOf(summary, settings)) return true;
    const files = [`articles/${known.file}.json`, ...known.pictures.map((file) => `pictures/${file}`)];
    return !(await Promise.all(files.map((file) => store.has(file)))).every(Boolean);
  }

  /** Ends what {@link writeAll} is doing, after what it is writing. */
  stop(): void {
    this.#isStopped = true;
  }

  /**
   * Writes the files of articles. Rejects with CareError where the source as a whole fails. `onDone` is called with the
   * number of articles that are done since the last call.
   */
  async writeAll(
    summaries: readonly Article[],
    signal: AbortSignal,
    onDone: (count: number) => Promise<void>,
  ): Promise<void> {
    const { source } = this.#options;
    const size = Math.min(source.batchSize, MOST_AT_ONCE);
    let at = 0;
    const work = async (): Promise<void> => {
      while (at < summaries.length && !this.#isStopped) {
        signal.throwIfAborted();
        const some = summaries.slice(at, (at += size));
        const found = await source.getArticles(
          some.map(({ id }) => ({ id })),
          'full',
          signal,
        );
        await allDone(
          some.map(async (summary, index) => {
            const article = found[index];
            if (article instanceof CareError) this.#options.onProblem(article);
            else if (article) await this.#write(article, summary, signal);
          }),
        );
        await onDone(some.length);
      }
    };
    // three batches side by side: while one is written, two are requested, as many as {@link Polite} allows
    await allDone(
      [work(), work(), work()].map((one) =>
        one.catch((error: unknown) => {
          this.stop();
          throw error;
        }),
      ),
    );
  }

  async #write(article: Article, summary: Article, signal: AbortSignal): Promise<void> {
    const { store, state, pictures, site, settings } = this.#options;
    const used: PictureFile[] = [];
    let isWhole = true;
    const copy = async (url: string): Promise<readonly PictureFile[]> => {
      const files = (await pictures?.copy(url, signal)) ?? [];
      isWhole &&= !pictures || files.length > 0;
      used.push(...files);
      return files;
    };
    const widest = widestOf(article);
    const files = widest ? await copy(widest) : [];
    const shown = article.image ? { ...article, image: withCopies(article.image, files) } : article;
    const written = article.body ? serialise(article.body) : '';
    // a text's relative URLs start at the article's own page, so that its copies need the folder's URL
    const { html } = site
      ? await replacePictures(written, copy, (file) => `${site}pictures/${file}`)
      : { html: written };
    const place = (prefix: string) => (url: string) => url.replace(/^local:/, `${prefix}pictures/`);
    signal.throwIfAborted();

    const file = this.#fileOf(article);
    const slim = toItem(shown, { contentUrl: contentUrlOf(file, site), place: place(site ?? '') });
    const before = state.articles.get(article.id);
    await writeArticle(store, state, file, toItem(shown, { html, place: place(site ?? '../') }), site);
    if (before && before.file !== file) {
      for (const ending of ['json', 'html']) await store.remove(`articles/${before.file}.${ending}`);
    }
    state.articles.set(article.id, {
      slug: article.slug,
      file,
      print: isWhole ? printOf(summary, settings) : '', // what could not be had is asked for again by the next run
      item: slim,
      pictures: [...new Set(used.map((one) => one.file))],
    });
  }

  /** Two articles never share a file: the second gets a name with its id. */
  #fileOf(article: Article): string {
    const wanted = fileFor(article);
    const owner = this.#files.get(wanted);
    const file = owner === undefined || owner === article.id ? wanted : `${wanted}-${hashOf(article.id).slice(0, 8)}`;
    this.#files.set(file, article.id);
    return file;
  }
}
