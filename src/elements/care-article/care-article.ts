import { html, nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import type { Question } from '../../controllers/content-controller.js';
import { AnchorController } from '../../controllers/anchor-controller.js';
import { complain } from '../../controllers/complain.js';
import { LightDomController } from '../../controllers/light-dom.js';
import { SlugParamController } from '../../controllers/slug-param.js';
import { WideController } from '../../controllers/wide-controller.js';
import type { Loaded } from '../../events/care-load-event.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import { host } from '../../styles/host.js';
import { adopt } from '../../styles/adopt.js';
import { proseBlocks } from '../../styles/prose-blocks.js';
import { prose } from '../../styles/prose.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { articleHref } from '../shared/content-links.js';
import { referenceOf } from '../../model/article-reference.js';
import { ContentElement } from '../shared/content-element.js';
import { textOf } from '../../html/safe-html.js';
import { givenArticles } from '../shared/given-articles.js';
import { heading } from '../shared/heading.js';
import { LightHeading } from '../shared/light-heading.js';
import { partOf, readArticle } from '../shared/rendered.js';
import { headingLevelOf } from '../../model/heading-level.js';
import { createBody, PROSE, type Body } from './care-article.body.js';
import { instead, insteadStyles } from './care-article.instead.js';
import { foreignOrigin } from './care-article.origin.js';
import { DATA, releasePage, structuredData } from './care-article.structured-data.js';
import { styles } from './care-article.styles.js';
import { articleTemplate, skeletonTemplate } from './care-article.template.js';
import { TOC_BESIDE, tocStyles, tocTemplate } from './care-article.toc.js';
import { nextReviewOf, trustStyles } from './care-article.trust.js';

/**
 * A whole article: title, byline with credentials, reviewer, dates, picture, text, categories, and where it was first
 * published. The text stands in the page's own tree, where the page's typography, the browser's search and search engines
 * reach it.
 *
 * @tag care-article
 * @slot - Fallback, shown until the article is ready and again where it fails: best a link to the article.
 * @slot title - The heading, put there by the element itself.
 * @slot body - The text, put there by the element itself.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The article is there and rendered: `article`. Does not bubble.
 * @fires {CareErrorEvent} care-error - It could not be loaded: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows a link to a category or, with `excerpt-only`, to the article: `url`, `article`. Cancelable.
 * @csspart article - The whole article.
 * @csspart header - All above the picture: category, title, summary, byline, review and dates.
 * @csspart eyebrow - The first category, above the title.
 * @csspart title - Around the heading, which stands in the page's own tree: `care-article [part='title']`. With `isolated`, the heading.
 * @csspart summary - The short answer below the title.
 * @csspart trust - Around byline, review and facts.
 * @csspart byline - "By" and the names with their letters.
 * @csspart author - The names with their letters.
 * @csspart name - A name, where the source has a page about that person: the link to it.
 * @csspart review - Who reviewed the text, and when.
 * @csspart reviewer - The reviewers' names with their letters.
 * @csspart next-review - Day on which the next review is due.
 * @csspart facts - The latest of the dates, and the reading time.
 * @csspart published - Day of publication: among the facts, or in the footer where the text was changed later.
 * @csspart updated - Day of the last change, where it is a later one.
 * @csspart reading-time - Minutes.
 * @csspart figure - Picture and caption.
 * @csspart image - The picture.
 * @csspart caption - Its caption.
 * @csspart toc - Table of contents.
 * @csspart toc-title - "On this page".
 * @csspart toc-count - How many headings it lists, in brackets.
 * @csspart toc-link - A link in it.
 * @csspart body - The text, with `isolated`.
 * @csspart excerpt - The teaser, with `excerpt-only` or where there is no text.
 * @csspart more - The link to the whole article, with `excerpt-only`.
 * @csspart protected - What stands in place of a text that is not public.
 * @csspart footer - Categories and attribution.
 * @csspart categories - List of categories.
 * @csspart category - One of them.
 * @csspart attribution - "Originally published by …".
 * @csspart attribution-link - The link in it.
 * @csspart skeleton - The grey shape while loading.
 * @csspart problem - The sentence on failure.
 * @csspart retry - "Try again".
 * @csspart source - The link to the source on failure, or where the text is not public.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Not asked yet.
 * @cssstate loading - Waiting for an answer.
 * @cssstate ready - The article is shown.
 * @cssstate error - No article could be had.
 * @cssstate stale - What is shown is older than five minutes and is being asked for again, or that failed.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - Dates, captions, attribution.
 * @cssproperty --care-color-surface - Background of the table of contents. Default: none.
 * @cssproperty --care-color-raised - Empty picture, code, skeleton.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - Category above the title, links of the frame, mark of a quotation.
 * @cssproperty --care-color-success - "Reviewed by" and its mark.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-measure - Longest line. Default 60ch.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - "Try again". Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 */
export class CareArticle extends ContentElement<Article> {
  static override styles = [tokens, host, states, prose, proseBlocks, styles, trustStyles, tocStyles, insteadStyles];

  /** The article's slug, as at the end of its address. */
  @property() slug?: string | undefined;
  /** The article's identifier at the source, instead of `slug`. */
  @property({ attribute: 'article-id' }) articleId?: string | undefined;
  /** Name of the query parameter of the page's address that holds the slug, instead of `slug`. */
  @property({ attribute: 'slug-param' }) slugParam?: string | undefined;
  /** Keeps the text in the shadow root, out of reach of the page's style sheets. */
  @property({ type: Boolean }) isolated = false;
  /** Shows the teaser and a link instead of the text. */
  @property({ type: Boolean, attribute: 'excerpt-only' }) excerptOnly = false;
  /** A table of contents, where the text has two headings or more. */
  @property({ type: Boolean, attribute: 'with-toc', reflect: true }) withToc = false;
  /** Describes the article to search engines (JSON-LD), unless another element of the page does. */
  @property({ type: Boolean, attribute: 'with-structured-data' }) withStructuredData = false;
  /** Without the picture. */
  @property({ type: Boolean, attribute: 'without-image' }) withoutImage = false;
  /** Without authors and reviewers. */
  @property({ type: Boolean, attribute: 'without-byline' }) withoutByline = false;
  /** Without the days of publication and change. */
  @property({ type: Boolean, attribute: 'without-dates' }) withoutDates = false;
  /** Without the categories. */
  @property({ type: Boolean, attribute: 'without-categories' }) withoutCategories = false;
  /** Without the minutes of reading. */
  @property({ type: Boolean, attribute: 'without-reading-time' }) withoutReadingTime = false;
  /** Without "Originally published by …". */
  @property({ type: Boolean, attribute: 'without-attribution' }) withoutAttribution = false;
  /** A short answer below the title, in your own words. Default: none. */
  @property() summary?: string | undefined;
  /** Day on which the next review is due, `2027-03-05`. Default: what the source says. */
  @property({ attribute: 'next-review' }) nextReview?: string | undefined;
  /** Shows this article without any request. Its `body` is what `articleBody()` made. */
  @property({ attribute: false }) article?: Article | undefined;

  readonly #heading = new LightHeading(this);
  readonly #width = new WideController(this, TOC_BESIDE);
  readonly #slugParam = new SlugParamController(this, () => this.slugParam?.trim());
  readonly #lightBody = new LightDomController(this, PROSE);
  readonly #lightData = new LightDomController(this, DATA);
  /** The text that is shown, or was shown last. */
  #body: Body | undefined;

  constructor() {
    super();
    new AnchorController(this, () => this.#body?.element ?? partOf(this, 'body') ?? undefined);
  }

  protected question(): Question<Article> | CareError {
    const reference = referenceOf(this, this.#slugParam.slug);
    if (reference instanceof CareError) return reference;
    const depth = this.excerptOnly ? 'teaser' : 'full';
    return {
      key: JSON.stringify([depth, reference]),
      ask: (client, options) => client.getArticle(reference, { ...options, depth }),
    };
  }

  protected given(): Article | undefined {
    return givenArticles(this, this.article)?.[0];
  }

  protected rendered(): Article | undefined {
    const isWhole = ['body', 'excerpt', 'protected'].some((part) => partOf(this, part));
    return isWhole ? readArticle(this) : undefined;
  }

  protected override isSame(adopted: Article, article: Article): boolean {
    const words = (text: string | null | undefined) => text?.replace(/\s+/g, '');
    const text = article.body && textOf(article.body);
    const shown = { ...article, reviewDue: nextReviewOf(article, this, this.localizer) };
    // `agrees` lets a card pass, which names one category of several; an article lists all of them, or none
    const listed = adopted.categories.length;
    const areAllListed = !listed || listed === article.categories.length;
    return areAllListed && super.isSame(adopted, shown) && words(partOf(this, 'body')?.textContent) === words(text);
  }

  protected loaded(article: Article): Loaded {
    return { article };
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const written = this.nextReview?.trim();
    if (changed.has('nextReview') && written && !this.localizer.day(written))
      complain(this, `next-review="${written}" is no date: write next-review="2027-03-05" (year, month, day).`);
  }

  protected override render(): unknown {
    const view = super.render();
    if (!this.#lightData.isWanted) releasePage(this);
    return view;
  }

  protected renderContent(article: Article): TemplateResult {
    const { settings, localizer, isolated } = this;
    const body = (this.#body = this.#prepare(article));
    if (body && !isolated) {
      adopt(this.getRootNode(), prose, proseBlocks);
      this.#lightBody.show(body.element);
    }
    if (body && this.withStructuredData) this.#lightData.show(structuredData(this, article));
    return articleTemplate(article, this, {
      settings,
      localizer,
      body: !body
        ? instead(article, this, {
            localizer,
            href: articleHref(settings, article),
            navigate: (event) => this.navigate(event, article),
          })
        : isolated
          ? body.element
          : html`<slot name="body"></slot>`,
      title: this.#title(article),
      toc: this.withToc && body ? tocTemplate(body.outline, article.language, this.#width.isWide, localizer) : nothing,
      minutes: article.readingMinutes ?? body?.minutes ?? 0,
      origin: foreignOrigin(article.url, this.article ? article.url : settings.endpoint),
      navigate: (event) => this.navigate(event),
    });
  }

  protected renderSkeleton(): TemplateResult {
    return skeletonTemplate(this, this.localizer);
  }

  /** The heading, which stands where the text stands. */
  #title({ title, language }: Article): TemplateResult {
    const { say, locale } = this.localizer;
    const words = title || say('Untitled article');
    const lang = title ? language : locale;
    return this.isolated
      ? heading(this.headingLevel, html`<span id="title" lang=${lang ?? nothing}>${words}</span>`)
      : this.#heading.show(this.headingLevel, words, lang);
  }

  /** The text that is to be shown, if any: the same body as before, as long as nothing that it is made of has changed. */
  #prepare(article: Article): Body | undefined {
    if (this.excerptOnly || article.isProtected || !article.body) return undefined;
    return createBody(article.body, {
      before: this.#body,
      withOutline: this.withToc,
      headingLevel: headingLevelOf(this.headingLevel),
      tableLabel: this.localizer.say('Table'),
      language: article.language,
      locale: this.localizer.locale,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-article': CareArticle;
  }
}
