import { html } from 'lit';
import type { Localizer } from '../../localize/localizer.js';

/** A phrase with templates in the places of its `{names}`. */
export const fill = (phrase: string, values: Readonly<Record<string, unknown>>): unknown =>
  phrase.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? values[part] : part));

export const time = (iso: string, { day }: Localizer): unknown => html`<time datetime=${iso}>${day(iso)}</time>`;
