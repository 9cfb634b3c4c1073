import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import type { Category } from '../../model/taxonomy.js';
import { svg } from '../shared/svg.js';

/** Drawn for this library. */
const LENS = 'M10.8 4.2a6.6 6.6 0 1 1 0 13.2 6.6 6.6 0 0 1 0-13.2zM15.6 15.6l4.6 4.6';

/** More topics than this become a menu: a dozen buttons would push the articles off a phone's screen. */
const MOST_BUTTONS = 8;

interface Search {
  readonly value: string;
  readonly typed: (event: InputEvent) => void;
  readonly submitted: (event: SubmitEvent) => void;
}

export const searchTemplate = ({ value, typed, submitted }: Search, { say, locale }: Localizer): TemplateResult =>
  html`<form part="search" role="search" lang=${locale} @submit=${submitted}>
    <label part="label" for="search">${say('Search articles')}</label>
    <span class="field"
      >${svg(LENS)}<input id="search" part="input" type="search" autocomplete="off" .value=${value} @input=${typed}
    /></span>
    <button part="submit" class="button">${say('Search')}</button>
  </form>`;

interface Filter {
  readonly categories: readonly Category[];
  readonly current: string;
  readonly choose: (slug: string) => void;
}

/** Skeleton of the topics while they load. */
const SOON = html`<i class="soon"></i><i class="soon"></i><i class="soon"></i>`;

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
        ${topics.map(({ slug, name }) => html`<option .value=${slug} .selected=${slug === current}>${name}</option>`)}
      </select>
    </div>`;
  }
  return html`<div part="filter" class="chips" role="group" aria-label=${say('Topic')}>
    ${topics.map(
      ({ slug, name }) =>
        html`<button
          part="topic"
          class="chip"
          type="button"
          aria-pressed=${slug === current ? 'true' : 'false'}
          @click=${() => choose(slug)}
        >
          <bdi lang=${slug ? nothing : locale}>${name}</bdi>
        </button>`,
    )}
    ${categories.length ? nothing : SOON}
  </div>`;
};

/**
 * What the list holds. Announced is only what follows a visitor's act, not what a page brings by itself.
 * @param state Of the list; `rendered` beside what was rendered before the script.
 */
export const statusTemplate = (status: string, state: string, isLive: boolean, { locale }: Localizer): TemplateResult =>
  html`<p part="status" class=${state} role="status" aria-live=${isLive ? 'polite' : 'off'} lang=${locale}>
    <bdi .textContent=${status}></bdi>
  </p>`;

export const noMatchTemplate = (sentence: string, reset: () => void, { say, locale }: Localizer): TemplateResult =>
  html`<div part="empty" lang=${locale}>
    ${svg(LENS)}
    <p>${sentence}</p>
    <button part="reset" class="button" type="button" @click=${reset}>${say('Show all articles')}</button>
  </div>`;

interface Foot {
  readonly hasMore: boolean;
  /** How many more there will be, where that is known. */
  readonly count: number | undefined;
  /** Why a further page could not be had: the button asks for it again. */
  readonly problem: string;
  readonly isLoading: boolean;
  readonly more: () => void;
}

export const footTemplate = (
  { hasMore, count, problem, isLoading, more }: Foot,
  { say, locale }: Localizer,
): TemplateResult => {
  const label = count ? say('Show {count} more', { count: count.toLocaleString(locale) }) : say('Show more');
  return html`<div part="footer" lang=${locale}>
    <p role="status" .textContent=${problem}></p>
    ${
      hasMore
        ? html`<button part="more" class="button" type="button" aria-disabled=${isLoading} @click=${more}>
            <bdi .textContent=${problem ? say('Try again') : label}></bdi>
          </button>`
        : nothing
    }
  </div>`;
};
