import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { settingProperties, type ElementSettings, type Settings } from '../../context/settings.js';
import {
  ContentController,
  type ContentOptions,
  type ContentState,
  type Question,
} from '../../controllers/content-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { CareErrorEvent } from '../../events/care-error-event.js';
import { CareLoadEvent, type Loaded } from '../../events/care-load-event.js';
import { CareNavigateEvent } from '../../events/care-navigate-event.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';

type Trouble = typeof import('./trouble.js');

/** Shared by all elements once it has been needed. */
let trouble: Trouble | undefined;

/** A click that the browser would follow in this very tab: the others are the visitor's own business. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(button || metaKey || ctrlKey || shiftKey || altKey);

/**
 * What all elements that fetch have in common. The asking itself is in {@link ContentController}; an element adds its
 * question and its template.
 */
export abstract class ContentElement<T> extends LitElement implements ElementSettings {
  static override properties: PropertyDeclarations = {
    ...settingProperties,
    headingLevel: { type: Number, attribute: 'heading-level' },
    loading: {},
  };

  declare endpoint?: string | undefined;
  declare source?: string | undefined;
  declare key?: string | undefined;
  declare articleUrl?: string | undefined;
  declare categoryUrl?: string | undefined;
  declare imageOrigins?: string | undefined;
  declare theme?: string | undefined;
  declare locale?: string | undefined;
  declare timeout?: string | undefined;
  declare debug?: string | undefined;
  /** 1 to 6: level of the element's own heading. Default 2. */
  declare headingLevel?: number;
  /** `eager` (default) or `lazy`, which asks only near the viewport. */
  declare loading?: string;

  static readonly #options: ContentOptions<ContentElement<never>, never> = {
    settings: (host) => host.settings,
    question: (host) => host.question(),
    given: (host) => host.given() ?? undefined, // frameworks hand over null for nothing
    isEmpty: (host, value) => host.isEmpty(value),
    prepare: (host) => host.#localize.ready,
    changed: (host) => host.#changed(),
    failed: (host, error) => host.#failed(error),
  };

  readonly #settings = new SettingsController(this);
  readonly #localize = new LocalizeController(this, this.#settings);
  readonly #internals = this.attachInternals();
  readonly #content: ContentController<ContentElement<T>, T>;
  /** The value that `care-load` was last sent for. */
  #loaded: T | undefined;

  constructor() {
    super();
    this.#content = new ContentController<ContentElement<T>, T>(this, ContentElement.#options);
  }

  /** `idle`, `loading`, `ready`, `empty` or `error`. Also a custom state: `:state(ready)`. */
  get state(): ContentState {
    return this.#content.state;
  }

  /** Why there is no content, or no fresh one. */
  get error(): CareError | undefined {
    return this.#content.error;
  }

  /** Asks again, past the cache. Settles once the answer or the failure is rendered; never rejects. */
  reload(): Promise<void> {
    return this.#content.reload();
  }

  /** What to ask, by the attributes. */
  protected abstract question(): Question<T> | CareError;
  /** What the page handed over to be shown without asking. */
  protected abstract given(): T | undefined;
  protected abstract loaded(value: T): Loaded;
  protected abstract renderContent(value: T): unknown;
  protected abstract renderSkeleton(): TemplateResult;

  protected isEmpty(_value: T): boolean {
    return false;
  }

  /** Where the content can be read at its source when it cannot be read here. */
  protected sourceUrl(): string | undefined {
    const endpoint = safeUrl(this.settings.endpoint, document.baseURI);
    return endpoint && new URL(endpoint).origin;
  }

  /** What is shown, or would be. */
  protected get value(): T | undefined {
    return this.#content.value;
  }

  protected get settings(): Settings {
    return this.#settings.settings;
  }

  protected get localizer(): Localizer {
    return this.#localize.localizer;
  }

  protected override render(): unknown {
    const { state, value, error } = this.#content;
    const { localizer } = this;
    if (value !== undefined && state !== 'empty') return this.renderContent(value);
    const hasFallback = [...this.childNodes].some((node) =>
      node instanceof Element ? !node.slot : node instanceof Text && node.data.trim(),
    );
    if (error) {
      // a visitor who tries again keeps what stands there, button and focus included, until there is an answer
      const { debug } = this.settings;
      return (
        trouble?.troubleView(this, { error, localizer, hasFallback, debug, sourceUrl: this.sourceUrl() }) ??
        html`<slot></slot><slot name="error"></slot>`
      );
    }
    if (state === 'empty' && !hasFallback) {
      return html`<p part="empty" lang=${localizer.locale}>
        <bdi>${localizer.say('There is nothing to show here yet.')}</bdi>
      </p>`;
    }
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot
      ><slot name="loading">${hasFallback ? nothing : this.renderSkeleton()}</slot>`;
  }

  /** Lets a single-page app follow the link itself. */
  protected navigate(event: MouseEvent, article?: Article): void {
    const { href } = event.currentTarget as HTMLAnchorElement;
    if (isPlainClick(event) && !this.dispatchEvent(new CareNavigateEvent(href, article))) event.preventDefault();
  }

  protected override updated(): void {
    const { state, value, isStale } = this.#content;
    if (isStale || value === undefined || value === this.#loaded || (state !== 'ready' && state !== 'empty')) return;
    this.#loaded = value;
    this.dispatchEvent(new CareLoadEvent(this.loaded(value)));
  }

  #changed(): void {
    const { states } = this.#internals;
    try {
      states.clear();
      states.add(this.state);
      if (this.#content.isStale) states.add('stale');
    } catch {
      // browsers before 2024 take only names with dashes; the states are for the page's style sheets alone
    }
  }

  async #failed(error: CareError): Promise<void> {
    this.#loaded = undefined;
    try {
      trouble ??= await import('./trouble.js');
      trouble.report(this, error, this.localizer);
    } catch {
      console.warn(error); // offline: the words cannot be fetched either
    }
    this.requestUpdate();
    this.dispatchEvent(new CareErrorEvent(error));
  }
}
