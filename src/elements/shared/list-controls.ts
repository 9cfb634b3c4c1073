import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit';
import type { Settings } from '../../context/settings.js';
import { ContentController, type ContentState } from '../../controllers/content-controller.js';
import type { Clock } from '../../http/transport.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';
import type { Category } from '../../model/taxonomy.js';
import { styles } from './list-controls.styles.js';
import { filterTemplate, noMatchTemplate, searchTemplate } from './list-controls.template.js';

// Loaded only by lists that have a filter, a search or "Show more".

/** Milliseconds without a key before a search is made. */
const TYPING_PAUSE = 300;

const NONE: readonly Category[] = [];

/** A change of these begins the list anew. */
const QUERY = ['category', 'tag', 'author', 'search', 'exclude', 'page', 'articles'];

interface ListElement extends ReactiveElement {
  readonly category?: string | undefined;
  readonly search?: string | undefined;
  readonly articles?: readonly Article[] | undefined;
  readonly withFilter: boolean;
  readonly withSearch: boolean;
  readonly withMore: boolean;
  readonly clock: Clock;
  readonly state: ContentState;
  readonly error: CareError | undefined;
  reload(): Promise<void>;
}

/** What the controls need of their list beyond its public side. */
interface ListInside {
  settings(): Settings;
  localizer(): Localizer;
  shown():
    | {
        readonly articles: readonly Article[];
        readonly hasMore: boolean;
        readonly total?: number | undefined;
        readonly problem?: CareError | undefined;
      }
    | undefined;
}

const categoriesIn = (articles: readonly Article[]): readonly Category[] =>
  [
    ...new Map(articles.flatMap(({ categories }) => categories).map((category) => [category.slug, category])).values(),
  ].sort((a, b) => a.name.localeCompare(b.name));

/** What visitors choose in a list, and the controls by which they do. */
export class ListControls implements ReactiveController {
  /** The chosen topic's slug, empty for all; `undefined` while nothing was chosen. */
  category: string | undefined;
  /** What was typed, as it was typed; `undefined` while nothing was. */
  search: string | undefined;
  /** Pages that "Show more" has added. */
  added = 0;
  /** Makes another question of one that failed. */
  attempt = 0;

  readonly #list: ListElement;
  readonly #inside: ListInside;
  readonly #topics: ContentController<ListElement, readonly Category[]>;
  #articles: readonly Article[] | undefined;
  #given: readonly Category[] | undefined;
  /** Whether there is something to tell: nothing is announced of what a page brings by itself. */
  #hasActed = false;
  /** Index of the card that is to have the focus once it is there. */
  #focusAt: number | undefined;
  #stopTyping: (() => void) | undefined;

  constructor(list: ListElement, inside: ListInside) {
    this.#list = list;
    this.#inside = inside;
    list.addController(this);
    this.#topics = new ContentController<ListElement, readonly Category[]>(list, {
      settings: () => inside.settings(),
      question: () => ({ key: 'categories', ask: (client, options) => client.listCategories(options) }),
      given: () => (list.withFilter && list.state !== 'idle' ? this.#given : NONE),
      isEmpty: () => false,
      prepare: () => undefined,
      changed: () => undefined,
      failed: () => Promise.resolve(), // the list serves without a filter too
    });
    const sheets = list.shadowRoot?.adoptedStyleSheets;
    if (styles.styleSheet) sheets?.push(styles.styleSheet);
  }

  hostUpdate(): void {
    const { articles } = this.#list;
    if (articles !== this.#articles) this.#given = articles && categoriesIn(articles);
    this.#articles = articles;
  }

  /** Gives way to what the page changes in its list. */
  follow(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('category')) this.category = undefined;
    if (changed.has('search')) this.search = undefined;
    if (QUERY.some((name) => changed.has(name))) this.added = 0;
  }

  hostDisconnected(): void {
    this.#stopTyping?.();
  }

  /** Gives the focus to the first card that "Show more" has brought. */
  hostUpdated(): void {
    const { renderRoot, shadowRoot, state } = this.#list;
    if (this.#focusAt === undefined || state === 'loading') return;
    const card = renderRoot.querySelectorAll('[part=list] > li')[this.#focusAt];
    this.#focusAt = undefined;
    const focused = shadowRoot?.activeElement;
    // not where the visitor has gone elsewhere in the meantime
    if (focused ? focused.matches('[part=more]') : document.activeElement === document.body) {
      card?.querySelector('a')?.focus();
    }
  }

  /** Above the list. */
  head(): unknown {
    const { withSearch, withFilter, error } = this.#list;
    if (!(withSearch || withFilter) || (error && !this.#hasActed)) return nothing;
    const localizer = this.#inside.localizer();
    const categories = this.#topics.value ?? NONE;
    return html`<div part="controls">
      ${
        withSearch
          ? searchTemplate(
              {
                value: this.#searched,
                typed: ({ currentTarget }) => this.#typed((currentTarget as HTMLInputElement).value),
                submitted: (event) => {
                  event.preventDefault();
                  this.#narrow(this.#chosen, this.#list.renderRoot.querySelector('input')?.value ?? '');
                },
              },
              localizer,
            )
          : nothing
      }
      ${
        withFilter && (categories.length || this.#topics.state === 'loading')
          ? filterTemplate(
              {
                categories,
                current: this.#chosen,
                choose: (category) => this.#narrow(category, this.#searched),
              },
              localizer,
            )
          : nothing
      }
    </div>`;
  }

  /** In place of the list, where the visitor's choice leaves nothing. */
  noMatch(): unknown {
    const isNarrow = this.#hasActed && !!(this.#chosen || this.#searched.trim());
    return this.#list.state === 'empty' && isNarrow
      ? noMatchTemplate(() => this.#reset(), this.#inside.localizer())
      : undefined;
  }

  /** Below the list. */
  foot(): unknown {
    const { withMore, state } = this.#list;
    const shown = this.#inside.shown();
    const { say, locale } = this.#inside.localizer();
    return html`<div part="footer" lang=${locale}>
      ${
        withMore && shown?.hasMore && state !== 'empty'
          ? html`<button part="more" type="button" aria-disabled=${state === 'loading'} @click=${() => this.#more()}>
              ${say(shown.problem ? 'Try again' : 'Show more')}
            </button>`
          : nothing
      }
      <p part="status" role="status">${this.#hasActed ? this.#status() : nothing}</p>
    </div>`;
  }

  get #chosen(): string {
    return this.category ?? this.#list.category?.trim() ?? '';
  }

  get #searched(): string {
    return this.search ?? this.#list.search ?? '';
  }

  #status(): string {
    const { state, error } = this.#list;
    const { say, locale } = this.#inside.localizer();
    const shown = this.#inside.shown();
    if (state === 'loading') return say('Loading…');
    if (error || shown?.problem) return error?.message || say('This could not be loaded right now.');
    const length = shown?.articles.length ?? 0;
    if (!length) return say('No article matches.');
    const [count = '', total = ''] = [length, Math.max(length, shown?.total ?? 0)].map((n) => n.toLocaleString(locale));
    return say('{count} of {total} articles shown.', { count, total });
  }

  #narrow(category: string, search: string): void {
    this.#stopTyping?.();
    this.category = category;
    this.search = search;
    this.#hasActed = true;
    this.added = 0;
    if (this.#list.state === 'error') void this.#list.reload();
    this.#list.requestUpdate();
  }

  #reset(): void {
    this.#narrow('', '');
    this.#list.renderRoot.querySelector<HTMLElement>('[part=controls] :is(input, button, select)')?.focus();
  }

  #typed(text: string): void {
    this.#stopTyping?.();
    this.#stopTyping = this.#list.clock.after(TYPING_PAUSE, () => this.#narrow(this.#chosen, text));
  }

  #more(): void {
    if (this.#list.state === 'loading') return;
    const shown = this.#inside.shown();
    this.#focusAt = shown?.articles.length;
    this.#hasActed = true;
    if (shown?.problem) this.attempt++;
    else this.added++;
    this.#list.requestUpdate();
  }
}
