import { html, nothing, type LitElement, type PropertyValues } from 'lit';
import { property } from './property.js';
import {
  ContentController,
  type ContentOptions,
  type ContentState,
  type Question,
} from '../../controllers/content-controller.js';
import { complain } from '../../controllers/complain.js';
import { setStates } from '../../controllers/custom-states.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { CareErrorEvent } from '../../events/care-error-event.js';
import { CareLoadEvent, type Loaded } from '../../events/care-load-event.js';
import { CareNavigateEvent } from '../../events/care-navigate-event.js';
import { originOf } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';
import { diagnosisView } from './diagnosis-view.js';
import { reportError, standIn } from './error-view.js';
import { hasFallback, holdsPage } from './fallback.js';
import { agrees, isPart } from './rendered.js';
import { SettingsElement } from './settings-element.js';

/** Whether the browser follows a click in this tab; with another button or a modifier key it opens, or saves, elsewhere. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(button || metaKey || ctrlKey || shiftKey || altKey);

/**
 * Updates the element once a fallback was added or removed: the slot after it, for skeleton or failure, is empty beside a
 * fallback. `this` is the element. The browser also reports a slot that was filled from the start, and then nothing has to
 * change.
 */
function slotChanged(this: LitElement, { currentTarget }: Event): void {
  const hasStandIn = !!(currentTarget as Element).nextElementSibling?.childElementCount;
  if (hasStandIn === hasFallback(this)) this.requestUpdate();
}

/** Marks an element whose content was rendered before the script: an ISO 8601 time. See docs/rendered-html.md. */
const RENDERED = 'data-care-rendered';

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
    rendered: (host) => host.adopted,
    isExpired: (host) => host.#isExpired,
    isEmpty: (host, value) => host.isEmpty(value),
    prepare: (host) => host.#localize.ready,
    changed(host) {
      host.#dropOutdated();
      setStates(host.#internals, host.#content.state, ...(host.#content.isStale ? ['stale'] : []));
    },
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
  /** The sentence on failure that holds the height of what was there. */
  #held: HTMLElement | null = null;
  /** What the rendered children say, until something else is shown; `null` as long as nobody has looked. */
  #adopted: T | undefined | null = null;

  /** `idle`, `loading`, `ready`, `empty` or `error`. Also a custom state: `:state(ready)`. */
  get state(): ContentState {
    return this.#content.state;
  }

  /** Why there is no content, or only stale content. */
  get error(): CareError | undefined {
    return this.#content.error;
  }

  override connectedCallback(): void {
    if (document.readyState !== 'loading' || !this.hasAttribute(RENDERED)) return super.connectedCallback();
    // the parser has yet to reach the children that are to be adopted; without a shadow root they are seen as they come
    // eslint-disable-next-line wc/require-listener-teardown -- fires once, and does nothing for an element that has left
    document.addEventListener('DOMContentLoaded', () => this.isConnected && super.connectedCallback(), { once: true });
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
  /** What the children say that were rendered before the script; `undefined` where the parts for that are missing. */
  protected abstract rendered(): T | undefined;
  protected abstract renderContent(value: T): unknown;
  protected abstract renderSkeleton(): unknown;

  protected isEmpty(_value: T): boolean {
    return false;
  }

  /** What the rendered children say, as long as they are what is shown. */
  protected get adopted(): T | undefined {
    if (this.#adopted === null) {
      this.#adopted = this.hasAttribute(RENDERED) ? this.rendered() : undefined;
      if (this.#adopted !== undefined) this.addEventListener('click', (event) => this.#clicked(event));
      else if (this.hasAttribute(RENDERED))
        complain(this, `${RENDERED}: parts are missing inside, so the content is asked for.`);
    }
    return this.#adopted;
  }

  /** Whether an answer says nothing else than the rendered children. */
  protected isSame(adopted: T, answer: T): boolean {
    return agrees(adopted, answer);
  }

  /** A visitor follows a link of the rendered children. */
  protected followRendered(link: HTMLAnchorElement, event: MouseEvent): void {
    if (isPart(link, 'link', 'category', 'more')) this.navigate(event, this.linkedArticle(link), link);
  }

  /** The article that a link of the rendered children leads to. */
  protected linkedArticle(_link: HTMLAnchorElement): Article | undefined {
    return undefined;
  }

  #clicked(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-care-part]');
    if (link && this.adopted !== undefined) this.followRendered(link, event);
  }

  /** Whether the rendered children are older than `max-age`. A time in the future counts as now. */
  get #isExpired(): boolean {
    const seconds = Number(this.settings['max-age'] || NaN);
    return new Date().getTime() - new Date(this.getAttribute(RENDERED) ?? '').getTime() > seconds * 1000;
  }

  /** Removes the rendered children once they say something else than what is to be shown. */
  #dropOutdated(): void {
    const { adopted, value } = this;
    if (adopted === undefined || value === adopted) return;
    this.#adopted = value !== undefined && this.isSame(adopted, value) ? value : undefined;
    if (this.#adopted !== undefined) return;
    this.removeAttribute(RENDERED);
    for (const child of [...this.children]) if (!child.slot) child.remove();
  }

  /** Whether what stands inside the tag must stay visible beside the content. */
  protected holdsPage(): boolean {
    // a `nav` is a sound fallback of a navigation, and an `h1` one of an element whose own heading is of level 1
    const exceptions = [/nav|categories/.test(this.localName) && 'nav', this.headingLevel === 1 && 'h1'];
    return holdsPage(this, exceptions.filter(Boolean).join() || undefined);
  }

  /** Where the content can be read at its source when it cannot be read here. */
  protected sourceUrl(): string | undefined {
    return originOf(this.settings.endpoint, document.baseURI);
  }

  /** What is shown, or would be. */
  protected get value(): T | undefined {
    return this.#content.value;
  }

  protected get localizer(): Localizer {
    return this.#localize.localizer;
  }

  protected override render(): unknown {
    const { adopted, error, settings } = this;
    const { state, value } = this.#content;
    const isShown = value !== undefined && state !== 'empty';
    const hasChildren = adopted !== undefined || (isShown && this.holdsPage());
    return html`${adopted !== undefined ? nothing : isShown ? this.renderContent(value) : this.#standIn()}${
      hasChildren ? html`<slot></slot>` : nothing
    }${diagnosisView(this, error, settings)}`;
  }

  #standIn(): unknown {
    const { state, error } = this.#content;
    const { localizer } = this;
    const isFilled = hasFallback(this);
    if (!error && state === 'empty' && !isFilled) {
      return html`<p part="empty" lang=${localizer.locale}>
        <bdi>${localizer.say('There is nothing to show here yet.')}</bdi>
      </p>`;
    }
    // a visitor who tries again keeps what stands there, button and focus included, until there is an answer
    return standIn(this, {
      error,
      localizer,
      hasFallback: isFilled,
      sourceUrl: error && this.sourceUrl(),
      skeleton: () => this.renderSkeleton(),
      slotchange: slotChanged,
    });
  }

  /** Lets a single-page app follow the link itself. */
  protected navigate(event: MouseEvent, article?: Article, link = event.currentTarget as HTMLAnchorElement): void {
    const { href } = link;
    if (isPlainClick(event) && !this.dispatchEvent(new CareNavigateEvent(href, article))) event.preventDefault();
  }

  protected override update(changed: PropertyValues): void {
    const height = this.error ? this.offsetHeight : 0;
    try {
      super.update(changed);
    } catch (cause) {
      this.#content.refuse(cause); // of a source that the page has registered, or a property: neither is checked in full
      super.update(changed);
    }
    if (this.error) this.#holdHeight(height);
  }

  /**
   * What stands below an element that fails must not jump up, under the eyes of a reader: it keeps its height, in pixels, or
   * as much of it as reaches the lower edge of the window.
   */
  #holdHeight(height: number): void {
    const problem = this.renderRoot.querySelector<HTMLElement>('[part=problem]');
    if (problem === this.#held) return;
    this.#held = problem;
    if (!problem) return;
    const { top } = problem.getBoundingClientRect();
    const whole = problem.offsetHeight + height - this.offsetHeight;
    problem.style.minBlockSize = `${Math.min(whole, Math.max(innerHeight - top, 0))}px`;
  }

  protected override updated(): void {
    const { state, value, isStale } = this.#content;
    if (isStale || value === undefined || value === this.#loaded || (state !== 'ready' && state !== 'empty')) return;
    this.#loaded = value;
    this.dispatchEvent(new CareLoadEvent(this.loaded(value)));
  }
}
