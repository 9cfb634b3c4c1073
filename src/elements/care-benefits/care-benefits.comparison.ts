import { html, nothing, type TemplateResult } from 'lit';
import { cellOf, columnsOf, pairOf, type Column } from '../../data/benefits/columns.js';
import type { LevelOfCare, LevelsText } from '../../model/benefit.js';
import { heading } from '../shared/heading.js';
import { disclosure } from './care-benefits.template.js';

interface ComparisonContext {
  readonly text: LevelsText;
  /** BCP 47 of the words. */
  readonly locale: string;
  /** 1 to 6, of the heading. */
  readonly level: number;
  /** The level that a visitor has chosen, if any. */
  readonly chosen: LevelOfCare | undefined;
  readonly choose: (level: LevelOfCare | undefined) => void;
}

const badge = ({ isCurrent }: LevelOfCare, { current }: LevelsText): unknown =>
  isCurrent ? html` <span part="badge">${current}</span>` : nothing;

const cell = (level: LevelOfCare, column: Column, text: LevelsText): TemplateResult => {
  if (column === 'name')
    return html`<th part="level" role="rowheader" scope="row">${level.name}${badge(level, text)}</th>`;
  // beside each value the head of its column, for the stacked form; a screen reader has that from the table itself
  return html`<td part="cell" role="cell">
    <span part="label" aria-hidden="true">${text.columns[column]}</span
    ><span part="value">${cellOf(level, column, text)}</span>
  </td>`;
};

/* eslint-disable lit-a11y/no-redundant-role -- not redundant once the parts are displayed as blocks: such a table is none any more to some screen readers */
/** A captioned table, one row a level. */
const fullTable = (levels: readonly LevelOfCare[], shown: readonly Column[], text: LevelsText): TemplateResult =>
  html`<table part="table" role="table">
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
  </table>`;

/** The level that the page is about beside one other, one row a criterion. */
const pairTable = (
  pair: readonly [LevelOfCare, LevelOfCare],
  shown: readonly Column[],
  text: LevelsText,
): TemplateResult =>
  html`<table part="pair" role="table" aria-label=${text.caption}>
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell"></td>
        ${pair.map((level) => html`<th role="columnheader" scope="col">${level.name}${badge(level, text)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${shown
        .filter((column) => column !== 'name')
        .map(
          (column) =>
            html`<tr role="row">
              <th part="criterion" role="rowheader" scope="row">${text.columns[column]}</th>
              ${pair.map((level) => html`<td role="cell">${cellOf(level, column, text)}</td>`)}
            </tr>`,
        )}
    </tbody>
  </table>`;
/* eslint-enable lit-a11y/no-redundant-role -- end of the tables */

/** Two columns, that of the page and one that a visitor chooses; all of them behind a disclosure, and on paper. */
export const comparisonTemplate = (
  levels: readonly LevelOfCare[],
  { text, locale, level, chosen, choose }: ComparisonContext,
): TemplateResult => {
  const shown = columnsOf(levels);
  const { own, others, other } = pairOf(levels, chosen);
  const all = fullTable(levels, shown, text);
  return html`<div part="comparison" lang=${locale} dir="auto">
    ${heading(level, text.caption)}
    ${
      own && other
        ? html`${
              others.length > 1
                ? html`<label part="chooser"
                    ><span>${text.compareWith}</span>
                    <select
                      part="select"
                      @change=${({ target }: Event) => choose(others[(target as HTMLSelectElement).selectedIndex])}
                    >
                      ${others.map((one) => html`<option ?selected=${one === other}>${one.name}</option>`)}
                    </select></label
                  >`
                : nothing
            }
            <div part="pair-frame">${pairTable([own, other], shown, text)}</div>
            ${others.length > 1 ? disclosure(text.all, all) : nothing}`
        : all
    }
    <p part="note">${text.note}</p>
  </div>`;
};
