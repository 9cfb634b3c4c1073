import { html, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { keyed } from 'lit/directives/keyed.js';
import { diagnose, diagnoseAttributes } from '../../controllers/diagnose.js';
import type { Question } from '../../controllers/content-controller.js';
import type { Loaded } from '../../events/care-load-event.js';
import { systemClock, type Clock } from '../../http/transport.js';
import type { Article } from '../../model/article.js';
import { countOf, omitEmpty } from '../../sources/shared/read.js';
import { cardLayoutInList } from '../../model/card-layout.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { buttons } from '../../styles/buttons.js';
import { chips } from '../../styles/chips.js';
import { tokens } from '../../styles/tokens.js';
import { styles as cardStyles } from '../care-article-card/care-article-card.styles.js';
import { ContentElement } from '../shared/content-element.js';
import { givenArticles } from '../shared/given-articles.js';
import { isPart, partOf, partsOf, readArticle } from '../shared/rendered.js';
import { ListControls } from './care-article-list.list-controls.js';
import { pageOf, pageSizeOf } from '../../model/page-of.js';
import { styles as controlStyles } from './care-article-list.list-controls.styles.js';
import { loadPages, selectPages, type ListContent, type ListQuery } from './care-article-list.pages.js';
import { styles } from './care-article-list.styles.js';
import { listTemplate, skeletonsTemplate } from './care-article-list.template.js';

export type ListLayout = 'grid' | 'list' | 'compact';

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
 * @csspart submit - Its button.
 * @csspart filter - The topics.
 * @csspart label - The label of the search field or of the topics' menu.
 * @csspart input - The search field, or the topics' menu.
 * @csspart topic - A topic's button.
 * @csspart list - The list.
 * @csspart card - A card.
 * @csspart image - A card's picture.
 * @csspart placeholder - The drawing in place of a picture, where other cards have one.
 * @csspart eyebrow - A card's topic: the article's first category, where the source names one.
 * @csspart content - Everything beside or below the picture.
 * @csspart title - A card's heading.
 * @csspart link - The link in it.
 * @csspart excerpt - The teaser.
 * @csspart foot - Everything below the teaser.
 * @csspart reviewed - "Reviewed", where the source names reviewers.
 * @csspart byline - The names; "By" is for assistive technology.
 * @csspart author - The names without letters; from three on the first one and how many more.
 * @csspart date - The day of publication.
 * @csspart reading-time - The minutes of reading, where the source counts them.
 * @csspart footer - "Show more", and why it failed.
 * @csspart more - "Show more", by how many where that is known.
 * @csspart status - How many articles there are, of which topic; announced when a visitor changes that.
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
 * @cssproperty --care-color-accent - Topics, the drawing.
 * @cssproperty --care-color-accent-text - Words of the chosen topic.
 * @cssproperty --care-color-success - "Reviewed".
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Titles. Default: `--care-font`.
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Default: none.
 */
export class CareArticleList extends ContentElement<ListContent> {
  static override styles = [tokens, host, states, buttons, chips, cardStyles, controlStyles, styles];

  /** Slug of the category to show; with `with-filter`, the topic that is chosen at first. */
  @property() category?: string | undefined;
  /** Slug of the tag to show. */
  @property() tag?: string | undefined;
  /** Slug of the author to show: at WordPress the user's; in a JSON Feed the name, or the name as a slug (`jane-roe`). */
  @property() author?: string | undefined;
  /** Words to search for; with `with-search`, what stands in the field at first. */
  @property() search?: string | undefined;
  /** Slugs of articles to leave out, separated by blanks or commas. */
  @property() exclude?: string | undefined;
  /** Articles a page, 1 to 100. Default 6; all of them where `articles` are given. */
  @property({ type: Number, attribute: 'per-page' }) perPage?: number | undefined;
  /** The page to begin with. Default 1. */
  @property({ type: Number }) page?: number | undefined;
  /** `grid` (default), `list` or `compact`. */
  @property() layout: ListLayout = 'grid';
  /** Lets visitors choose one of the endpoint's categories. */
  @property({ type: Boolean, attribute: 'with-filter' }) withFilter = false;
  /** Lets visitors search. */
  @property({ type: Boolean, attribute: 'with-search' }) withSearch = false;
  /** Offers further articles, a page at a time. */
  @property({ type: Boolean, attribute: 'with-more' }) withMore = false;
  /** Without the picture. */
  @property({ type: Boolean, attribute: 'without-image' }) withoutImage = false;
  /** Without the teaser. */
  @property({ type: Boolean, attribute: 'without-excerpt' }) withoutExcerpt = false;
  /** Without the authors. */
  @property({ type: Boolean, attribute: 'without-byline' }) withoutByline = false;
  /** Without the day of publication. */
  @property({ type: Boolean, attribute: 'without-date' }) withoutDate = false;
  /** Shows these articles, in this order, without any request. */
  @property({ attribute: false }) articles?: readonly Article[] | undefined;
  /** @internal For tests. */
  clock: Clock = systemClock;

  /** Created once a control is enabled. */
  #controls: ListControls | undefined;
  #given: ListContent | undefined;

  constructor() {
    super();
    this.addEventListener('submit', this.#searchRendered);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('articles')) this.articles = givenArticles(this, this.articles);
    if (this.#hasControls) this.#controls ??= this.#createControls();
    this.#controls?.follow(changed);
    this.#given = this.#select(changed.has('articles'));
  }

  protected question(): Question<ListContent> {
    const query = this.#query;
    const first = pageOf(this.page);
    const { added = 0, attempt = 0 } = this.#controls ?? {};
    const pages = [first, first + added] as const;
    return {
      key: JSON.stringify([query, pages, attempt]),
      ask: (client, options) => loadPages(client, query, pages, options, this.adopted),
    };
  }

  protected given(): ListContent | undefined {
    return this.#given;
  }

  protected rendered(): ListContent | undefined {
    const list = partOf(this, 'list');
    if (!list) return undefined;
    const articles = partsOf(list, 'card').map(readArticle);
    return {
      articles: articles.filter((article) => article !== undefined),
      hasMore: !!partOf(this, 'more'),
      total: countOf(list.dataset.careTotal),
      list: JSON.stringify([this.#query, pageOf(this.page)]),
    };
  }

  protected override linkedArticle(link: HTMLAnchorElement): Article | undefined {
    const cards = partsOf(this, 'card');
    return this.value?.articles[cards.findIndex((card) => card.contains(link))];
  }

  protected override followRendered(link: HTMLAnchorElement, event: MouseEvent): void {
    const isMore = isPart(link, 'more');
    if (!this.#controls || !(isMore || isPart(link, 'topic'))) return super.followRendered(link, event);
    event.preventDefault();
    if (isMore) this.#controls.more();
    else this.#controls.choose(link.dataset.careSlug ?? '');
  }

  /** Handles the search form of HTML that was rendered before the script. */
  #searchRendered(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (this.adopted === undefined || !this.#controls || !isPart(form, 'search')) return;
    event.preventDefault();
    this.#controls.searchFor(form.querySelector('input')?.value ?? '');
  }

  protected override isEmpty({ articles }: ListContent): boolean {
    return !articles.length;
  }

  protected loaded({ articles }: ListContent): Loaded {
    const { category, tag, author, settings } = this;
    if (!articles.length && !this.articles && !this.#controls?.hasActed && (category || tag || author))
      diagnose(({ tellEmpty }) => tellEmpty(this, { category, tag, author, endpoint: settings.endpoint }));
    return { articles };
  }

  protected override render(): unknown {
    const controls = this.#controls;
    const content = controls?.noMatch() ?? super.render();
    if (!this.#hasControls || this.error?.code === 'not-configured') return content;
    return html`${controls?.head()}${content}${controls?.foot()}`;
  }

  protected renderContent({ articles, list }: ListContent): unknown {
    const { settings, localizer, layout, state } = this;
    if (!/^(?:grid|list|compact)$/.test(layout)) diagnoseAttributes(this);
    // Another list is other elements: a card that is filled anew would show the image of the one before for a while.
    const content = listTemplate(articles, this.#cardOptions, {
      settings,
      localizer,
      layout,
      first: this.#isCut || !this.articles ? this.#perPage : Infinity,
      isBusy: state === 'loading',
      navigate: (event, article) => this.navigate(event, article),
    });
    return keyed(list, content);
  }

  protected renderSkeleton(): TemplateResult {
    return skeletonsTemplate(Math.min(this.#perPage, 12), this.#cardOptions, this.layout, this.localizer);
  }

  get #hasControls(): boolean {
    return this.withSearch || this.withFilter || this.withMore;
  }

  get #perPage(): number {
    return pageSizeOf(this.perPage);
  }

  /** Whether given articles are shown a page at a time. */
  get #isCut(): boolean {
    return !!this.perPage || this.withMore;
  }

  get #query(): ListQuery {
    const category = this.#controls?.category ?? this.category?.trim();
    const search = (this.#controls?.search ?? this.search)?.trim();
    const exclude = this.exclude?.split(/[\s,;]+/).filter(Boolean);
    return {
      ...omitEmpty({ category, tag: this.tag?.trim(), author: this.author?.trim(), search }),
      ...(exclude?.length ? { exclude } : {}),
      perPage: this.#perPage,
    };
  }

  get #cardOptions() {
    const { headingLevel, withoutImage, withoutExcerpt, withoutByline, withoutDate } = this;
    return {
      layout: cardLayoutInList(this.layout),
      ...omitEmpty({ headingLevel }),
      withoutImage,
      withoutExcerpt,
      withoutByline,
      withoutDate,
    };
  }

  /** The given `articles`, filtered by the visitor's choice. */
  #select(isOther: boolean): ListContent | undefined {
    const { articles } = this;
    const before = isOther ? undefined : this.#given;
    const count = this.#isCut ? this.#perPage * ((this.#controls?.added ?? 0) + 1) : Infinity;
    return articles && selectPages(articles, this.#query, count, before);
  }

  #createControls(): ListControls {
    return new ListControls(this, {
      settings: () => this.settings,
      localizer: () => this.localizer,
      shown: () => this.value,
      perPage: () => this.#perPage,
      earlier: () => (this.articles ? 0 : (pageOf(this.page) - 1) * this.#perPage),
      isRendered: () => this.adopted !== undefined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-article-list': CareArticleList;
  }
}
