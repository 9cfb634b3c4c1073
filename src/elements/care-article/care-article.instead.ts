import { css, html, nothing } from 'lit';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { ArticleOptions } from './care-article.template.js';

interface InsteadContext {
  readonly localizer: Localizer;
  /** Where the article can be read as a whole. */
  readonly href: string | undefined;
  readonly navigate: (event: MouseEvent) => void;
}

/** In place of a text that its source does not give to everybody. */
const protection = (href: string | undefined, { say, locale }: Localizer): unknown =>
  html`<div part="protected" lang=${locale}>
    <p>${say('This text is not public.')}</p>
    ${
      href
        ? html`<a part="source" href=${href} rel="noopener noreferrer"
            >${say('Read it on {site}', { site: new URL(href).host })}</a
          >`
        : nothing
    }
  </div>`;

const excerptView = (
  { excerpt, language }: Article,
  { excerptOnly }: ArticleOptions,
  { href, localizer: { say, locale }, navigate }: InsteadContext,
): unknown =>
  html`${excerpt ? html`<p part="excerpt" dir="auto" lang=${language ?? nothing}>${excerpt}</p>` : nothing}
  ${
    excerptOnly && href
      ? html`<p lang=${locale}>
          <a part="more" href=${href} aria-describedby="title" @click=${navigate}>${say('Read the whole article')}</a>
        </p>`
      : nothing
  }`;

/** What stands in the place of a text. */
export const instead = (article: Article, options: ArticleOptions, context: InsteadContext): unknown =>
  article.isProtected
    ? protection(safeUrl(article.url, document.baseURI), context.localizer)
    : excerptView(article, options, context);

export const insteadStyles = css`
  [part='excerpt'] {
    margin-block-end: var(--_s4);
  }
  [part='more'],
  [part='source'] {
    display: inline-block;
    padding-block: calc((var(--_target) - 1lh) / 2);
  }
  [part='more'] {
    color: var(--care-color-accent, inherit);
  }
  [part='protected'] {
    padding: var(--_s4) var(--_s5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
  }
  @media print {
    [part='source']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
