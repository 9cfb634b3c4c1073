import { html, nothing, type TemplateResult } from 'lit';
import { KINDS } from '../../data/credentials.js';
import type { Explained } from '../../data/glossary.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Author } from '../../model/author.js';
import { skeletonLines } from '../shared/skeleton-lines.js';
import { icon } from '../shared/icon.js';

/** A portrait that does not arrive leaves no broken picture behind. */
const showIfLoaded = ({ type, currentTarget }: Event): void => {
  (currentTarget as HTMLElement).hidden = type === 'error';
};

const person = ({ name, credentials, url, imageUrl }: Author, { say, locale }: Localizer): TemplateResult => {
  const href = safeUrl(url, document.baseURI);
  return html`<li part="author">
    ${
      imageUrl
        ? html`<img
            part="image"
            src=${imageUrl}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @load=${showIfLoaded}
            @error=${showIfLoaded}
          />`
        : nothing
    }
    <p part="byline" dir="auto">
      <span class="by" lang=${locale}>${say('By')}</span>
      <bdi
        >${href ? html`<a part="name" href=${href}>${name}</a>` : html`<span part="name">${name}</span>`}${
          credentials.length ? html`, <span part="credentials">${credentials.join(', ')}</span>` : nothing
        }</bdi
      >
    </p>
  </li>`;
};

const definition = ([letters, meaning]: Explained, { say, locale }: Localizer): TemplateResult => {
  const isOwn = typeof meaning === 'string';
  const where = !isOwn && meaning.jurisdiction ? ` (${meaning.jurisdiction})` : '';
  return html`<div>
    <dt>${letters}</dt>
    <dd>
      ${
        isOwn
          ? meaning
          : html`<span lang="en">${meaning.expansion}</span>
              <small lang=${locale}>${say(KINDS[meaning.kind])}${where}</small>`
      }
    </dd>
  </div>`;
};

export const authorsTemplate = (
  authors: readonly Author[],
  explained: readonly Explained[],
  localizer: Localizer,
): TemplateResult => {
  const { say, locale } = localizer;
  return html`<ul part="authors">
      ${authors.map((author) => person(author, localizer))}
    </ul>
    ${
      explained.length
        ? html`<details part="glossary" lang=${locale}>
            <summary part="summary">${say('What the letters stand for')} ${icon('chevron')}</summary>
            <dl part="letters">${explained.map((entry) => definition(entry, localizer))}</dl>
            <p part="note">
              <bdi>${say('The letters are shown as given. Nothing about them has been verified here.')}</bdi>
            </p>
          </details>`
        : nothing
    }`;
};

export const skeletonTemplate = (withGlossary: boolean, { say, locale }: Localizer): TemplateResult =>
  html`<div part="skeleton" role="group" aria-busy="true" aria-label=${say('Loading…')} lang=${locale}>
    ${skeletonLines(1)}${withGlossary ? skeletonLines(1) : nothing}
  </div>`;
