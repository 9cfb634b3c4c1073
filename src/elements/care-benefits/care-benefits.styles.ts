import { css } from 'lit';

/** The frame in the shadow root. */
export const styles = css`
  [part='title'] {
    margin: 0 0 0.4em;
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: 1.6em;
    line-height: 1.3;
  }
`;

/**
 * The explainer itself, which stands in the page's own tree. Each rule has specificity zero: whatever the page says about
 * headings, lists or paragraphs wins.
 */
export const explainerStyles = css`
  /* what holds the layout together is not the page's typography: it wins over rules for bare elements */
  [data-care-benefits] {
    overflow-wrap: break-word !important;
  }
  [data-care-benefits],
  [data-care-benefits] :where(div, p, ul, li, h1, h2, h3, h4, h5, h6, details, summary, span, strong) {
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 100%;
    float: none;
    white-space: normal;
  }
  [data-care-benefits],
  [data-care-benefits] :where([part='content'], [part='answer'], [part='limits']) {
    display: block;
  }
  :where([data-care-benefits]) {
    & :where([part='title']) {
      flex: 1 1 12em;
      margin: 0 0 0.4em;
      font-family: var(--care-font-heading, var(--_heading, inherit));
      line-height: 1.3;
    }
    & :where([part='text'], [part='points']) {
      margin: 0 0 0.4em;
    }
    & :where([part='points']) {
      padding-inline-start: 1.25em;
    }
    & [part='text'],
    & [part='content'] {
      max-inline-size: min(100%, var(--care-measure, 42em));
    }
    & :where([part='item']) {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(2 * var(--_space));
      padding-block: var(--_space);
      border-block-start: 1px solid var(--_border);
    }
    & :where([part='content']) {
      flex: 3 1 20em;
      min-inline-size: 0;
    }
    & :where([part='limits']) {
      margin-block-start: var(--_space);
      padding: var(--_space);
      border-inline-start: 0.3em solid var(--care-color-accent, currentcolor);
      border-radius: var(--_radius);
      background: var(--_raised);
    }
  }
`;

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
      color: var(--_text, inherit);
      box-shadow: var(--care-shadow, var(--_shadow, none));
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
    /* style sheets of pages say summary { display: list-item }, also below a class: the arrow would hang over the edge */
    & [part='summary'][part] {
      display: flex;
      box-sizing: border-box;
      min-block-size: 2.75em;
    }
    & :where([part='summary']) {
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
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
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
