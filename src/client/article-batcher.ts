import type { Article } from '../model/article.js';
import type { ArticleDepth, ArticleReference, ContentSource } from '../model/content-source.js';
import { CareError } from '../model/care-error.js';
import { SharedRequest } from '../http/shared-request.js';

interface Waiting {
  readonly reference: ArticleReference;
  readonly signal: AbortSignal;
  readonly resolve: (article: Article) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Runs at the end of this turn of the microtask queue. While the page is parsed, in the next task: the parser ends a turn
 * after each element that is registered already, and a batch would hold one of them.
 */
const soon = (run: () => void): void => {
  if (globalThis.document?.readyState === 'loading') setTimeout(run);
  else queueMicrotask(run);
};

/**
 * Collects the references asked for in one turn of the microtask queue and asks the source for them together, in
 * batches of the size that it wants, side by side. One that fails leaves the others served.
 */
export class ArticleBatcher {
  readonly #source: ContentSource;
  readonly #waiting: Record<ArticleDepth, Waiting[]> = { summary: [], teaser: [], full: [] };

  constructor(source: ContentSource) {
    this.#source = source;
  }

  load(reference: ArticleReference, depth: ArticleDepth, signal: AbortSignal): Promise<Article> {
    return new Promise((resolve, reject) => {
      if (this.#waiting[depth].push({ reference, signal, resolve, reject }) === 1) {
        soon(() => this.#flush(depth));
      }
    });
  }

  #flush(depth: ArticleDepth): void {
    const waiting = this.#waiting[depth].filter(({ signal, reject }) => {
      if (signal.aborted) reject(signal.reason);
      return !signal.aborted;
    });
    this.#waiting[depth] = [];
    const { batchSize } = this.#source;
    while (waiting.length) this.#send(waiting.splice(0, batchSize), depth);
  }

  #send(batch: readonly Waiting[], depth: ArticleDepth): void {
    const request = new SharedRequest((signal) =>
      this.#source.getArticles(
        batch.map(({ reference }) => reference),
        depth,
        signal,
      ),
    );
    batch.forEach(({ signal, resolve, reject }, index) => {
      request.join(signal).then((articles) => {
        const article =
          articles[index] ?? new CareError('malformed', { detail: 'the source answered for fewer articles' });
        if (article instanceof CareError) reject(article);
        else resolve(article);
      }, reject);
    });
  }
}
