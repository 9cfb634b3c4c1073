import type { ReactiveController, ReactiveElement } from 'lit';
import type { AskOptions, ContentClient } from '../client/content-client.js';
import { answerKey, clientFor } from '../context/clients.js';
import type { Settings } from '../model/settings.js';
import { CareError } from '../model/care-error.js';
import { whenNearViewport } from './near-viewport.js';

export type ContentState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

/** What an element asks: equal keys are the same question. */
export type Question<T> = {
  readonly key: string;
} & (
  | { ask(client: ContentClient, options: AskOptions<T>): Promise<T> }
  /** For an element that knows the answer itself: nothing needs to be configured. */
  | { answer(): Promise<T> }
);

type Host = ReactiveElement & { readonly loading?: string };

/** What a {@link ContentController} needs to know of its element. */
export interface ContentOptions<H, T> {
  settings(host: H): Settings;
  /** What to ask by the element's attributes, or a `not-configured` error that says what to write. */
  question(host: H): Question<T> | CareError;
  /** Data that the page handed over: shown without asking anybody. */
  given(host: H): T | undefined;
  /** What was rendered inside of the element before the script: shown without asking anybody, unless it is too old. */
  rendered?(host: H): T | undefined;
  /** Whether what was rendered is to be asked for again. */
  isExpired?(host: H): boolean;
  /** An answer that holds nothing to show. */
  isEmpty(host: H, value: T): boolean;
  /** What must be at hand besides the content before it can be shown. */
  prepare(host: H): Promise<unknown> | undefined;
  /** Called after every change of state, before the element renders it. */
  changed(host: H): void;
  /** Called once for every failure, before the element renders it. */
  failed(host: H, error: CareError): void;
}

/**
 * Asks an element's question and keeps the answer. The newest question wins and an older answer never lands; the
 * previous content stays while a new answer loads; leaving the document aborts, a move within one microtask does not.
 */
export class ContentController<H extends Host, T> implements ReactiveController {
  state: ContentState = 'idle';
  error: CareError | undefined;
  value: T | undefined;
  /** True while `value` is older than it should be. */
  isStale = false;

  readonly #host: H;
  readonly #options: ContentOptions<H, T>;
  /** Key of the question that is in flight or has been answered; for data that the page handed over, the data itself. */
  #key: unknown;
  /** Key of the question that `value` answers. */
  #valueKey: unknown;
  #isNear = false;
  #isReload = false;
  #stop: AbortController | undefined;
  #settled: Promise<void> | undefined;

  constructor(host: H, options: ContentOptions<H, T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Asks again, past the cache. Settles with the answer or the failure; never rejects. */
  async reload(): Promise<void> {
    this.#isNear = this.#isReload = true;
    this.#key = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#settled;
    await this.#host.updateComplete;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || this.state !== 'loading') return;
      this.#stop?.abort();
      this.#key = undefined;
      this.#become('idle');
    });
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const given = this.#options.given(this.#host);
    if (given !== undefined) {
      if (this.#isNew(given)) this.#answer(given, given);
      return;
    }
    const question = this.#options.question(this.#host);
    const settings = this.#options.settings(this.#host);
    const key = question instanceof CareError ? question.detail : `${answerKey(settings)} ${question.key}`;
    if (this.state === 'idle' && this.value === undefined) {
      const rendered = this.#options.rendered?.(this.#host);
      if (rendered !== undefined) {
        this.#answer(rendered, key);
        if (!this.#options.isExpired?.(this.#host)) this.#key = key;
      }
    }
    if (this.#host.loading === 'lazy' && !this.#isNear) {
      whenNearViewport(this.#host, () => {
        this.#isNear = true;
        this.#host.requestUpdate();
      });
    } else if (this.#isNew(key)) {
      this.#stop = new AbortController();
      this.#become('loading');
      this.#settled = this.#ask(question, settings, key, this.#stop.signal, this.#isReload);
      this.#isReload = false;
    }
  }

  /** Whether this is another question than the one before, whose request is then aborted. */
  #isNew(key: unknown): boolean {
    if (key === this.#key) return false;
    this.#key = key;
    this.#stop?.abort();
    return true;
  }

  async #ask(
    question: Question<T> | CareError,
    settings: Settings,
    key: unknown,
    signal: AbortSignal,
    isReload: boolean,
  ): Promise<void> {
    try {
      if (question instanceof CareError) throw question;
      const prepared = this.#options.prepare(this.#host);
      let value: T;
      if ('answer' in question) {
        await prepared;
        value = await question.answer();
      } else {
        const [client] = await Promise.all([clientFor(settings), prepared]);
        value = await question.ask(client, {
          signal,
          onStale: (stale) => this.#show(stale, key, 'loading'),
          isReload,
        });
      }
      if (!signal.aborted) this.#answer(value, key);
    } catch (cause) {
      if (!signal.aborted) this.#fail(cause, key);
    } finally {
      if (this.#stop?.signal === signal) this.#stop = this.#settled = undefined;
    }
  }

  #answer(value: T, key: unknown): void {
    this.error = undefined;
    this.#show(value, key, this.#options.isEmpty(this.#host, value) ? 'empty' : 'ready');
  }

  #show(value: T, key: unknown, state: ContentState): void {
    this.value = value;
    this.#valueKey = key;
    this.isStale = state === 'loading';
    this.#become(state);
  }

  #fail(cause: unknown, key: unknown): void {
    const wasShown = this.value !== undefined && this.#valueKey === key;
    let error = cause instanceof CareError ? cause : new CareError('network', { cause });
    if (wasShown && error.code === 'not-found') error = new CareError('gone', { url: error.url, cause: error });
    this.error = error;
    const keepsValue = (this.isStale = wasShown && error.code !== 'gone');
    if (!keepsValue) this.value = undefined;
    this.#become(keepsValue ? 'ready' : 'error');
    this.#options.failed(this.#host, error);
  }

  /**
   * Fails with `malformed`, for a value that is not what its type says and so cannot be rendered. `cause`: what rendering
   * threw.
   */
  refuse(cause: unknown): void {
    this.#fail(new CareError('malformed', { detail: `cannot be shown: ${String(cause)}`, cause }), undefined);
  }

  #become(state: ContentState): void {
    this.state = state;
    this.#options.changed(this.#host);
    this.#host.requestUpdate();
  }
}
