import { css, html, type TemplateResult } from 'lit';

/** What a heading discloses: found by the browser's own search while it is closed, which a `div` with a script is not. */
export const disclosure = (summary: unknown, content: unknown): TemplateResult =>
  html`<details part="disclosure">
    <summary part="summary">${summary}</summary>
    <div part="answer">${content}</div>
  </details>`;

/** Of all layouts but the list, and of the questions. */
export const layoutStyles = css`
  :where([data-care-benefits='grid']) {
    & :where([part='items']) {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space);
      margin-block-start: var(--_space);
    }
    & :where([part='item']) {
      display: block;
      flex: 1 1 17em;
      min-inline-size: 0;
      padding: calc(1.25 * var(--_space)) calc(1.25 * var(--_space)) 0.6em;
      border: 1px solid var(--_border);
      border-block-start: 0.25em solid var(--care-color-accent, currentcolor);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--care-shadow, none);
    }
    & :where([part='limits']) {
      margin-block-start: calc(1.5 * var(--_space));
    }
  }
  :where([data-care-benefits='accordion']) :where([part='limits']) {
    margin-block-start: calc(1.5 * var(--_space));
  }
  :where([data-care-benefits]) {
    & :where([part='disclosure']) {
      border-block-end: 1px solid var(--_border);
    }
    & :where([part='disclosure']:first-child) {
      border-block-start: 1px solid var(--_border);
    }
    & :where([part='summary']) {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 1em;
      padding-block: 0.9em;
      cursor: pointer;
      list-style: none;
      font-weight: 600;
    }
    /* not the page's business: a heading's own margins would tear the line that opens it apart */
    & [part='summary'] > *,
    & [part='summary'] ::slotted(*) {
      margin: 0 !important;
    }
    & :where([part='summary']:hover) {
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 0.2em;
    }
    & :where([part='summary']:focus-visible) {
      outline: 0.15em solid var(--_focus);
      outline-offset: 0.15em;
    }
    & :where([part='summary'])::after {
      content: '';
      flex: none;
      inline-size: 0.5em;
      block-size: 0.5em;
      margin-inline: 0.25em;
      border: solid currentcolor;
      border-width: 0 0.14em 0.14em 0;
      rotate: 45deg;
      translate: 0 -0.15em;
    }
    & :where([open] > [part='summary'])::after {
      rotate: 225deg;
      translate: 0 0.15em;
    }
    & :where([part='answer']) {
      padding-block-end: 0.6em;
      max-inline-size: var(--care-measure, 42em);
    }
  }
  @media print {
    :where([data-care-benefits]) :where([part='disclosure'])::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    :where([data-care-benefits]) :where([part='item'], [part='disclosure']) {
      break-inside: avoid;
    }
  }
`;
