import { css, html, nothing, type TemplateResult } from 'lit';
import { columnsOf, type Column } from '../../data/benefits/columns.js';
import type { LevelOfCare, LevelsText } from '../../model/benefit.js';

const cell = (level: LevelOfCare, column: Column, { columns, current }: LevelsText): TemplateResult => {
  const value = level[column];
  if (column === 'name') {
    return html`<th part="level" role="rowheader" scope="row">
      ${value}${level.isCurrent ? html` <span part="badge">${current}</span>` : nothing}
    </th>`;
  }
  // beside each value the head of its column, for the stacked form; a screen reader has that from the table itself
  return html`<td part="cell" role="cell">
    <span part="label" aria-hidden="true">${columns[column]}</span><span part="value">${value ?? '–'}</span>
  </td>`;
};

/* eslint-disable lit-a11y/no-redundant-role -- not redundant once the parts are displayed as blocks, see below */
/**
 * A captioned table, one row a level. The roles repeat what the elements say, because a table whose parts are displayed
 * as blocks, as here where there is no room for columns, is no table any more to some screen readers.
 */
export const comparisonTemplate = (
  levels: readonly LevelOfCare[],
  text: LevelsText,
  locale: string,
): TemplateResult => {
  const shown = columnsOf(levels);
  return html`<div part="comparison" lang=${locale} dir="auto">
    <table part="table" role="table">
      <caption part="caption">
        ${text.caption}
      </caption>
      <thead part="head" role="rowgroup">
        <tr role="row">
          ${shown.map((column) => html`<th role="columnheader" scope="col">${text.columns[column]}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${levels.map(
          (level) =>
            html`<tr part="row" role="row" aria-current=${level.isCurrent ? 'true' : nothing}>
              ${shown.map((column) => cell(level, column, text))}
            </tr>`,
        )}
      </tbody>
    </table>
    <p part="note">${text.note}</p>
  </div>`;
};

/* eslint-enable lit-a11y/no-redundant-role -- end of the table */

/** Stacks by the room that the table has, not by that of the screen: it may stand in a narrow column. */
export const comparisonStyles = css`
  [data-care-benefits] [part='comparison'] {
    display: block;
    container-type: inline-size;
    overflow-x: auto !important;
  }
  [data-care-benefits] :is(caption, th, td, p) {
    min-inline-size: 0;
    max-inline-size: 100%;
    white-space: normal;
  }
  :where([data-care-benefits] [part='comparison']) {
    margin-block-start: calc(2.5 * var(--_space));
  }
  :where([data-care-benefits] table) {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  :where([data-care-benefits] [part='caption']) {
    padding-block-end: 0.75em;
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: 1.1em;
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
  }
  :where([data-care-benefits] :is(th, td)) {
    padding: 0.7em 0.8em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
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
    padding-inline: 0.6em;
    border: 1px solid currentcolor;
    border-radius: 1em;
    font-size: 0.8em;
    font-weight: 400;
    white-space: nowrap;
  }
  :where([data-care-benefits] [part='label']) {
    display: none;
  }
  :where([data-care-benefits] [part='note']) {
    margin-block: 0.75em 0;
    color: var(--_muted);
    font-size: 0.9em;
  }
  @container (max-width: 46em) {
    [data-care-benefits] :is(table, caption, tbody, [part='row'], th, td) {
      display: block;
    }
    [data-care-benefits] thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    [data-care-benefits] [part='row'] {
      margin-block-end: var(--_space);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      overflow: clip;
    }
    [data-care-benefits] [part='cell'] {
      display: grid;
      grid-template-columns: minmax(7em, 2fr) 3fr;
      gap: 0.2em 1em;
      padding-block: 0.5em;
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
    :where([data-care-benefits] [part='row']) {
      break-inside: avoid;
    }
  }
`;
