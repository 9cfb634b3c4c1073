import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import type { Category } from '../../model/taxonomy.js';

/** More topics than this are a menu: a dozen buttons would push the articles from a phone's screen. */
const MOST_BUTTONS = 8;

interface Search {
  readonly value: string;
  readonly typed: (event: InputEvent) => void;
  readonly submitted: (event: SubmitEvent) => void;
}

export const searchTemplate = ({ value, typed, submitted }: Search, { say, locale }: Localizer): TemplateResult =>
  html`<form part="search" role="search" lang=${locale} @submit=${submitted}>
    <label part="label" for="search">${say('Search articles')}</label>
    <input id="search" part="input" type="search" autocomplete="off" .value=${value} @input=${typed} />
    <button part="submit">${say('Search')}</button>
  </form>`;

interface Filter {
  readonly categories: readonly Category[];
  readonly current: string;
  readonly choose: (slug: string) => void;
}

export const filterTemplate = ({ categories, current, choose }: Filter, { say, locale }: Localizer): TemplateResult => {
  const topics = [{ slug: '', name: say('All topics') }, ...categories];
  if (categories.length > MOST_BUTTONS) {
    return html`<div part="filter">
      <label part="label" for="filter" lang=${locale}>${say('Topic')}</label>
      <select
        id="filter"
        part="input"
        @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
      >
        ${topics.map(({ slug, name }) => html`<option .value=${slug} ?selected=${slug === current}>${name}</option>`)}
      </select>
    </div>`;
  }
  return html`<div part="filter" role="group" aria-label=${say('Topic')}>
    ${topics.map(
      ({ slug, name }) =>
        html`<button
          part="topic"
          type="button"
          dir="auto"
          aria-pressed=${slug === current ? 'true' : 'false'}
          @click=${() => choose(slug)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
};

export const noMatchTemplate = (reset: () => void, { say, locale }: Localizer): TemplateResult =>
  html`<div part="empty" lang=${locale}>
    <p>${say('No article matches.')}</p>
    <button part="reset" type="button" @click=${reset}>${say('Show all articles')}</button>
  </div>`;

interface Foot {
  readonly hasMore: boolean;
  /** A further page could not be had: the button asks for it again. */
  readonly problem: boolean;
  readonly isLoading: boolean;
  /** To be announced. */
  readonly status: string;
  readonly more: () => void;
}

export const footTemplate = (
  { hasMore, problem, isLoading, status, more }: Foot,
  { say, locale }: Localizer,
): TemplateResult =>
  html`<div part="footer" lang=${locale}>
    ${
      hasMore
        ? html`<button part="more" type="button" aria-disabled=${isLoading} @click=${more}>
            ${say(problem ? 'Try again' : 'Show more')}
          </button>`
        : nothing
    }
    <p part="status" role="status">${status}</p>
  </div>`;
