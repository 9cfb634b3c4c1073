import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { AnchorController } from '../../controllers/anchor-controller.js';
import type { Question } from '../../controllers/content-controller.js';
import { LightDomController } from '../../controllers/light-dom.js';
import { SlugParamController } from '../../controllers/slug-param.js';
import type { Loaded } from '../../events/care-load-event.js';
import { safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import { host } from '../../styles/host.js';
import { adopt, prose } from '../../styles/prose.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { articleHref } from '../shared/article-link.js';
import { referenceOf } from '../shared/article-reference.js';
import { ContentElement } from '../shared/content-element.js';
import { createBody, PROSE, type Body } from './care-article.body.js';
import { styles } from './care-article.styles.js';
import { articleTemplate, skeletonTemplate } from './care-article.template.js';

/** Marks the description in the light DOM. */
const DATA = 'data-care-structured-data';

// What only some pages ask for, shared by all articles of a page once it is there.
let toc: typeof import('./care-article.toc.js') | undefined;
let data: typeof import('./care-article.structured-data.js') | undefined;

/**
 * A whole article: title, byline with credentials, reviewer, dates, picture, text, categories, and where it was first
 * published. The text stands in the page's own tree, where the page's typography, the browser's search and search engines
 * reach it.
 *
 * @tag care-article
 * @slot - Fallback, shown until the article is ready and again where it fails: best a link to the article.
 * @slot body - The text, put there by the element itself.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @attr {boolean} isolated - Keeps the text in the shadow root, out of reach of the page's style sheets.
 * @attr {boolean} with-toc - A table of contents, where the text has two headings or more.
 * @attr {boolean} with-structured-data - Describes the article to search engines (JSON-LD), unless another one on the page does.
 * @fires {CareLoadEvent} care-load - The article is there and rendered: `article`. Does not bubble.
 * @fires {CareErrorEvent} care-error - It could not be loaded: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows a link to a category or, with `excerpt-only`, to the article: `url`, `article`. Cancelable.
 * @csspart article - The whole article.
 * @csspart header - Title, byline, review and dates.
 * @csspart title - The heading.
 * @csspart byline - "By" and the names with their letters.
 * @csspart author - The names with their letters.
 * @csspart review - Who reviewed the text, and when.
 * @csspart reviewer - The reviewers' names with their letters.
 * @csspart facts - Dates and reading time.
 * @csspart published - Day of publication.
 * @csspart updated - Day of the last change, where it is a later one.
 * @csspart reading-time - Minutes.
 * @csspart figure - Picture and caption.
 * @csspart image - The picture.
 * @csspart caption - Its caption.
 * @csspart toc - Table of contents.
 * @csspart toc-title - "On this page".
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
 * @cssproperty --care-color-accent - Links of the frame, mark of a quotation.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-measure - Longest line. Default 42em.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-space - Default 1em.
 */
export class CareArticle extends ContentElement<Article> {
  static override styles = [tokens, host, states, prose, styles];
  static override properties: PropertyDeclarations = {
    slug: {},
    articleId: { attribute: 'article-id' },
    slugParam: { attribute: 'slug-param' },
    isolated: { type: Boolean },
    excerptOnly: { type: Boolean, attribute: 'excerpt-only' },
    withToc: { type: Boolean, attribute: 'with-toc' },
    withStructuredData: { type: Boolean, attribute: 'with-structured-data' },
    withoutImage: { type: Boolean, attribute: 'without-image' },
    withoutByline: { type: Boolean, attribute: 'without-byline' },
    withoutDates: { type: Boolean, attribute: 'without-dates' },
    withoutCategories: { type: Boolean, attribute: 'without-categories' },
    withoutReadingTime: { type: Boolean, attribute: 'without-reading-time' },
    withoutAttribution: { type: Boolean, attribute: 'without-attribution' },
    article: { attribute: false },
  };

  /** The article's slug, as at the end of its address. */
  declare slug?: string | undefined;
  /** The article's identifier at the source, instead of `slug`. */
  declare articleId?: string | undefined;
  /** Name of the query parameter of the page's address that holds the slug, instead of `slug`. */
  declare slugParam?: string | undefined;
  declare isolated: boolean;
  /** Shows the teaser and a link instead of the text. */
  declare excerptOnly: boolean;
  declare withToc: boolean;
  declare withStructuredData: boolean;
  /** Without the picture. */
  declare withoutImage: boolean;
  /** Without authors and reviewers. */
  declare withoutByline: boolean;
  /** Without the days of publication and change. */
  declare withoutDates: boolean;
  /** Without the categories. */
  declare withoutCategories: boolean;
  /** Without the minutes of reading. */
  declare withoutReadingTime: boolean;
  /** Without "Originally published by …". */
  declare withoutAttribution: boolean;
  /** Shows this article without any request. Its `body` is what `articleBody()` made. */
  declare article?: Article | undefined;

  readonly #slugParam = new SlugParamController(this, () => this.slugParam?.trim());
  readonly #lightBody = new LightDomController(this, PROSE);
  readonly #lightData = new LightDomController(this, DATA);
  /** What is shown now, or was last. */
  #body: Body | undefined;
  #described: Article | undefined;
  #description: Element | undefined;

  constructor() {
    super();
    new AnchorController(this, () => this.#body?.element);
    this.isolated = false;
    this.excerptOnly = false;
    this.withToc = false;
    this.withStructuredData = false;
    this.withoutImage = false;
    this.withoutByline = false;
    this.withoutDates = false;
    this.withoutCategories = false;
    this.withoutReadingTime = false;
    this.withoutAttribution = false;
  }

  protected question(): Question<Article> | CareError {
    const reference = referenceOf(this, this.#slugParam.slug);
    if (reference instanceof CareError) return reference;
    const depth = this.excerptOnly ? 'summary' : 'full';
    return {
      key: JSON.stringify([depth, reference]),
      ask: async (client, options) =>
        (await Promise.all([client.getArticle(reference, { ...options, depth }), this.#loadExtras()]))[0],
    };
  }

  protected given(): Article | undefined {
    return this.article;
  }

  protected loaded(article: Article): Loaded {
    return { article };
  }

  protected override render(): unknown {
    const view = super.render();
    if (!this.#lightData.isWanted) data?.releasePage(this);
    return view;
  }

  protected renderContent(article: Article): TemplateResult {
    const { settings, localizer, isolated } = this;
    const body = (this.#body = this.#prepare(article));
    if (body) {
      body.place(isolated);
      if (!isolated) {
        adopt(this.getRootNode(), prose);
        this.#lightBody.show(body.element);
      }
      if (this.#lacksExtras) void this.#loadExtras().then(() => this.#lacksExtras || this.requestUpdate());
      if (this.withStructuredData && data?.describesPage(this)) this.#lightData.show(this.#describe(article, data));
      if (this.withToc && toc) adopt(this.renderRoot, toc.tocStyles);
    }
    return articleTemplate(article, this, {
      settings,
      localizer,
      body: body && (isolated ? body.element : html`<slot name="body"></slot>`),
      toc: (body?.outline.length && toc?.tocTemplate(body.outline, article.language, localizer)) || nothing,
      minutes: article.readingMinutes ?? body?.minutes ?? 0,
      href: articleHref(settings, article),
      origin: this.#foreignOrigin(article),
      navigate: (event) => this.navigate(event),
      navigateArticle: (event) => this.navigate(event, article),
    });
  }

  protected renderSkeleton(): TemplateResult {
    return skeletonTemplate(this, this.localizer);
  }

  /** The same body as before, as long as nothing that it is made of has changed. */
  #prepare(article: Article): Body | undefined {
    if (this.excerptOnly || article.isProtected || !article.body) return undefined;
    const level = this.headingLevel ?? 2;
    return createBody(article.body, {
      before: this.#body,
      outlineOf: this.withToc ? toc?.outlineOf : undefined,
      headingLevel: Number.isInteger(level) && level > 0 && level < 7 ? level : 2,
      tableLabel: this.localizer.say('Table'),
      language: article.language,
      locale: this.localizer.locale,
    });
  }

  #describe(article: Article, { structuredData }: NonNullable<typeof data>): Element {
    if (!this.#description || this.#described !== article) {
      this.#description = structuredData(article);
      this.#description.setAttribute(DATA, '');
    }
    this.#described = article;
    return this.#description;
  }

  get #lacksExtras(): boolean {
    return (this.withToc && !toc) || (this.withStructuredData && !data);
  }

  /** Never rejects: an article is worth showing without them. */
  async #loadExtras(): Promise<void> {
    try {
      if (this.withToc) toc ??= await import('./care-article.toc.js');
      if (this.withStructuredData) data ??= await import('./care-article.structured-data.js');
    } catch {
      // offline: tried again with the next change
    }
  }

  /** The origin that the article was asked of, unless the page itself is where it is published. */
  #foreignOrigin({ url }: Article): string | undefined {
    const asked = this.article ? url : safeUrl(this.settings.endpoint, document.baseURI);
    const [published, source] = [url, asked].map((address) => address && new URL(address).origin);
    return published === location.origin || source === location.origin ? undefined : source;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-article': CareArticle;
  }
}
