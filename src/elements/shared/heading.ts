import { html, type TemplateResult } from 'lit';
import { headingLevelOf } from '../../model/heading-level.js';

/** A real heading of any level. Its part is `title`. */
export const heading = (level: number | undefined, content: unknown): TemplateResult => {
  switch (headingLevelOf(level)) {
    case 1:
      return html`<h1 part="title" dir="auto">${content}</h1>`;
    case 3:
      return html`<h3 part="title" dir="auto">${content}</h3>`;
    case 4:
      return html`<h4 part="title" dir="auto">${content}</h4>`;
    case 5:
      return html`<h5 part="title" dir="auto">${content}</h5>`;
    case 6:
      return html`<h6 part="title" dir="auto">${content}</h6>`;
    default:
      return html`<h2 part="title" dir="auto">${content}</h2>`;
  }
};
