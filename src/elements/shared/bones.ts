import { html, type TemplateResult } from 'lit';

const LINE = html`<i></i>`;

/** The grey shape of a text of so many lines, whose last one is shorter; `part` makes it as large as that part's. */
export const bones = (lines: number, part?: string): TemplateResult =>
  html`<div class="bones" part=${part ?? ''}>${Array<TemplateResult>(lines).fill(LINE)}</div>`;
