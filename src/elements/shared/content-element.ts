import { html, nothing, type LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import {
  ContentController,
  type ContentOptions,
  type ContentState,
  type Question,
} from '../../controllers/content-controller.js';
import { setStates } from '../../controllers/custom-states.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { CareErrorEvent } from '../../events/care-error-event.js';
import { CareLoadEvent, type Loaded } from '../../events/care-load-event.js';
import { CareNavigateEvent } from '../../events/care-navigate-event.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';
import { errorView, reportError } from './error-view.js';
import { hasFallback, holdsPage } from './fallback.js';
import { SettingsElement } from './settings-element.js';

/** A click that the browser would follow in this very tab: the others are the visitor's own business. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(button || metaKey || ctrlKey || shiftKey || altKey);

/** Called on the element. The browser tells of every slot that was filled from the start, too: nothing to do then. */
function slotChanged(this: LitElement, { currentTarget }: Event): void {
  const hasSkeleton = !!(currentTarget as Element).nextElementSibling?.childElementCount;
  if (hasSkeleton === hasFallback(this)) this.requestUpdate();
}

/**
 * What all elements that fetch have in common. The fetching itself is in {@link ContentController}; an element adds its
 * question and its template.
 */
export abstract class ContentElement<T> extends SettingsElement {
  /** 1 to 6: level of the element's own heading. Default 2. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel?: number;
  /** `eager` (default) or `lazy`, which asks only near the viewport. */
  @property() loading?: string;

  static readonly #options: ContentOptions<ContentElement<never>, never> = {
    settings: (host) => host.settings,
    question: (host) => host.question(),
    given: (host) => host.given() ?? undefined, // frameworks hand over null for nothing
    isEmpty: (host, value) => host.isEmpty(value),
    prepare: (host) => host.#localize.ready,
    changed: (host) => setStates(host.#internals, host.#content.state, ...(host.#content.isStale ? ['stale'] : [])),
    failed(host, error) {
      host.#loaded = undefined;
      reportError(host, error, host.localizer);
      host.dispatchEvent(new CareErrorEvent(error));
    },
  };

  readonly #internals = this.attachInternals();
  readonly #localize = new LocalizeController(this);
  readonly #content = new ContentController<ContentElement<T>, T>(this, ContentElement.#options);
  /** The value that `care-load` was last sent for. */
  #loaded: T | undefined;

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
  protected abstract renderSkeleton(): unknown;

  protected isEmpty(_value: T): boolean {
    return false;
  }

  /** Whether what stands inside the tag must stay visible beside the content. */
  protected holdsPage(): boolean {
    // the fallback of a navigation may be one, and that of what bears the page's title may bear it too
    const exceptions = [/nav|categories/.test(this.localName) && 'nav', this.headingLevel === 1 && 'h1'];
    return holdsPage(this, exceptions.filter(Boolean).join() || undefined);
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

  protected get localizer(): Localizer {
    return this.#localize.localizer;
  }

  protected override render(): unknown {
    const { state, value, error } = this.#content;
    const { localizer } = this;
    if (value !== undefined && state !== 'empty')
      return html`${this.renderContent(value)}${this.holdsPage() ? html`<slot></slot>` : nothing}`;
    const isFilled = hasFallback(this);
    if (error) {
      // a visitor who tries again keeps what stands there, button and focus included, until there is an answer
      const { debug } = this.settings;
      return errorView(this, { error, localizer, hasFallback: isFilled, debug, sourceUrl: this.sourceUrl() });
    }
    if (state === 'empty' && !isFilled) {
      return html`<p part="empty" lang=${localizer.locale}>
        <bdi>${localizer.say('There is nothing to show here yet.')}</bdi>
      </p>`;
    }
    return html`<slot @slotchange=${slotChanged}></slot
      ><slot name="loading">${isFilled ? nothing : this.renderSkeleton()}</slot>`;
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
}
