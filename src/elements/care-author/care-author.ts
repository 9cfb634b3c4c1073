import type { TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import type { Question } from '../../controllers/content-controller.js';
import { SlugParamController } from '../../controllers/slug-param.js';
import type { Loaded } from '../../events/care-load-event.js';
import { safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import { namedAuthor } from '../../model/author-name.js';
import type { Author } from '../../model/author.js';
import { CareError } from '../../model/care-error.js';
import { host } from '../../styles/host.js';
import { states } from '../../styles/states.js';
import { tokens } from '../../styles/tokens.js';
import { referenceOf } from '../../model/article-reference.js';
import { depthBeside } from '../shared/depth-beside.js';
import { ContentElement } from '../shared/content-element.js';
import { givenArticles } from '../shared/given-articles.js';
import { readAuthors } from '../shared/rendered.js';
import { explain } from '../../data/glossary.js';
import { styles } from './care-author.styles.js';
import { authorsTemplate, skeletonTemplate } from './care-author.template.js';

/** What the element needs of an article: its authors. */
type Written = Pick<Article, 'authors'>;

/**
 * Who wrote an article: the name with the letters as given, and on request what the letters stand for.
 *
 * @tag care-author
 * @slot - Fallback, shown until the byline is there and again where it fails: best the byline as text.
 * @slot loading - Shown while loading, in place of the skeleton.
 * @slot error - Shown on failure, in place of the sentence and "Try again".
 * @fires {CareLoadEvent} care-load - The byline is there and rendered: `article`, where it came from one. Does not bubble.
 * @fires {CareErrorEvent} care-error - It could not be loaded: `error`. Does not bubble.
 * @csspart authors - The list of authors.
 * @csspart author - One of them.
 * @csspart image - The portrait.
 * @csspart byline - "By", the name and the letters.
 * @csspart name - The name; a link where there is a page about the person.
 * @csspart credentials - The letters.
 * @csspart glossary - The disclosure that explains the letters.
 * @csspart summary - What opens it.
 * @csspart letters - The list of letters and what they stand for.
 * @csspart note - That nothing was verified.
 * @csspart skeleton - The grey shape while loading.
 * @csspart problem - The sentence on failure.
 * @csspart retry - "Try again".
 * @csspart source - The link to the source on failure.
 * @csspart empty - The sentence where the article names nobody.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Not asked yet.
 * @cssstate loading - Waiting for an answer.
 * @cssstate ready - The byline is shown.
 * @cssstate empty - The article names nobody.
 * @cssstate error - No byline could be had.
 * @cssstate stale - What is shown is older than five minutes and is being asked for again, or that failed.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - "By", the letters, the note.
 * @cssproperty --care-color-surface - Background of the sentence on failure. Default: none.
 * @cssproperty --care-color-raised - Behind the portrait, skeleton.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - "Try again". Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 */
export class CareAuthor extends ContentElement<Written | Article> {
  static override styles = [tokens, host, states, styles];

  /** Slug of an article: shows its authors. */
  @property() slug?: string | undefined;
  /** The article's identifier at the source, instead of `slug`. */
  @property({ attribute: 'article-id' }) articleId?: string | undefined;
  /** Name of the query parameter of the page's address that holds the article's slug, instead of `slug`. */
  @property({ attribute: 'slug-param' }) slugParam?: string | undefined;
  /** Name of a person, instead of an article; letters behind a comma are recognised. */
  @property() name?: string | undefined;
  /** Letters after `name`, separated by commas: `MS, LPC`. Shown as given. */
  @property() credentials?: string | undefined;
  /** URL of a page about the person. */
  @property() url?: string | undefined;
  /** URL of a portrait of the person. */
  @property() image?: string | undefined;
  /** Adds a disclosure that says what the letters stand for, where that is known and can be one thing only. */
  @property({ type: Boolean, attribute: 'with-glossary' }) withGlossary = false;
  /** Shows the authors of this article without any request. */
  @property({ attribute: false }) article?: Article | undefined;
  /**
   * What letters stand for, in your own words; they win over what is built in, and empty words suppress it. As an
   * attribute `LAC: Licensed Addiction Counselor; MS:`, as a property also an object of letters to words.
   */
  @property({ converter: (value) => value }) expansions?: string | Readonly<Record<string, string>> | undefined;

  /** Of the attributes: the same object as long as they are the same. */
  #named: Written | undefined;
  readonly #address = new SlugParamController(this, () => this.slugParam?.trim());

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const names = ['name', 'credentials', 'url', 'image'];
    if (names.some((name) => changed.has(name))) this.#named = this.#readAttributes();
  }

  protected question(): Question<Written> | CareError {
    const reference = referenceOf(this, this.#address.slug);
    if (reference instanceof CareError) return reference;
    return {
      key: JSON.stringify(reference),
      ask: (client, options) => client.getArticle(reference, { ...options, depth: depthBeside(this) }),
    };
  }

  protected given(): Written | undefined {
    return givenArticles(this, this.article)?.[0] ?? this.#named;
  }

  protected rendered(): Written | undefined {
    const authors = readAuthors(this);
    return authors.length ? { authors } : undefined;
  }

  protected override isEmpty({ authors }: Written): boolean {
    return !authors.length;
  }

  protected loaded(written: Written | Article): Loaded {
    return 'slug' in written ? { article: written } : {};
  }

  protected renderContent({ authors }: Written): TemplateResult {
    return authorsTemplate(authors, this.withGlossary ? explain(authors, this.expansions) : [], this.localizer);
  }

  protected renderSkeleton(): TemplateResult {
    return skeletonTemplate(this.withGlossary, this.localizer);
  }

  #readAttributes(): Written | undefined {
    const byline = this.name?.trim();
    if (!byline) return undefined;
    const [url, imageUrl] = [this.url, this.image].map((address) => safeUrl(address, document.baseURI));
    const author: Author = {
      ...namedAuthor(byline, this.credentials),
      ...(url ? { url } : {}),
      ...(imageUrl ? { imageUrl } : {}),
    };
    return { authors: [author] };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-author': CareAuthor;
  }
}
