import { nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { diagnoseAttributes } from '../../controllers/diagnose.js';
import type { Question } from '../../controllers/content-controller.js';
import type { Loaded } from '../../events/care-load-event.js';
import type { Article } from '../../model/article.js';
import { cardLayoutOf } from '../../model/card-layout.js';
import { CareError } from '../../model/care-error.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { articleHref } from '../shared/content-links.js';
import { nameOf } from '../../model/article-reference.js';
import { ContentElement } from '../shared/content-element.js';
import { givenArticles } from '../shared/given-articles.js';
import { readArticle } from '../shared/rendered.js';
import { styles } from './care-article-card.styles.js';
import { cardTemplate, skeletonTemplate } from './care-article-card.template.js';

export type CardLayout = 'vertical' | 'horizontal' | 'compact';

/**
 * One article as a card: picture, topic, heading with the card's one link, teaser, whether it was reviewed, byline, date and
 * minutes.
 *
 * @tag care-article-card
 * @slot - Fallback, shown until the card is ready and again where it fails: best a link to the article.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The article is there and rendered: `article`. Does not bubble.
 * @fires {CareErrorEvent} care-error - It could not be loaded: `error`. Does not bubble.
 * @fires {CareNavigateEvent} care-navigate - A visitor follows the link: `url`, `article`. Cancelable.
 * @csspart card - The whole card.
 * @csspart image - The picture.
 * @csspart eyebrow - The article's first category, where the source names one.
 * @csspart content - Everything beside or below the picture.
 * @csspart title - The heading.
 * @csspart link - The link in the heading.
 * @csspart excerpt - The teaser.
 * @csspart foot - Everything below the teaser.
 * @csspart reviewed - "Reviewed", where the source names reviewers.
 * @csspart byline - The names; "By" is for assistive technology.
 * @csspart author - The names without letters; from three on the first one and how many more.
 * @csspart date - The day of publication.
 * @csspart reading-time - The minutes of reading, where the source counts them.
 * @csspart skeleton - The grey shape while loading.
 * @csspart problem - The sentence on failure.
 * @csspart retry - "Try again".
 * @csspart source - The link to the source on failure.
 * @csspart empty - The sentence where there is no article yet.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Not asked yet.
 * @cssstate loading - Waiting for an answer.
 * @cssstate ready - The article is shown.
 * @cssstate empty - The endpoint has no article yet.
 * @cssstate error - No article could be had.
 * @cssstate stale - What is shown is older than five minutes and is being asked for again, or that failed.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - Byline and date.
 * @cssproperty --care-color-surface - Background of the card. Default: none.
 * @cssproperty --care-color-raised - Empty picture, skeleton.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - The topic.
 * @cssproperty --care-color-success - "Reviewed".
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - "Try again". Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Default: none.
 */
export class CareArticleCard extends ContentElement<Article | null> {
  static override styles = [tokens, host, states, styles];

  /** The article's slug, as at the end of its address. */
  @property() slug?: string | undefined;
  /** The article's identifier at the source, instead of `slug`. */
  @property({ attribute: 'article-id' }) articleId?: string | undefined;
  /** Shows the newest article, instead of `slug`. */
  @property({ type: Boolean }) latest = false;
  /** `vertical` (default), `horizontal` or `compact`. */
  @property() layout: CardLayout = 'vertical';
  /** Without the picture. */
  @property({ type: Boolean, attribute: 'without-image' }) withoutImage = false;
  /** Without the teaser. */
  @property({ type: Boolean, attribute: 'without-excerpt' }) withoutExcerpt = false;
  /** Without the authors. */
  @property({ type: Boolean, attribute: 'without-byline' }) withoutByline = false;
  /** Without the day of publication. */
  @property({ type: Boolean, attribute: 'without-date' }) withoutDate = false;
  /** Shows this article without any request. */
  @property({ attribute: false }) article?: Article | undefined;

  protected question(): Question<Article | null> | CareError {
    const slug = this.slug?.trim();
    const id = this.articleId?.trim();
    if (+!!slug + +!!id + +this.latest !== 1) {
      return new CareError('not-configured', { detail: 'exactly one of slug, article-id, latest is needed' });
    }
    if (this.latest) {
      return {
        key: 'latest',
        async ask(client, { signal, isReload }) {
          const { articles } = await client.listArticles({ page: 1, perPage: 1 }, { signal, isReload });
          return articles[0] ?? null;
        },
      };
    }
    const reference = slug ? nameOf(slug) : { id: id ?? '' };
    return { key: JSON.stringify(reference), ask: (client, options) => client.getArticle(reference, options) };
  }

  protected given(): Article | undefined {
    return givenArticles(this, this.article)?.[0];
  }

  protected rendered(): Article | undefined {
    return readArticle(this);
  }

  protected override linkedArticle(): Article | undefined {
    return this.value ?? undefined;
  }

  protected override isEmpty(article: Article | null): boolean {
    return !article;
  }

  protected loaded(article: Article | null): Loaded {
    return article ? { article } : {};
  }

  protected override sourceUrl(): string | undefined {
    const named = { slug: '', id: this.articleId ?? '', ...nameOf(this.slug?.trim() ?? '') };
    return (this.settings['article-url'] && articleHref(this.settings, named)) || super.sourceUrl();
  }

  protected renderContent(article: Article | null): TemplateResult | typeof nothing {
    if (!article) return nothing;
    const { settings, localizer, layout } = this;
    if (cardLayoutOf(layout) !== layout) diagnoseAttributes(this);
    return cardTemplate(article, this, {
      href: articleHref(settings, article),
      localizer,
      navigate: this.follow,
    });
  }

  /** Lit calls it on the card. */
  protected follow(event: MouseEvent): void {
    this.navigate(event, this.linkedArticle());
  }

  protected renderSkeleton(): TemplateResult {
    return skeletonTemplate(this, this.localizer);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-article-card': CareArticleCard;
  }
}
