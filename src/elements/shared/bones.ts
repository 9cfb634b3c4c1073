import { html, type TemplateResult } from 'lit';

const LINES = [html`<i></i>`, html`<i></i><i></i>`, html`<i></i><i></i><i></i>`] as const;

/** The grey shape of a text of one to three lines, the last of several shorter; `part` makes it as large as that part's. */
export const bones = (lines: 1 | 2 | 3, part?: string): TemplateResult =>
  html`<div class="bones" part=${part ?? ''}>${LINES[lines - 1]}</div>`;
