import { adoptStyles, html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { settingProperties } from '../../context/setting-properties.js';
import type { ElementSettings, Settings } from '../../context/settings.js';
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

/** Whether the author put something inside the tag that stands for the content. */
const hasFallback = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) =>
    node.nodeType === 1 ? !(node as Element).slot : node instanceof Text && !!node.data.trim(),
  );

/** Called on the element. The browser tells of every slot that was filled from the start, too: nothing to do then. */
function slotChanged(this: LitElement, { currentTarget }: Event): void {
  const hasSkeleton = !!(currentTarget as Element).nextElementSibling?.childElementCount;
  if (hasSkeleton === hasFallback(this)) this.requestUpdate();
}

/** What an element keeps for itself. */
interface Own<T> {
  /** By property; what nobody has set is absent. */
  readonly values: Record<PropertyKey, unknown>;
  readonly settings: SettingsController;
  readonly localize: LocalizeController;
  readonly internals: ElementInternals;
  readonly content: ContentController<ContentElement<T>, T>;
  /** The value that `care-load` was last sent for. */
  loaded: T | undefined;
}

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

  /** What a property is while nobody has set it: costs a class something, and not each of a thousand elements. */
  protected static readonly defaults: Readonly<Record<PropertyKey, unknown>> = {};

  /** Gives the properties accessors that keep the values together: see `#own`. */
  protected static override finalize(): void {
    super.finalize();
    for (const [name, options] of this.elementProperties) {
      const initial = this.defaults[name];
      Object.defineProperty(this.prototype, name, {
        get(this: ContentElement<never>) {
          return this.#own.values[name] ?? initial;
        },
        set(this: ContentElement<never>, value: unknown) {
          const before = this.#own.values[name] ?? initial;
          this.#own.values[name] = value;
          this.requestUpdate(name, before, options);
        },
        configurable: true,
        enumerable: true,
      });
    }
  }

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
    prepare: (host) => host.#own.localize.ready,
    changed(host) {
      const { content, internals } = host.#own;
      const { states } = internals;
      try {
        states.clear();
        states.add(content.state);
        if (content.isStale) states.add('stale');
      } catch {
        // browsers before 2024 take only names with dashes; the states are for the page's style sheets alone
      }
    },
    async failed(host, error) {
      host.#own.loaded = undefined;
      try {
        trouble ??= await import('./trouble.js');
        trouble.report(host, error, host.localizer);
      } catch {
        console.warn(error); // offline: the words cannot be fetched either
      }
      host.requestUpdate();
      host.dispatchEvent(new CareErrorEvent(error));
    },
  };

  /** In one object: an element with many fields of its own becomes a hash table inside V8. */
  readonly #own: Own<T>;

  constructor() {
    super();
    const settings = new SettingsController(this);
    this.#own = {
      values: {},
      settings,
      localize: new LocalizeController(this, settings),
      internals: this.attachInternals(),
      content: new ContentController<ContentElement<T>, T>(this, ContentElement.#options),
      loaded: undefined,
    };
  }

  /** Another document takes the style sheets away, also where the element only passes through it, as htmx lets it do. */
  adoptedCallback(): void {
    if (this.hasUpdated && this.ownerDocument === document)
      adoptStyles(this.renderRoot as ShadowRoot, (this.constructor as typeof LitElement).elementStyles);
  }

  /** `idle`, `loading`, `ready`, `empty` or `error`. Also a custom state: `:state(ready)`. */
  get state(): ContentState {
    return this.#own.content.state;
  }

  /** Why there is no content, or no fresh one. */
  get error(): CareError | undefined {
    return this.#own.content.error;
  }

  /** Asks again, past the cache. Settles once the answer or the failure is rendered; never rejects. */
  reload(): Promise<void> {
    return this.#own.content.reload();
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

  /** Where the content can be read at its source when it cannot be read here. */
  protected sourceUrl(): string | undefined {
    const endpoint = safeUrl(this.settings.endpoint, document.baseURI);
    return endpoint && new URL(endpoint).origin;
  }

  /** What is shown, or would be. */
  protected get value(): T | undefined {
    return this.#own.content.value;
  }

  protected get settings(): Settings {
    return this.#own.settings.settings;
  }

  protected get localizer(): Localizer {
    return this.#own.localize.localizer;
  }

  protected override render(): unknown {
    const { state, value, error } = this.#own.content;
    const { localizer } = this;
    if (value !== undefined && state !== 'empty') return this.renderContent(value);
    const isFilled = hasFallback(this);
    if (error) {
      // a visitor who tries again keeps what stands there, button and focus included, until there is an answer
      const { debug } = this.settings;
      return (
        trouble?.troubleView(this, { error, localizer, hasFallback: isFilled, debug, sourceUrl: this.sourceUrl() }) ??
        html`<slot></slot><slot name="error"></slot>`
      );
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
    const { state, value, isStale } = this.#own.content;
    if (isStale || value === undefined || value === this.#own.loaded || (state !== 'ready' && state !== 'empty'))
      return;
    this.#own.loaded = value;
    this.dispatchEvent(new CareLoadEvent(this.loaded(value)));
  }
}
