import { html, nothing } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import { nameWithCredentials } from '../../model/author-name.js';
import type { Author } from '../../model/author.js';

/** "By Jane Roe, MS, LPC and Ana Ruiz, MD"; nothing where nobody is named. */
export const byline = (authors: readonly Author[], { say, list, locale }: Localizer): unknown =>
  authors.length
    ? html`<p part="byline" dir="auto">
        <span lang=${locale}>${say('By')}</span> <bdi part="author">${list(authors.map(nameWithCredentials))}</bdi>
      </p>`
    : nothing;
