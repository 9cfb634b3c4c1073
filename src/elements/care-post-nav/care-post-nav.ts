import { html, nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import type { Question } from '../../controllers/content-controller.js';
import { SlugParamController } from '../../controllers/slug-param.js';
import type { Loaded } from '../../events/care-load-event.js';
import type { Article, Neighbors } from '../../model/article.js';
import { CareError } from '../../model/care-error.js';
import { omitEmpty } from '../../sources/shared/read.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { articleHref } from '../shared/content-links.js';
import { referenceOf } from '../../model/article-reference.js';
import { skeletonLines } from '../shared/skeleton-lines.js';
import { depthBeside } from '../shared/depth-beside.js';
import { ContentElement } from '../shared/content-element.js';
import { isPart, partOf, readArticle } from '../shared/rendered.js';
import { styles } from './care-post-nav.styles.js';

/**
 * Links to the articles before and after one, by date of publication: a direction and the title.
 *
 * @tag care-post-nav
 * @slot - Fallback, shown until the links are there and again where they fail: best a link to all articles.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The links are there and rendered: `articles`. Does not bubble.
 * @fires {CareErrorEvent} care-error - They could not be loaded: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows a link: `url`, `article`. Cancelable.
 * @csspart nav - The navigation.
 * @csspart link - Either link.
 * @csspart previous - The link to the next older article.
 * @csspart next - The link to the next newer article.
 * @csspart direction - "Earlier" or "Later".
 * @csspart title - The article's title.
 * @csspart skeleton - The grey shape while loading.
 * @csspart problem - The sentence on failure.
 * @csspart retry - "Try again".
 * @csspart source - The link to the source on failure.
 * @csspart empty - The sentence where there is no other article.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Not asked yet.
 * @cssstate loading - Waiting for an answer.
 * @cssstate ready - The links are shown.
 * @cssstate empty - There is no article before or after.
 * @cssstate error - No answer could be had.
 * @cssstate stale - What is shown is older than five minutes and is being asked for again, or that failed.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - The direction.
 * @cssproperty --care-color-surface - Background of the links. Default: none.
 * @cssproperty --care-color-raised - Skeleton.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - The titles.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - The titles. Default: `--care-font`.
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - "Try again". Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Default: none.
 */
export class CarePostNav extends ContentElement<Neighbors> {
  static override styles = [tokens, host, states, styles];

  /** Slug of the article that the page shows. */
  @property() slug?: string | undefined;
  /** Its identifier at the source, instead of `slug`. */
  @property({ attribute: 'article-id' }) articleId?: string | undefined;
  /** Name of the query parameter of the page's address that holds its slug, instead of `slug`. */
  @property({ attribute: 'slug-param' }) slugParam?: string | undefined;
  /** Stays within the article's first category. */
  @property({ type: Boolean, attribute: 'same-category' }) sameCategory = false;
  /** Name of the navigation for assistive technology. Default "More articles", in the widget's language. */
  @property() label?: string | undefined;
  /** The article that the page shows, where it is at hand: saves the request for it. */
  @property({ attribute: false }) article?: Article | undefined;
  /** Shows these links without any request. */
  @property({ attribute: false }) neighbors?: Neighbors | undefined;

  readonly #address = new SlugParamController(this, () => this.slugParam?.trim());

  protected question(): Question<Neighbors> | CareError {
    const { article, sameCategory } = this;
    const reference = article ? { id: article.id } : referenceOf(this, this.#address.slug);
    if (reference instanceof CareError) return reference;
    return {
      key: JSON.stringify([reference, sameCategory]),
      ask: async (client, options) => {
        const { signal, isReload } = options;
        const depth = depthBeside(this);
        const around = article ?? (await client.getArticle(reference, { depth, signal, isReload }));
        return client.getNeighbors(around, { ...options, sameCategory });
      },
    };
  }

  protected given(): Neighbors | undefined {
    return this.neighbors;
  }

  protected rendered(): Neighbors | undefined {
    const [previous, next] = ['previous', 'next'].map((direction) => {
      const link = partOf(this, direction);
      return link ? readArticle(link) : undefined;
    });
    return previous || next ? omitEmpty({ previous, next }) : undefined;
  }

  protected override linkedArticle(link: HTMLAnchorElement): Article | undefined {
    return isPart(link, 'next') ? this.value?.next : this.value?.previous;
  }

  protected override isEmpty({ previous, next }: Neighbors): boolean {
    return !previous && !next;
  }

  protected loaded({ previous, next }: Neighbors): Loaded {
    return { articles: [previous, next].filter((article) => !!article) };
  }

  protected renderContent({ previous, next }: Neighbors): TemplateResult {
    return html`<nav part="nav" aria-label=${this.label || this.localizer.say('More articles')}>
      ${this.#link('previous', previous)}${this.#link('next', next)}
    </nav>`;
  }

  protected renderSkeleton(): TemplateResult {
    const { say, locale } = this.localizer;
    const box = html`<div part="link">${skeletonLines(1, 'direction')}${skeletonLines(2, 'title')}</div>`;
    return html`<div part="nav skeleton" role="group" aria-busy="true" aria-label=${say('Loading…')} lang=${locale}>
      ${box}${box}
    </div>`;
  }

  #link(direction: 'previous' | 'next', article: Article | undefined): TemplateResult | typeof nothing {
    const href = article && articleHref(this.settings, article);
    if (!article || !href) return nothing;
    const { say, locale } = this.localizer;
    return html`<a
      part="link ${direction}"
      rel=${direction === 'previous' ? 'prev' : 'next'}
      href=${href}
      @click=${(event: MouseEvent) => this.navigate(event, article)}
    >
      <span part="direction" lang=${locale}>${say(direction === 'previous' ? 'Earlier' : 'Later')}</span>
      <span part="title"
        ><bdi lang=${article.language ?? nothing}>${article.title || say('Untitled article')}</bdi></span
      >
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-post-nav': CarePostNav;
  }
}
