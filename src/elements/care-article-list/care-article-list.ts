import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ContentController, type Question } from '../../controllers/content-controller.js';
import { CareErrorEvent } from '../../events/care-error-event.js';
import type { Loaded } from '../../events/care-load-event.js';
import { systemClock, type Clock } from '../../http/transport.js';
import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';
import type { Category } from '../../model/taxonomy.js';
import { given } from '../../sources/shared/read.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { styles as cardStyles } from '../care-article-card/care-article-card.styles.js';
import { cardTemplate, skeletonTemplate } from '../care-article-card/care-article-card.template.js';
import { articleHref } from '../shared/article-link.js';
import { ContentElement } from '../shared/content-element.js';
import { categoriesIn, loadPages, selectPages, type ListContent, type ListQuery } from './care-article-list.pages.js';
import { styles } from './care-article-list.styles.js';
import { filterTemplate, noMatchTemplate, searchTemplate } from './care-article-list.template.js';

export type ListLayout = 'grid' | 'list' | 'compact';

/** The card's layout in each of the list's. */
const CARDS: Readonly<Record<string, string>> = { list: 'horizontal', compact: 'compact' };

/** Milliseconds without a key before a search is made. */
const TYPING_PAUSE = 300;

/** From so many cards on, those far from the viewport are not rendered. */
const LONG = 24;

const NO_TOPICS: readonly Category[] = [];

/**
 * Articles as cards in a real list, newest first, with filter, search and "Show more" on request.
 *
 * @tag care-article-list
 * @slot - Fallback, shown until the list is ready and again where it fails: best a list of links to articles.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The articles are there and rendered: `articles`. Does not bubble.
 * @fires {CareErrorEvent} care-error - They, or a further page of them, could not be loaded: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows a card's link: `url`, `article`. Cancelable.
 * @csspart controls - Search and filter.
 * @csspart search - The form of the search.
 * @csspart filter - The topics.
 * @csspart label - The label of the search field or of the topics' menu.
 * @csspart input - The search field, or the topics' menu.
 * @csspart topic - A topic's button.
 * @csspart list - The list.
 * @csspart card - A card.
 * @csspart image - A card's picture.
 * @csspart content - Everything beside or below the picture.
 * @csspart title - A card's heading.
 * @csspart link - The link in it.
 * @csspart excerpt - The teaser.
 * @csspart byline - "By" and the names with their letters.
 * @csspart author - The names with their letters.
 * @csspart date - The day of publication.
 * @csspart footer - "Show more" and the status.
 * @csspart more - "Show more".
 * @csspart status - How many articles are shown; announced when that changes.
 * @csspart skeleton - The grey shape of a card while loading.
 * @csspart problem - The sentence on failure.
 * @csspart retry - "Try again".
 * @csspart source - The link to the source on failure.
 * @csspart empty - The sentence where there is no article.
 * @csspart reset - "Show all articles", where none matches.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Not asked yet.
 * @cssstate loading - Waiting for an answer.
 * @cssstate ready - Articles are shown.
 * @cssstate empty - There is none, or none that matches.
 * @cssstate error - No articles could be had.
 * @cssstate stale - What is shown is older than five minutes and is being asked for again, or that failed.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - Bylines, dates, status.
 * @cssproperty --care-color-surface - Background of cards and controls. Default: none.
 * @cssproperty --care-color-raised - Empty picture, skeleton.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - Titles, the chosen topic, "Show more".
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Titles. Default: `--care-font`.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Default: none.
 */
export class CareArticleList extends ContentElement<ListContent> {
  static override styles = [tokens, host, states, cardStyles, styles];
  static override properties: PropertyDeclarations = {
    category: {},
    tag: {},
    author: {},
    search: {},
    exclude: {},
    perPage: { type: Number, attribute: 'per-page' },
    page: { type: Number },
    layout: {},
    withFilter: { type: Boolean, attribute: 'with-filter' },
    withSearch: { type: Boolean, attribute: 'with-search' },
    withMore: { type: Boolean, attribute: 'with-more' },
    withoutImage: { type: Boolean, attribute: 'without-image' },
    withoutExcerpt: { type: Boolean, attribute: 'without-excerpt' },
    withoutByline: { type: Boolean, attribute: 'without-byline' },
    withoutDate: { type: Boolean, attribute: 'without-date' },
    articles: { attribute: false },
    clock: { attribute: false },
  };

  /** Slug of the category to show; with `with-filter`, the topic that is chosen at first. */
  declare category?: string | undefined;
  /** Slug of the tag to show. */
  declare tag?: string | undefined;
  /** The author to show, as the source names authors: at WordPress the user's slug. */
  declare author?: string | undefined;
  /** Words to search for; with `with-search`, what stands in the field at first. */
  declare search?: string | undefined;
  /** Slugs of articles to leave out, separated by blanks or commas. */
  declare exclude?: string | undefined;
  /** Articles a page, 1 to 100. Default 6; all of them where `articles` are given. */
  declare perPage?: number | undefined;
  /** The page to begin with. Default 1. */
  declare page?: number | undefined;
  /** `grid` (default), `list` or `compact`. */
  declare layout: ListLayout;
  /** Lets visitors choose one of the endpoint's categories. */
  declare withFilter: boolean;
  /** Lets visitors search. */
  declare withSearch: boolean;
  /** Offers further articles, a page at a time. */
  declare withMore: boolean;
  declare withoutImage: boolean;
  declare withoutExcerpt: boolean;
  declare withoutByline: boolean;
  declare withoutDate: boolean;
  /** Shows these articles, in this order, without any request. */
  declare articles?: readonly Article[] | undefined;
  /** Time, as tests need it. Default: the system's. */
  declare clock: Clock;

  readonly #topics = new ContentController<readonly Category[]>(this, {
    settings: () => this.settings,
    question: () => ({ key: 'categories', ask: (client, options) => client.listCategories(options) }),
    given: () => (this.withFilter && this.state !== 'idle' ? this.#givenTopics : NO_TOPICS),
    isLazy: () => false, // not before the articles: they wait for the viewport
    changed: () => undefined,
    failed: () => Promise.resolve(), // the list serves without a filter too
  });

  /** What the visitor chose, in place of the attributes. */
  #chosenCategory: string | undefined;
  #chosenSearch: string | undefined;
  #hasActed = false;
  /** Pages that "Show more" has added. */
  #added = 0;
  /** Makes another question of one that failed. */
  #attempt = 0;
  /** Index of the card that is to have the focus once it is there. */
  #focusAt: number | undefined;
  #stopTyping: (() => void) | undefined;
  #given: ListContent | undefined;
  #givenTopics: readonly Category[] | undefined;
  #problem: CareError | undefined;

  constructor() {
    super();
    this.layout = 'grid';
    this.withFilter = this.withSearch = this.withMore = false;
    this.withoutImage = this.withoutExcerpt = this.withoutByline = this.withoutDate = false;
    this.clock = systemClock;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTyping?.();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('category')) this.#chosenCategory = undefined;
    if (changed.has('search')) this.#chosenSearch = undefined;
    if (['category', 'tag', 'author', 'search', 'exclude', 'page', 'articles'].some((name) => changed.has(name))) {
      this.#added = 0;
    }
    const { articles } = this;
    if (changed.has('articles')) this.#givenTopics = articles && categoriesIn(articles);
    const count = this.perPage || this.withMore ? this.#perPage * (this.#added + 1) : Infinity;
    const now = articles && selectPages(articles, this.#query, count);
    const isSame = !changed.has('articles') && JSON.stringify([now?.list, now?.articles.length]) === this.#givenKey;
    if (!isSame) this.#given = now;
  }

  protected question(): Question<ListContent> {
    const query = this.#query;
    const first = Math.max(1, Math.trunc(this.page ?? 1) || 1);
    const pages = [first, first + this.#added] as const;
    return {
      key: JSON.stringify([query, pages, this.#attempt]),
      ask: (client, options) => loadPages(client, query, pages, options),
    };
  }

  protected given(): ListContent | undefined {
    return this.#given;
  }

  protected override isEmpty({ articles }: ListContent): boolean {
    return !articles.length;
  }

  protected loaded({ articles }: ListContent): Loaded {
    return { articles };
  }

  protected override render(): TemplateResult {
    const { withSearch, withFilter, withMore, localizer, state } = this;
    const isNarrow = this.#hasActed && !!(this.#category || this.#search);
    const hasControls = (withSearch || withFilter) && (this.#hasActed || !this.error);
    return html`${hasControls ? html`<div part="controls">${this.#controls()}</div>` : nothing}
    ${state === 'empty' && isNarrow ? noMatchTemplate(() => this.#reset(), localizer) : super.render()}
    ${withSearch || withFilter || withMore ? this.#footer() : nothing}`;
  }

  protected renderContent({ articles, list }: ListContent): TemplateResult {
    const { settings, localizer, layout, state } = this;
    const options = { ...this.#cardOptions };
    // another list is other elements: a card that is filled anew would show the picture of the one before for a while
    return html`${keyed(
      list,
      html`<ul
        part="list"
        class="${layout} ${articles.length > LONG ? 'long' : ''}"
        aria-busy=${state === 'loading' ? 'true' : nothing}
      >
        ${articles.map(
          (article) =>
            html`<li>
              ${cardTemplate(article, options, {
                href: articleHref(settings, article),
                localizer,
                navigate: (event) => this.navigate(event, article),
              })}
            </li>`,
        )}
      </ul>`,
    )}`;
  }

  protected renderSkeleton(): TemplateResult {
    const card = skeletonTemplate(this.#cardOptions, this.localizer);
    const cards = Array.from({ length: Math.min(this.#perPage, 12) }, () => html`<li>${card}</li>`);
    return html`<ul part="list" class=${this.layout}>
      ${cards}
    </ul>`;
  }

  protected override updated(): void {
    super.updated();
    const problem = this.value?.problem;
    if (problem && problem !== this.#problem) this.dispatchEvent(new CareErrorEvent(problem));
    this.#problem = problem;
    if (this.#focusAt === undefined || this.state === 'loading') return;
    const card = this.renderRoot.querySelectorAll<HTMLElement>('[part=list] > li')[this.#focusAt];
    this.#focusAt = undefined;
    const focused = this.shadowRoot?.activeElement;
    // not where the visitor has gone elsewhere in the meantime
    if (focused ? focused.matches('[part=more]') : document.activeElement === document.body) {
      card?.querySelector('a')?.focus();
    }
  }

  get #category(): string {
    return this.#chosenCategory ?? this.category?.trim() ?? '';
  }

  get #search(): string {
    return (this.#chosenSearch ?? this.search ?? '').trim();
  }

  get #perPage(): number {
    return Math.min(100, Math.max(1, Math.trunc(this.perPage ?? 6) || 6));
  }

  get #query(): ListQuery {
    const exclude = this.exclude?.split(/[\s,]+/).filter(Boolean);
    return {
      ...given({ category: this.#category, tag: this.tag?.trim(), author: this.author?.trim(), search: this.#search }),
      ...(exclude?.length ? { exclude } : {}),
      perPage: this.#perPage,
    };
  }

  get #givenKey(): string {
    return JSON.stringify([this.#given?.list, this.#given?.articles.length]);
  }

  get #cardOptions() {
    const { headingLevel, withoutImage, withoutExcerpt, withoutByline, withoutDate } = this;
    const layout = CARDS[this.layout] ?? 'vertical';
    return { layout, ...given({ headingLevel }), withoutImage, withoutExcerpt, withoutByline, withoutDate };
  }

  #controls(): TemplateResult {
    const { localizer, withSearch, withFilter } = this;
    const categories = this.#topics.value;
    return html`${
      withSearch
        ? searchTemplate(
            {
              value: this.#chosenSearch ?? this.search ?? '',
              typed: (event) => this.#typed(event),
              submitted: (event) => this.#submitted(event),
            },
            localizer,
          )
        : nothing
    }
    ${
      withFilter && (!categories || categories.length)
        ? filterTemplate(
            {
              categories: categories ?? NO_TOPICS,
              current: this.#category,
              choose: (category) => this.#narrow(category, this.#search),
            },
            localizer,
          )
        : nothing
    }`;
  }

  #footer(): TemplateResult {
    const { value, state, localizer } = this;
    const hasMore = this.withMore && state !== 'empty' && value?.hasMore;
    const { say, locale } = localizer;
    return html`<div part="footer" lang=${locale}>
      ${
        hasMore
          ? html`<button
              part="more"
              type="button"
              aria-disabled=${state === 'loading'}
              @click=${() => this.#showMore()}
            >
              ${say(value.problem ? 'Try again' : 'Show more')}
            </button>`
          : nothing
      }
      <p part="status" role="status">${this.#hasActed ? this.#status() : nothing}</p>
    </div>`;
  }

  #status(): string {
    const { value, state, error } = this;
    const { say, locale } = this.localizer;
    if (state === 'loading') return say('Loading…');
    if (error || value?.problem) return error?.message || say('This could not be loaded right now.');
    if (!value?.articles.length) return say('No article matches.');
    const shown = value.articles.length;
    const [count, total] = [shown, Math.max(shown, value.total ?? 0)].map((number) => number.toLocaleString(locale));
    return say('{count} of {total} articles shown.', { count: count ?? '', total: total ?? '' });
  }

  #narrow(category: string, search: string): void {
    this.#stopTyping?.();
    this.#chosenCategory = category;
    this.#chosenSearch = search;
    this.#hasActed = true;
    this.#added = 0;
    if (this.state === 'error') void this.reload();
    this.requestUpdate();
  }

  #reset(): void {
    this.#narrow('', '');
    this.renderRoot.querySelector<HTMLElement>('[part=controls] :is(input, button, select)')?.focus();
  }

  #typed({ currentTarget }: InputEvent): void {
    const { value } = currentTarget as HTMLInputElement;
    this.#stopTyping?.();
    this.#stopTyping = this.clock.after(TYPING_PAUSE, () => this.#narrow(this.#category, value));
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault();
    const value = this.renderRoot.querySelector('input')?.value ?? '';
    this.#narrow(this.#category, value);
  }

  #showMore(): void {
    if (this.state === 'loading') return;
    this.#focusAt = this.value?.articles.length;
    this.#hasActed = true;
    if (this.value?.problem) this.#attempt++;
    else this.#added++;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-article-list': CareArticleList;
  }
}
