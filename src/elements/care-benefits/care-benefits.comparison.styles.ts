import { css } from 'lit';
import { unseen } from '../../styles/unseen.js';

/** Stacks by the room that the table has, not by that of the screen: it may stand in a narrow column. */
export const comparisonStyles = css`
  [data-care-benefits] [part='comparison'] {
    display: block;
    container-type: inline-size;
  }
  [data-care-benefits] [part='comparison'] :is([part='answer'], [part='pair-frame']) {
    max-inline-size: none;
    overflow-x: auto !important;
  }
  [data-care-benefits] :is(table, caption, thead, tbody, tr, th, td, p) {
    float: none;
    min-inline-size: 0;
    max-inline-size: 100%;
    white-space: normal;
  }
  :where([data-care-benefits] [part='comparison']) {
    margin-block-start: var(--_s6);
  }
  :where([data-care-benefits] table) {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  :where([data-care-benefits] [part='caption']) {
    padding-block-end: var(--_s3);
    text-align: start;
  }
  /* the heading says the same, so it is for who jumps from table to table; in print the table may stand alone */
  @media screen {
    [data-care-benefits] [part='answer'] [part='caption'] {
      ${unseen}
    }
  }
  :where([data-care-benefits] :is(th, td)) {
    padding: var(--_s3);
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  :where([data-care-benefits] th) {
    font-weight: 600;
  }
  :where([data-care-benefits] thead th) {
    border-block-end-width: 2px;
    vertical-align: bottom;
  }
  :where([data-care-benefits] [aria-current]) {
    background: var(--_raised);
  }
  :where([data-care-benefits] [aria-current] > th) {
    box-shadow: inset 0.3em 0 var(--care-color-accent, currentcolor);
  }
  :where([data-care-benefits] [aria-current]:dir(rtl) > th) {
    box-shadow: inset -0.3em 0 var(--care-color-accent, currentcolor);
  }
  :where([data-care-benefits] [part='badge']) {
    display: inline-block;
    padding-inline: var(--_s2);
    border: 1px solid currentcolor;
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 400;
    white-space: nowrap;
  }
  :where([data-care-benefits] [part='label']) {
    display: none;
  }
  :where([data-care-benefits] [part='note']) {
    margin-block: var(--_s3) 0;
    color: var(--_muted);
    font-size: 0.875em;
  }
  /* a control looks as the element's other controls do, on any page */
  [data-care-benefits] [part='chooser'] {
    display: flex;
    float: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s1) var(--_s3);
    margin-block-end: var(--_s4);
    font-weight: 600;
  }
  [data-care-benefits] [part='select'][part] {
    position: static;
    display: block;
    flex: 0 1 20em;
    box-sizing: border-box;
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 100%;
    block-size: auto;
    min-block-size: 3em !important;
    opacity: 1;
    pointer-events: auto !important;
    margin: 0;
    padding: var(--_s2) var(--_s3);
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: inherit;
    font: inherit;
    font-weight: 400;
  }
  /* the browser gives the open list its own background */
  [data-care-benefits] option {
    background: Canvas;
    color: CanvasText;
  }
  [data-care-benefits] [part='select']:focus-visible {
    outline: 3px solid var(--_focus) !important;
    outline-offset: 2px;
  }
  [data-care-benefits] [part='pair'] {
    margin-block-end: var(--_s4);
    table-layout: fixed;
    hyphens: auto;
    overflow-wrap: anywhere;
  }
  :where([data-care-benefits] [part='pair'] [part='badge']) {
    display: block;
    padding: 0;
    border: 0;
  }
  :where([data-care-benefits] [part='criterion']) {
    color: var(--_muted);
    font-size: 0.875em;
  }
  :where([data-care-benefits] [part='pair'] td:nth-child(2)) {
    background: var(--_raised);
  }
  @container (max-width: 38em) {
    /* the criterion stands above its two values */
    [data-care-benefits] [part='pair'] {
      &,
      thead,
      tbody {
        display: block;
      }
      tr {
        display: grid;
        grid-template-columns: 1fr 1fr;
      }
      thead td {
        display: none;
      }
      :is(th, td) {
        padding-inline: var(--_s2);
      }
      thead th {
        font-size: 0.875em;
      }
      [part='badge'] {
        font-size: 1em;
      }
      [part='criterion'] {
        grid-column: 1 / -1;
        padding-block: var(--_s2) 0;
        border: 0;
      }
    }
  }
  @container (max-width: 46em) {
    [data-care-benefits] [part='table'],
    [data-care-benefits] [part='table'] :is(caption, tbody, [part='row'], th, td) {
      display: block;
    }
    [data-care-benefits] [part='head'] {
      ${unseen}
    }
    [data-care-benefits] [part='row'] {
      margin-block-end: var(--_s4);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      overflow: clip;
    }
    [data-care-benefits] [part='cell'] {
      display: grid;
      grid-template-columns: minmax(7em, 2fr) 3fr;
      gap: var(--_s1) var(--_s4);
      padding-block: var(--_s2);
      border: 0;
    }
    [data-care-benefits] [part='label'] {
      display: block;
      color: var(--_muted);
    }
  }
  @container (max-width: 20em) {
    [data-care-benefits] [part='cell'] {
      display: block;
    }
  }
  @media print {
    [data-care-benefits] [part='chooser'],
    [data-care-benefits] [part='pair-frame']:has(+ [part='disclosure']),
    [data-care-benefits] [part='comparison'] [part='summary'][part] {
      display: none;
    }
    :where([data-care-benefits] [part='row']) {
      break-inside: avoid;
    }
  }
`;
