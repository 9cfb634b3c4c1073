import { html, nothing, render, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import type { Question } from '../../controllers/content-controller.js';
import { LightDomController } from '../../controllers/light-dom.js';
import { loadTexts, textsFor } from '../../data/benefits/texts.js';
import { directionOf } from '../../html/read/direction.js';
import type { Loaded } from '../../events/care-load-event.js';
import type { Benefit, FaqEntry, LevelOfCare } from '../../model/benefit.js';
import { adopt } from '../../styles/adopt.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { articleHref } from '../shared/content-links.js';
import { ContentElement } from '../shared/content-element.js';
import { headingLevelOf } from '../../model/heading-level.js';
import { LightHeading } from '../shared/light-heading.js';
import {
  answerWithoutArticle,
  articleCode,
  askArticle,
  lettersOf,
  loadArticleCode,
  readBenefits,
} from './care-benefits.answer.js';
import { authoredChildren, authoredTemplate, hasAuthored, releaseSlots } from './care-benefits.authored.js';
import { comparisonTemplate } from './care-benefits.comparison.js';
import { comparisonStyles } from './care-benefits.comparison.styles.js';
import { faqStyles, faqTemplate } from './care-benefits.faq.js';
import { entriesOf, reportMistakes } from './care-benefits.report.js';
import { explainerStyles, layoutStyles, styles } from './care-benefits.styles.js';
import {
  benefitsTemplate,
  linkTemplate,
  skeletonTemplate,
  type BenefitsContext,
  type Explainer,
} from './care-benefits.template.js';

export type BenefitsLayout = 'list' | 'grid' | 'accordion';

/** Marks what the element puts into the page; its value is the layout. */
const MARK = 'data-care-benefits';

/** The answer where the author's own children are the content. */
const AUTHORED: Explainer = { benefits: [], isAuthored: true };

/** Whether a text is markup, for which {@link loadArticleCode} is needed. */
const isMarkup = (text: unknown): boolean => !!text && typeof text === 'object';

/**
 * What an intensive outpatient program (IOP) can offer: the benefits that an article's headings name, or an author's own
 * words inside the tag, or, with nothing configured, a text that is built in. It stands in the page's own tree, where the
 * page's typography, the browser's search and search engines reach it.
 *
 * @tag care-benefits
 * @slot - Your own words in place of the built-in text. With `slug` or `article-id`: fallback, shown until the article is there and again where it fails.
 * @slot title - The heading above everything, put there by the element itself.
 * @slot body - The explainer, put there by the element itself.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The explainer is there and rendered: `benefits` (empty where the words are your own children) and, where it came from one, `article`. Does not bubble.
 * @fires {CareErrorEvent} care-error - The article could not be loaded, or has no such section: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows the link to the whole article: `url`, `article`. Cancelable.
 * @csspart explainer - Everything.
 * @csspart title - Around the heading above everything, which stands in the page's own tree: `care-benefits [part='title']`.
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
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-measure - Longest line. Default 60ch.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - "Try again". Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Of the cards of `layout="grid"`. Default: none.
 */
export class CareBenefits extends ContentElement<Explainer> {
  static override styles = [tokens, host, states, styles, explainerStyles, layoutStyles];

  /** Slug of an article whose headings name the benefits. */
  @property() slug?: string | undefined;
  /** That article's identifier at the source, instead of `slug`. */
  @property({ attribute: 'article-id' }) articleId?: string | undefined;
  /** Words or id of the heading in that article under which the benefits stand. Default: its outermost headings are taken. */
  @property() section?: string | undefined;
  /** `list` (default), `grid` or `accordion`. */
  @property() layout: BenefitsLayout = 'list';
  /** Heading above everything; empty for none. Default: that of the section, or of the built-in text. */
  @property() heading?: string | undefined;
  /** Adds a table of levels of care. */
  @property({ type: Boolean, attribute: 'with-comparison' }) withComparison = false;
  /** Adds the questions that people ask. */
  @property({ type: Boolean, attribute: 'with-faq' }) withFaq = false;
  /** Shows these benefits, without any request. */
  @property({ attribute: false }) benefits?: readonly Benefit[] | undefined;
  /** Rows of the comparison in place of the built-in ones. */
  @property({ attribute: false }) levels?: readonly LevelOfCare[] | undefined;
  /** Questions in place of the built-in ones. */
  @property({ attribute: false }) faq?: readonly FaqEntry[] | undefined;

  readonly #heading = new LightHeading(this);
  readonly #light = new LightDomController(this, MARK);
  readonly #box = document.createElement('div');
  /** The level of care that a visitor compares with. */
  #chosen: LevelOfCare | undefined;
  /** Counts the lists that the property `benefits` was given. */
  #given = 0;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('benefits')) this.#given++;
    void loadTexts(this.localizer.locale)?.then(() => this.requestUpdate());
  }

  protected question(): Question<Explainer> {
    const { slug, articleId, section, benefits } = this;
    if (this.#hasReference && !Array.isArray(benefits)) {
      return {
        key: JSON.stringify([slug, articleId, section]),
        ask: (client, options) => askArticle(this, client, options),
      };
    }
    const { locale } = this.localizer;
    return { key: `${this.#given} ${locale}`, answer: () => answerWithoutArticle(benefits, locale) };
  }

  protected given(): Explainer | undefined {
    if (this.adopted || this.#hasReference || Array.isArray(this.benefits)) return undefined;
    return hasAuthored(this) ? AUTHORED : undefined;
  }

  protected rendered(): Explainer | undefined {
    return readBenefits(this);
  }

  protected override isSame(shown: Explainer, answer: Explainer): boolean {
    return lettersOf(shown) === lettersOf(answer);
  }

  protected override holdsPage(): boolean {
    return !this.value?.isAuthored && super.holdsPage();
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
    const level = headingLevelOf(this.headingLevel);
    const href = article && articleHref(this.settings, article);
    this.#fill(value, title || isAuthored ? Math.min(6, level + 1) : level);
    return html`<div
      part="explainer"
      lang=${language ?? nothing}
      dir=${language ? directionOf(language) : nothing}
      data-care-benefits=${this.layout}
      @slotchange=${() => this.requestUpdate()}
    >
      ${title ? this.#heading.show(level, title, this.heading ? undefined : language) : nothing}
      ${isAuthored ? authoredTemplate(authoredChildren(this), this.layout) : html`<slot hidden></slot>`}
      <slot name="body"></slot>
      ${href ? linkTemplate(href, localizer, (event) => this.navigate(event, article)) : nothing}
    </div>`;
  }

  protected renderSkeleton(): TemplateResult {
    return skeletonTemplate(this.localizer);
  }

  protected override updated(): void {
    super.updated();
    const { value } = this;
    if (this.adopted) return;
    if (!value?.isAuthored) releaseSlots(authoredChildren(this));
    reportMistakes(this, !!value?.article && !!value.intro && !value.benefits.length);
  }

  /** Brings the part that stands in the page's own tree up to date. `level`: of the headings of the benefits. */
  #fill(value: Explainer, level: number): void {
    const below = this.#renderBelow(level);
    // the first of them first: the others refine it, at the same specificity
    adopt(this.getRootNode(), explainerStyles, layoutStyles, comparisonStyles, faqStyles, ...this.#textStyles(value));
    if (value.isAuthored && !below) return;
    this.#box.slot = 'body';
    this.#box.setAttribute(MARK, this.layout);
    const context = this.#context(level);
    const content = html`${value.isAuthored ? nothing : benefitsTemplate(value, context)}${below}`;
    try {
      render(content, this.#box);
    } catch {
      render(nothing, this.#box); // as in SettingsElement
      render(content, this.#box);
    }
    this.#light.show(this.#box);
  }

  #context(level: number): BenefitsContext {
    const insert = articleCode()?.insertText;
    const options = { headingLevel: level, tableLabel: this.localizer.say('Table'), replaced: this.#box };
    return {
      level,
      isAccordion: this.layout === 'accordion',
      insert: insert && ((safe) => insert(this, safe, options) ?? nothing),
    };
  }

  /** The comparison and the questions, where they are wanted. */
  #renderBelow(level: number): TemplateResult | undefined {
    const { withComparison, withFaq } = this;
    if (!withComparison && !withFaq) return undefined;
    const { locale } = this.localizer;
    const { language, levels, faq } = textsFor(locale);
    const lang = language === 'en' ? 'en' : locale;
    return html`${
      withComparison
        ? comparisonTemplate(entriesOf(this.levels, 'name') ?? levels.levels, {
            text: levels,
            locale: lang,
            level,
            chosen: this.#chosen,
            choose: (chosen) => {
              this.#chosen = chosen;
              this.requestUpdate();
            },
          })
        : nothing
    }
    ${withFaq ? faqTemplate(this.#questions, faq.title, lang, this.#context(level)) : nothing}`;
  }

  get #questions(): readonly FaqEntry[] {
    return entriesOf(this.faq, 'question') ?? textsFor(this.localizer.locale).faq.entries;
  }

  /** The rules for texts with markup; loads the code for them, where there is such a text, and then updates. */
  #textStyles({ intro, benefits }: Explainer) {
    const answers = this.withFaq ? this.#questions : [];
    const texts = [intro, ...benefits.map(({ body }) => body), ...answers.map(({ answer }) => answer)];
    if (!texts.some(isMarkup)) return [];
    if (!articleCode())
      loadArticleCode().then(
        () => this.requestUpdate(),
        () => undefined, // offline: tried again with the next update
      );
    return articleCode()?.textStyles ?? [];
  }

  get #hasReference(): unknown {
    return this.slug?.trim() || this.articleId?.trim();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-benefits': CareBenefits;
  }
}
