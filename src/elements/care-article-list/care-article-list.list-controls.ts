import { html, nothing, type ReactiveController } from 'lit';
import { ContentController } from '../../controllers/content-controller.js';
import { diagnose } from '../../controllers/diagnose.js';
import { CareErrorEvent } from '../../events/care-error-event.js';
import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';
import type { Category } from '../../model/taxonomy.js';
import { categoriesOf } from '../../sources/shared/select-articles.js';
import type { ListElement, ListInside } from './care-article-list.list-controls.host.js';
import { hasFallback } from '../shared/fallback.js';
import { noMatchOf, statusOf, type Choice } from './care-article-list.list-controls.status.js';
import {
  filterTemplate,
  footTemplate,
  noMatchTemplate,
  searchTemplate,
  statusTemplate,
} from './care-article-list.list-controls.template.js';

/** Debounce of the search field, in milliseconds. */
const SEARCH_DEBOUNCE = 300;

const NONE: readonly Category[] = [];

/** A change of these begins the list anew. */
const QUERY = ['category', 'tag', 'author', 'search', 'exclude', 'page', 'articles'];

/** What visitors choose in a list, and the controls by which they do. */
export class ListControls implements ReactiveController {
  /** The chosen topic's slug, empty for all; `undefined` while nothing was chosen. */
  category: string | undefined;
  /** What was typed, as it was typed; `undefined` while nothing was. */
  search: string | undefined;
  /** Pages that "Show more" has added. */
  added = 0;
  /** How often a page that failed was asked for again: part of the question, so that it is another one. */
  attempt = 0;
  /** Whether a visitor has used a control: nothing is announced of what a page brings by itself. */
  hasActed = false;

  readonly #list: ListElement;
  readonly #inside: ListInside;
  readonly #topics: ContentController<ListElement, readonly Category[]>;
  /** The articles that the page handed over, and their categories. */
  #articles: readonly Article[] | undefined;
  #given: readonly Category[] | undefined;
  /** Selector of the element that gets the focus once it is rendered, because the control that has it now will go. */
  #focusTarget: string | undefined;
  /** Why a further page is missing, as last told by `care-error`. */
  #problem: CareError | undefined;
  #cancelSearch: (() => void) | undefined;

  constructor(list: ListElement, inside: ListInside) {
    this.#list = list;
    this.#inside = inside;
    list.addController(this);
    this.#topics = new ContentController<ListElement, readonly Category[]>(list, {
      settings: () => inside.settings(),
      question: () => ({ key: 'categories', ask: (client, options) => client.listCategories(options) }),
      given: () => (list.withFilter && list.state !== 'idle' && !inside.isRendered() ? this.#given : NONE),
      isEmpty: () => false,
      prepare: () => undefined,
      changed: () => {
        const { state, value } = this.#topics;
        if (state !== 'ready' || value?.length || value === NONE || value === this.#given) return;
        diagnose(({ tellNoCategories }) => tellNoCategories(list, 'with-filter', inside.settings().endpoint));
      },
      failed: () => undefined, // the list serves without a filter too
    });
  }

  hostUpdate(): void {
    const { articles } = this.#list;
    if (articles !== this.#articles) this.#given = articles && categoriesOf(articles);
    this.#articles = articles;
  }

  /** Drops what the visitor chose where the page itself sets that property anew. */
  follow(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('category')) this.category = undefined;
    if (changed.has('search')) this.search = undefined;
    if (QUERY.some((name) => changed.has(name))) this.added = 0;
  }

  hostDisconnected(): void {
    this.#cancelSearch?.();
  }

  hostUpdated(): void {
    this.#tellProblem();
    this.#moveFocus();
  }

  /** Only "Show more" asks for a page that can be missing while those before it are there. */
  #tellProblem(): void {
    const problem = this.#inside.shown()?.problem;
    // after the element's own `care-load`
    if (problem && problem !== this.#problem)
      queueMicrotask(() => this.#list.dispatchEvent(new CareErrorEvent(problem)));
    this.#problem = problem;
  }

  #moveFocus(): void {
    const { renderRoot, shadowRoot, state } = this.#list;
    if (!this.#focusTarget || state === 'loading') return;
    const focused = shadowRoot?.activeElement;
    // not where the visitor has gone elsewhere in the meantime
    if (focused ? focused.matches('[part=more]') : document.activeElement === document.body) {
      const target = renderRoot.querySelector<HTMLElement>(this.#focusTarget);
      if (!target && this.#topics.state === 'loading') return; // they come after the list
      target?.focus();
    }
    this.#focusTarget = undefined;
  }

  /** Above the list. */
  head(): unknown {
    const { withSearch, withFilter, state, error } = this.#list;
    const localizer = this.#inside.localizer();
    const shown = this.#inside.shown();
    const isRendered = this.#inside.isRendered();
    // stands there beside rendered children, too: screen readers announce only what changes in a place they know
    const status = statusTemplate(
      state === 'loading' && !this.hasActed ? '' : statusOf(state, error, shown, this.#choice, localizer),
      isRendered ? 'rendered' : state,
      this.hasActed,
      localizer,
    );
    const categories = this.#topics.value ?? NONE;
    return html`${
      isRendered || !(withSearch || withFilter)
        ? nothing
        : html`<div part="controls">
            ${
              withSearch
                ? searchTemplate(
                    {
                      value: this.#searched,
                      typed: ({ currentTarget }) => this.#typed((currentTarget as HTMLInputElement).value),
                      submitted: (event) => {
                        event.preventDefault();
                        this.searchFor(this.#list.renderRoot.querySelector('input')?.value ?? '');
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
                      choose: (category) => this.choose(category),
                    },
                    localizer,
                  )
                : nothing
            }
          </div>`
    }${status}`;
  }

  /** In place of the list, where the visitor's choice leaves nothing. */
  noMatch(): unknown {
    const { state } = this.#list;
    const isNarrow = !!(this.#chosen || this.#searched.trim()) && (this.hasActed || !hasFallback(this.#list));
    const localizer = this.#inside.localizer();
    return state === 'empty' && isNarrow
      ? noMatchTemplate(noMatchOf(this.#choice, localizer), () => this.#reset(), localizer)
      : undefined;
  }

  /** Below the list. */
  foot(): unknown {
    const { withMore, state } = this.#list;
    const shown = this.#inside.shown();
    const localizer = this.#inside.localizer();
    const { say } = localizer;
    const left = (shown?.total ?? 0) - this.#inside.earlier() - (shown?.articles.length ?? 0);
    return footTemplate(
      {
        problem: shown?.problem ? say('This could not be loaded right now.') : '',
        hasMore: withMore && !!shown?.hasMore && state !== 'empty' && !this.#inside.isRendered(),
        count: left > 0 ? Math.min(left, this.#inside.perPage()) : undefined,
        isLoading: state === 'loading',
        more: () => this.more(),
      },
      localizer,
    );
  }

  get #choice(): Choice {
    const chosen = this.#chosen;
    const topic = (chosen && this.#topics.value?.find(({ slug }) => slug === chosen)?.name) || '';
    return { topic, words: this.#searched.trim() };
  }

  get #chosen(): string {
    return this.category ?? this.#list.category?.trim() ?? '';
  }

  get #searched(): string {
    return this.search ?? this.#list.search ?? '';
  }

  /** Filters by a topic's slug; an empty one shows all topics. */
  choose(category: string): void {
    this.#narrow(category, this.#searched);
  }

  searchFor(words: string): void {
    this.#narrow(this.#chosen, words);
  }

  #narrow(category: string, search: string): void {
    this.#cancelSearch?.();
    // from HTML that was rendered before the script, which the controls replace: the search first, the topics later
    const control = this.#list.querySelector(':focus')?.localName;
    this.#focusTarget = control === 'a' ? '[aria-pressed=true], select' : control;
    this.category = category;
    this.search = search;
    this.hasActed = true;
    this.added = 0;
    if (this.#list.state === 'error') void this.#list.reload();
    this.#list.requestUpdate();
  }

  #reset(): void {
    this.#narrow('', '');
    const control = this.#list.renderRoot.querySelector<HTMLElement>('input, select, .chip');
    if (control) control.focus();
    else this.#focusTarget = 'li a';
  }

  #typed(text: string): void {
    this.#cancelSearch?.();
    this.#cancelSearch = this.#list.clock.after(SEARCH_DEBOUNCE, () => this.searchFor(text));
  }

  /** Loads a further page, or again the one that failed. */
  more(): void {
    if (this.#list.state === 'loading') return;
    const shown = this.#inside.shown();
    this.#focusTarget = `li:nth-child(${shown?.articles.length ?? 0}) + li a, [part=more]`;
    this.hasActed = true;
    if (shown?.problem) this.attempt++;
    else this.added++;
    this.#list.requestUpdate();
  }
}
