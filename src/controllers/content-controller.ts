import type { ReactiveController, ReactiveElement } from 'lit';
import type { AskOptions, ContentClient } from '../client/content-client.js';
import { answerKey, clientFor } from '../context/clients.js';
import type { Settings } from '../context/settings.js';
import { CareError } from '../model/care-error.js';

export type ContentState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

/** What an element asks: equal keys are the same question. */
export interface Question<T> {
  readonly key: string;
  ask(client: ContentClient, options: AskOptions<T>): Promise<T>;
}

/** What a {@link ContentController} needs to know of its element. */
export interface ContentOptions<T> {
  settings(): Settings;
  /** What to ask by the element's attributes, or a `not-configured` error that says what to write. */
  question(): Question<T> | CareError;
  /** Data that the page handed over: shown without asking anybody. */
  given(): T | undefined;
  /** An answer that holds nothing to show. */
  isEmpty(value: T): boolean;
  /** What must be at hand besides the content before it can be shown. */
  prepare(): Promise<unknown> | undefined;
  /** Called after every change of state, before the element renders it. */
  changed(): void;
  /** Called once for every failure; settles when it has been told. */
  failed(error: CareError): Promise<void>;
}

/**
 * Asks an element's question and keeps the answer. The newest question wins and an older answer never lands; the
 * previous content stays while a new answer loads; leaving the document aborts, a move within one turn does not.
 */
export class ContentController<T> implements ReactiveController {
  state: ContentState = 'idle';
  error: CareError | undefined;
  value: T | undefined;
  /** True while `value` is older than it should be. */
  isStale = false;

  readonly #host: ReactiveElement & { loading?: string };
  readonly #options: ContentOptions<T>;
  /** Of the question that is being asked or has been answered: what the page handed over is its own key. */
  #key: unknown;
  /** Of the question that `value` answers. */
  #valueKey: unknown;
  #isNear = false;
  #stop: AbortController | undefined;
  #settled: Promise<void> | undefined;

  constructor(host: ReactiveElement & { loading?: string }, options: ContentOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Asks again, past the cache. Settles with the answer or the failure; never rejects. */
  async reload(): Promise<void> {
    this.#isNear = true;
    this.#key = undefined;
    this.#check(true);
    await this.#settled;
    await this.#host.updateComplete;
  }

  hostUpdate(): void {
    this.#check();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || this.state !== 'loading') return;
      this.#stop?.abort();
      this.#key = undefined;
      this.#become('idle');
    });
  }

  #check(isReload?: boolean): void {
    if (!this.#host.isConnected) return;
    const given = this.#options.given();
    if (given !== undefined) {
      if (this.#isNew(given)) this.#answer(given, given);
      return;
    }
    const question = this.#options.question();
    const settings = this.#options.settings();
    const key = question instanceof CareError ? question.detail : `${answerKey(settings)} ${question.key}`;
    if (this.#host.loading === 'lazy' && !this.#isNear) {
      void this.#waitUntilNear();
    } else if (this.#isNew(key)) {
      this.#stop = new AbortController();
      this.#become('loading');
      this.#settled = this.#ask(question, settings, key, this.#stop.signal, isReload);
    }
  }

  /** Whether this is another question than the one before, which then is given up. */
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
    isReload: boolean | undefined,
  ): Promise<void> {
    try {
      if (question instanceof CareError) throw question;
      const [client] = await Promise.all([clientFor(settings), this.#options.prepare()]);
      const onStale = (value: T) => {
        if (!signal.aborted) this.#show(value, key, 'loading');
      };
      const value = await question.ask(client, { signal, onStale, isReload });
      if (!signal.aborted) this.#answer(value, key);
    } catch (cause) {
      if (!signal.aborted) await this.#fail(cause, key);
    }
  }

  async #waitUntilNear(): Promise<void> {
    const { whenNearViewport } = await import('./near-viewport.js');
    whenNearViewport(this.#host, () => {
      this.#isNear = true;
      this.#host.requestUpdate();
    });
  }

  #answer(value: T, key: unknown): void {
    this.error = undefined;
    this.#show(value, key, this.#options.isEmpty(value) ? 'empty' : 'ready');
  }

  #show(value: T, key: unknown, state: ContentState): void {
    this.value = value;
    this.#valueKey = key;
    this.isStale = state === 'loading';
    this.#become(state);
  }

  async #fail(cause: unknown, key: unknown): Promise<void> {
    const wasShown = this.value !== undefined && this.#valueKey === key;
    let error = cause instanceof CareError ? cause : new CareError('network', { cause });
    if (wasShown && error.code === 'not-found') error = new CareError('gone', { url: error.url, cause: error });
    this.error = error;
    const keepsValue = (this.isStale = wasShown && error.code !== 'gone');
    if (!keepsValue) this.value = undefined;
    this.#become(keepsValue ? 'ready' : 'error');
    await this.#options.failed(error);
  }

  #become(state: ContentState): void {
    this.state = state;
    this.#options.changed();
    this.#host.requestUpdate();
  }
}
