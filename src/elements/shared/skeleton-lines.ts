import { html, type TemplateResult } from 'lit';

/** The grey shape of a text of one to three lines, the last of several shorter; `part` makes it as large as that part's. */
export const skeletonLines = (lines: 1 | 2 | 3, part = ''): TemplateResult => {
  switch (lines) {
    case 1:
      return html`<div class="lines" part=${part}><i></i></div>`;
    case 2:
      return html`<div class="lines" part=${part}><i></i><i></i></div>`;
    default:
      return html`<div class="lines" part=${part}><i></i><i></i><i></i></div>`;
  }
};
