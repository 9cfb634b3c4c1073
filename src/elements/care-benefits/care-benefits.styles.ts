import { css } from 'lit';

/** The frame in the shadow root. */
export const styles = css`
  /* as high as the window, so that what follows does not shift once the text is there */
  [part='skeleton'] {
    min-block-size: 100vh;
  }
  .lines {
    margin-block-end: var(--_s5);
  }
  .title {
    inline-size: 60%;
    font-size: 1.75em;
  }
  div[part='title'] {
    margin: 0 0 var(--_s3);
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
      margin: 0 0 var(--_s2);
      font-family: var(--care-font-heading, var(--_heading, inherit));
      font-size: 1.1875em;
      font-weight: var(--_weight);
      line-height: 1.25;
      text-wrap: balance;
    }
    & :where([part='comparison'], [part='faq']) > :where([part='title']) {
      font-size: 1.375em;
      line-height: 1.2;
    }
    & :where([part='text'], [part='points']) {
      margin: 0 0 var(--_s2);
    }
    & :where([part='benefits'] > [part='text']) {
      margin-block-end: var(--_s4);
    }
    & :where([part='points']) {
      padding-inline-start: var(--_s5);
    }
    & [part='text'],
    & [part='content'] {
      max-inline-size: min(100%, var(--care-measure, 60ch));
    }
    & :where([part='item']) {
      display: flex;
      flex-wrap: wrap;
      column-gap: var(--_s6);
      padding-block: var(--_s4);
      border-block-start: 1px solid var(--_border);
    }
    & :where([part='content']) {
      flex: 3 1 20em;
      min-inline-size: 0;
    }
    & [part='limits'] {
      max-inline-size: min(100%, calc(var(--care-measure, 60ch) + var(--_s7))); /* no wider than its lines */
    }
    & :where([part='limits']) {
      margin-block-start: var(--_s4);
      padding: var(--_s4);
      border-inline-start: 0.25em solid var(--care-color-accent, var(--_edge));
      border-radius: var(--_radius);
      background: var(--_raised);
    }
  }
`;

/** Of all layouts but the list, and of the questions. */
export const layoutStyles = css`
  :where([data-care-benefits='grid']) {
    /* two columns at most, and the first across both where one would be left over */
    & :where([part='items']) {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, max(17em, calc((100% - var(--_space)) / 2))), 1fr));
      gap: var(--_s4);
      margin-block-start: var(--_s4);
    }
    & :where([part='item']) {
      display: block;
      min-inline-size: 0;
      padding: var(--_s4) var(--_s5) var(--_s2);
      border: 1px solid var(--_border);
      border-block-start: 3px solid var(--care-color-accent, var(--_border));
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text, inherit);
      box-shadow: var(--care-shadow, var(--_shadow, none));
    }
    & :where([part='item']:first-child:nth-last-child(odd)) {
      display: flex;
      grid-column: 1 / -1;
    }
    & :where([part='limits']) {
      margin-block-start: var(--_s5);
    }
  }
  :where([data-care-benefits='accordion']) :where([part='limits']) {
    margin-block-start: var(--_s5);
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
      min-block-size: var(--_target) !important;
    }
    & :where([part='summary']) {
      align-items: baseline;
      justify-content: space-between;
      gap: var(--_s4);
      padding-block: var(--_s4);
      cursor: pointer;
      list-style: none;
      font-weight: 600;
    }
    /* a line to press, not a heading of the page's: its margins and size would tear it apart */
    & [part='summary'] > *,
    & [part='summary'] ::slotted(*) {
      margin: 0 !important;
      font-size: 1.1875em !important;
      line-height: 1.3 !important;
    }
    & :where([part='summary']:hover) {
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 0.2em;
    }
    /* against a page's ":focus { outline: 0 }" */
    & [part='summary']:focus-visible {
      outline: 3px solid var(--_focus) !important;
      outline-offset: 2px;
    }
    & :where([part='summary'])::after {
      content: '';
      flex: none;
      inline-size: 0.5em;
      block-size: 0.5em;
      margin-inline: var(--_s1);
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
      padding-block-end: var(--_s2);
      max-inline-size: var(--care-measure, 60ch);
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
