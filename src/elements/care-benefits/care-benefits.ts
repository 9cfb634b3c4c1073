import { html, nothing, render, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Question } from '../../controllers/content-controller.js';
import { LightDomController } from '../../controllers/light-dom.js';
import { english } from '../../data/benefits/en.js';
import type { Loaded } from '../../events/care-load-event.js';
import type { Benefit, BenefitsText, FaqEntry, LevelOfCare } from '../../model/benefit.js';
import { adopt } from '../../styles/adopt.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { ContentElement } from '../shared/content-element.js';
import { heading } from '../shared/heading.js';
import { explainer, styles } from './care-benefits.styles.js';
import { benefitsTemplate, type BenefitsContext, type Explainer } from './care-benefits.template.js';

export type BenefitsLayout = 'list' | 'grid' | 'accordion';

/** What only some explainers need; shared by all elements once it has been needed. */
let more: typeof import('./care-benefits.more.js') | undefined;

const loadMore = async (): Promise<NonNullable<typeof more>> => (more ??= await import('./care-benefits.more.js'));

/** Marks what the element puts into the page; its value is the layout. */
const MARK = 'data-care-benefits';

/** Children that show nothing are not what an author has to say. */
const INVISIBLE = /^(?:noscript|script|style|template)$/;

/** The answer where the author's own children are the content. */
const AUTHORED: Explainer = { benefits: [], isAuthored: true };

/** English where the words of another language do not arrive. */
const builtIn = async (locale: string): Promise<Explainer> => {
  const text: BenefitsText = locale.startsWith('es')
    ? await import('../../data/benefits/es.js').then(
        ({ spanish }) => spanish,
        () => english, // offline: asked for again by the next element
      )
    : english;
  return { ...text, language: text === english ? 'en' : locale };
};

/**
 * What an intensive outpatient program (IOP) can offer: the benefits that an article's headings name, or an author's own
 * words inside the tag, or, with nothing configured, a text that is built in. It stands in the page's own tree, where the
 * page's typography, the browser's search and search engines reach it.
 *
 * @tag care-benefits
 * @slot - Your own words in place of the built-in text. With `slug` or `article-id`: fallback, shown until the article is there and again where it fails.
 * @slot body - The explainer, put there by the element itself.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The explainer is there and rendered: `benefits` (empty where the words are your own children) and, where it came from one, `article`. Does not bubble.
 * @fires {CareErrorEvent} care-error - The article could not be loaded, or has no such section: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows the link to the whole article: `url`, `article`. Cancelable.
 * @csspart explainer - Everything.
 * @csspart title - The heading above everything.
 * @csspart items - Around your own children, in the layouts grid and accordion. What the element writes itself stands in the page's own tree with the same `part` attributes: `care-benefits [part='item']`.
 * @csspart item - One of them, with `layout="grid"`.
 * @csspart disclosure - One of them, with `layout="accordion"`.
 * @csspart summary - What opens it.
 * @csspart answer - What it opens.
 * @csspart more - The link to the whole article.
 * @csspart skeleton - The grey shape while loading.
 * @csspart problem - The sentence on failure.
 * @csspart retry - "Try again".
 * @csspart source - The link to the source on failure.
 * @csspart empty - The sentence where the article has nothing to show.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Not asked yet.
 * @cssstate loading - Waiting for an answer.
 * @cssstate ready - The explainer is shown.
 * @cssstate empty - There is nothing to show.
 * @cssstate error - The article or its section could not be had.
 * @cssstate stale - What is shown is older than five minutes and is being asked for again, or that failed.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - Labels and the note of the comparison.
 * @cssproperty --care-color-surface - Background of the cards of `layout="grid"`. Default: none.
 * @cssproperty --care-color-raised - Background of the limits and of the marked row; skeleton.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - Edges of cards, limits and the marked row. Default: the text colour.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-measure - Longest line. Default 42em.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Of the cards of `layout="grid"`. Default: none.
 */
export class CareBenefits extends ContentElement<Explainer> {
  static override styles = [tokens, host, states, styles];
  static override properties: PropertyDeclarations = {
    slug: {},
    articleId: { attribute: 'article-id' },
    section: {},
    layout: {},
    heading: {},
    withComparison: { type: Boolean, attribute: 'with-comparison' },
    withFaq: { type: Boolean, attribute: 'with-faq' },
    benefits: { attribute: false },
    levels: { attribute: false },
    faq: { attribute: false },
  };
  protected static override readonly defaults = { layout: 'list', withComparison: false, withFaq: false };

  /** Slug of an article whose headings name the benefits. */
  declare slug?: string | undefined;
  /** That article's identifier at the source, instead of `slug`. */
  declare articleId?: string | undefined;
  /** Words or id of the heading in that article under which the benefits stand. Default: its outermost headings are taken. */
  declare section?: string | undefined;
  /** `list` (default), `grid` or `accordion`. */
  declare layout: BenefitsLayout;
  /** Heading above everything; empty for none. Default: that of the section, or of the built-in text. */
  declare heading?: string | undefined;
  /** Adds a table of levels of care. */
  declare withComparison: boolean;
  /** Adds the questions that people ask. */
  declare withFaq: boolean;
  /** Shows these benefits, without any request. */
  declare benefits?: readonly Benefit[] | undefined;
  /** Rows of the comparison in place of the built-in ones. */
  declare levels?: readonly LevelOfCare[] | undefined;
  /** Questions in place of the built-in ones. */
  declare faq?: readonly FaqEntry[] | undefined;

  readonly #light = new LightDomController(this, MARK);
  readonly #box = document.createElement('div');
  /** Which list of `benefits` is being shown. */
  #turn = 0;

  constructor() {
    super();
    this.#box.slot = 'body';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('benefits')) this.#turn++;
  }

  protected question(): Question<Explainer> {
    const { slug, articleId, section, benefits } = this;
    if (this.#hasReference && !Array.isArray(benefits)) {
      return {
        key: JSON.stringify([slug, articleId, section]),
        ask: async (client, options) => {
          const { askArticle } = await loadMore();
          this.requestUpdate();
          return askArticle(client, this, options, this.localizer);
        },
      };
    }
    return {
      key: `${this.#turn} ${this.localizer.locale}`,
      answer: async () => {
        const text = builtIn(this.localizer.locale);
        return this.#needsMore ? (await loadMore()).answer(this, text, this.localizer) : text;
      },
    };
  }

  protected given(): Explainer | undefined {
    return !this.#hasReference && !Array.isArray(this.benefits) && this.#hasAuthored ? AUTHORED : undefined;
  }

  protected override isEmpty({ benefits, intro, isAuthored }: Explainer): boolean {
    return !isAuthored && !intro && !benefits.length;
  }

  protected loaded(value: Explainer): Loaded {
    return value;
  }

  protected renderContent(value: Explainer): TemplateResult {
    const { isAuthored, article, language } = value;
    const { localizer } = this;
    const title = this.heading?.trim() ?? value.title;
    const { headingLevel = 2 } = this;
    const level = /^[1-6]$/.test(`${headingLevel}`) ? headingLevel : 2;
    const context = { level: title || isAuthored ? Math.min(6, level + 1) : level };
    if (this.#needsMore || more) void this.#complete(value);
    this.#fill(value, more?.contextFor(this, context.level, localizer) ?? context);
    return html`<div
      part="explainer"
      lang=${language ?? nothing}
      data-care-benefits=${this.layout}
      @slotchange=${() => this.requestUpdate()}
    >
      ${title ? heading(level, title) : nothing}
      ${isAuthored ? (more?.showAuthored(this, this.#authored) ?? html`<slot></slot>`) : html`<slot hidden></slot>`}
      <slot name="body"></slot>
      ${article && more?.linkTemplate(article, this.settings, localizer, (event) => this.navigate(event, article))}
    </div>`;
  }

  protected renderSkeleton(): unknown {
    // only an article is waited for long enough to be seen waiting, and it cannot be asked for without that code
    return more?.skeletonTemplate(this.localizer);
  }

  protected override updated(): void {
    super.updated();
    more?.tidyUp(this, this.value, this.#authored);
  }

  /** Brings the part that stands in the page's own tree up to date. */
  #fill(value: Explainer, context: BenefitsContext): void {
    adopt(this.getRootNode(), explainer); // first: the others refine it, at the same specificity
    const below = more?.additions(this, context, this.localizer);
    if (value.isAuthored && !below) return;
    this.#box.setAttribute(MARK, this.layout);
    render(html`${value.isAuthored ? nothing : benefitsTemplate(value, context)}${below}`, this.#box);
    this.#light.show(this.#box);
  }

  /** Fetches what is missing, where an attribute has changed since the answer. Never rejects: offline, the next change tries again. */
  async #complete(value: Explainer): Promise<void> {
    const isNew = !more;
    const found = await loadMore().catch(() => undefined);
    if ((await found?.loadExtras(this, this.localizer, value)) || (found && isNew)) this.requestUpdate();
  }

  get #needsMore(): unknown {
    const { layout, section, withComparison, withFaq, benefits } = this;
    return withComparison || withFaq || layout !== 'list' || section || benefits;
  }

  get #hasReference(): unknown {
    return this.slug?.trim() || this.articleId?.trim();
  }

  /** The author's children: all that show something and are meant for no other slot. */
  get #authored(): readonly Element[] {
    return [...this.children].filter(
      ({ slot, localName }) => /^(?:care-item-|$)/.test(slot) && !INVISIBLE.test(localName),
    );
  }

  get #hasAuthored(): unknown {
    return this.#authored.length || [...this.childNodes].some((node) => node instanceof Text && node.data.trim());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-benefits': CareBenefits;
  }
}
