import { css } from 'lit';

/**
 * The text of an article. It stands in the page's own tree, so each rule has specificity zero: whatever the page says
 * about paragraphs, headings or links wins. Nothing reaches beyond `[data-care-body]`.
 */
export const prose = css`
  :where([data-care-body]) {
    display: flow-root;
    overflow-wrap: break-word;
  }
  /* of equal specificity with a page's rules for "*", and behind them: no word and no box makes the page wider */
  :where([data-care-body] *) {
    box-sizing: border-box;
    max-inline-size: 100%;
    min-inline-size: 0;
    overflow-wrap: break-word;
  }
  /* what holds the layout together is not the page's typography: it wins over rules for bare elements */
  [data-care-body] {
    display: flow-root;
    float: none;
    min-inline-size: 0;
    overflow-wrap: break-word !important;
  }
  [data-care-body] :where(h1, h2, h3, h4, h5, h6, p, li, dd, blockquote, figcaption, summary) {
    float: none;
    white-space: normal;
  }
  [data-care-body] :where(div, section, figure, blockquote) {
    min-inline-size: 0;
  }
  [data-care-body] :where(dd) {
    inline-size: auto;
  }
  [data-care-body] :where(pre) {
    white-space: pre-wrap !important;
  }
  [data-care-body] :where(summary) {
    padding-block: 0.4em;
  }
  :where([data-care-body] > :first-child) {
    margin-block-start: 0;
  }
  :where([data-care-body] > :last-child) {
    margin-block-end: 0;
  }
  :where([data-care-body] :is(h1, h2, h3, h4, h5, h6)) {
    margin-block: 1.6em 0.5em;
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-weight: var(--_weight);
    line-height: 1.25;
    text-wrap: balance;
    break-after: avoid;
  }
  :where([data-care-body] h2) {
    font-size: 1.375em;
  }
  :where([data-care-body] h3) {
    font-size: 1.1875em;
  }
  :where([data-care-body] :is(h4, h5, h6)) {
    font-size: 1em;
  }
  /* no page sets lines so close on purpose: it has not set them at all */
  :where([data-care-body] :is(p, li, dd, blockquote, figcaption, summary, td, th)) {
    line-height: max(1.5em, 1lh);
  }
  :where([data-care-body] [id]) {
    scroll-margin-block-start: 1.5em;
  }
  :where([data-care-body] [tabindex='-1']:focus) {
    outline: none;
  }
  :where([data-care-body] li + li) {
    margin-block-start: 0.4em;
  }
  :where([data-care-body] img) {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
  }
  :where([data-care-themed='dark'] img) {
    filter: brightness(0.92);
  }
  /* made for the page's own ground; pages that give cells a colour often give them a ground as well */
  [data-care-body][data-care-themed]:not(#_) :is(tbody, tr, th, td) {
    background: none;
    color: inherit;
  }
  [data-care-body][data-care-themed]:not(#_) thead {
    background: var(--_raised);
  }
  :where([data-care-body] figure) {
    margin: 1.5em 0;
  }
  :where([data-care-body] figcaption) {
    margin-block-start: 0.5em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  :where([data-care-body] blockquote) {
    margin: 1.5em 0;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--care-color-accent, var(--_edge));
    font-size: 1.1875em;
  }
  /* more levels than fit on a small screen stand one below the other */
  :where(
    [data-care-body] :is(blockquote, ul, ol, dd) :is(blockquote, ul, ol, dd) :is(blockquote, ul, ol, dd) blockquote
  ) {
    margin-inline: 0;
    padding-inline-start: 0;
    border: 0;
  }
  :where([data-care-body] blockquote blockquote) {
    font-size: 1em;
  }
  :where([data-care-body] :is(audio, video)) {
    max-inline-size: 100%;
  }
  :where([data-care-body] pre) {
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_raised);
    white-space: pre-wrap;
  }
  :where([data-care-body] hr) {
    max-inline-size: 100%; /* of a width attribute */
    margin-block: 2em;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
  :where([data-care-body] summary) {
    padding-block: 0.4em;
    cursor: pointer;
  }
  @media print {
    :where([data-care-body]) {
      font-size: 11pt;
    }
    :where([data-care-body] h2) {
      font-size: 14pt;
    }
    :where([data-care-body] h3) {
      font-size: 12pt;
    }
    :where([data-care-body] details)::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    :where([data-care-body] :is(figure, blockquote, tr, pre)) {
      break-inside: avoid;
    }
    :where([data-care-body] a[href^='http']:not(:has(img)))::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
      overflow-wrap: anywhere;
    }
  }
`;
