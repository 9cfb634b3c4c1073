import { html, nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { diagnose, diagnoseAttributes } from '../../controllers/diagnose.js';
import type { Question } from '../../controllers/content-controller.js';
import type { Loaded } from '../../events/care-load-event.js';
import type { Category } from '../../model/taxonomy.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { chips } from '../../styles/chips.js';
import { tokens } from '../../styles/tokens.js';
import { skeletonLines } from '../shared/skeleton-lines.js';
import { categoryHref } from '../shared/content-links.js';
import { ContentElement } from '../shared/content-element.js';
import { readCategories } from '../shared/rendered.js';
import { styles } from './care-categories.styles.js';

export type CategoriesLayout = 'list' | 'inline';

/**
 * Links to the categories that hold articles, as a navigation with a name.
 *
 * @tag care-categories
 * @slot - Fallback, shown until the links are there and again where they fail: best links to the categories' pages.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The links are there and rendered. Does not bubble.
 * @fires {CareErrorEvent} care-error - They could not be loaded: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows a link: `url`. Cancelable.
 * @csspart nav - The navigation.
 * @csspart list - The list in it.
 * @csspart link - A category's link; where it has no page, its name.
 * @csspart current - The link of the current category.
 * @csspart skeleton - The grey shape while loading.
 * @csspart problem - The sentence on failure.
 * @csspart retry - "Try again".
 * @csspart source - The link to the source on failure.
 * @csspart empty - The sentence where there is no category yet.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Not asked yet.
 * @cssstate loading - Waiting for an answer.
 * @cssstate ready - The links are shown.
 * @cssstate empty - The endpoint has no category yet.
 * @cssstate error - No category could be had.
 * @cssstate stale - What is shown is older than five minutes and is being asked for again, or that failed.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-surface - Background of the links in a row. Default: none.
 * @cssproperty --care-color-raised - Skeleton.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - The current category; in a row, what fills it.
 * @cssproperty --care-color-accent-text - Words of the current category in a row.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - "Try again". Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 */
export class CareCategories extends ContentElement<readonly Category[]> {
  static override styles = [tokens, host, states, chips, styles];

  /** `list` (default), one below the other, or `inline`, in a row that wraps. */
  @property({ reflect: true, useDefault: true }) layout: CategoriesLayout = 'list';
  /** Slug of the category that the page is about. */
  @property() current?: string | undefined;
  /** Name of the navigation for assistive technology. Default "Categories", in the widget's language. */
  @property() label?: string | undefined;
  /** Shows these categories without any request. */
  @property({ attribute: false }) categories?: readonly Category[] | undefined;

  protected question(): Question<readonly Category[]> {
    return { key: 'categories', ask: (client, options) => client.listCategories(options) };
  }

  protected given(): readonly Category[] | undefined {
    return this.categories;
  }

  protected rendered(): readonly Category[] | undefined {
    const links = readCategories(this, 'link');
    return links.length ? links : undefined;
  }

  protected override isEmpty(categories: readonly Category[]): boolean {
    return !categories.length;
  }

  protected loaded(categories: readonly Category[]): Loaded {
    if (!categories.length && !this.categories)
      diagnose(({ tellNoCategories }) => tellNoCategories(this, 'care-categories', this.settings.endpoint));
    return {};
  }

  protected renderContent(categories: readonly Category[]): TemplateResult {
    const { say } = this.localizer;
    if (!/^(?:list|inline)$/.test(this.layout)) diagnoseAttributes(this);
    return html`<nav part="nav" aria-label=${this.label || say('Categories')}>
      <ul part="list" class=${this.#shape}>
        ${categories.map((category) => this.#link(category))}
      </ul>
    </nav>`;
  }

  protected renderSkeleton(): TemplateResult {
    const { say, locale } = this.localizer;
    return html`<div part="skeleton" role="group" aria-busy="true" aria-label=${say('Loading…')} lang=${locale}>
      <ul class=${this.#shape} role="presentation">
        ${[1, 2, 3, 4, 5].map(() => html`<li class="ghost" role="presentation">${skeletonLines(1)}</li>`)}
      </ul>
    </div>`;
  }

  get #shape(): string {
    return this.layout === 'inline' ? 'chips' : 'list';
  }

  #link(category: Category): TemplateResult {
    const href = categoryHref(this.settings, category);
    const isCurrent = category.slug === this.current?.trim();
    const shape = this.layout === 'inline' ? 'chip' : nothing;
    return html`<li>
      ${
        href
          ? html`<a
              part=${isCurrent ? 'link current' : 'link'}
              class=${shape}
              href=${href}
              aria-current=${isCurrent ? 'page' : nothing}
              @click=${(event: MouseEvent) => this.navigate(event)}
              ><bdi>${category.name}</bdi></a
            >`
          : html`<span part="link" class=${shape}><bdi>${category.name}</bdi></span>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-categories': CareCategories;
  }
}
