import { css, html, nothing } from 'lit';
import { nestOutline, type OutlineEntry, type OutlineTree } from '../../html/read/outline.js';
import type { Localizer } from '../../localize/localizer.js';

const tocList = (tree: readonly OutlineTree[], language: string | undefined): unknown =>
  html`<ul dir="auto">
    ${tree.map(
      ({ id, text, below }) =>
        html`<li>
          <a part="toc-link" href="#${id}" lang=${language ?? nothing}>${text}</a>
          ${below.length ? tocList(below, language) : nothing}
        </li>`,
    )}
  </ul>`;

/** Links to the headings of a text, nothing for a text with fewer than two. */
export const tocTemplate = (
  outline: readonly OutlineEntry[],
  language: string | undefined,
  { say, locale }: Localizer,
): unknown =>
  outline.length > 1
    ? html`<nav part="toc" aria-labelledby="toc">
        <p part="toc-title" id="toc" dir="auto" lang=${locale}>${say('On this page')}</p>
        ${tocList(nestOutline(outline), language)}
      </nav>`
    : nothing;

export const tocStyles = css`
  [part='toc'] {
    margin-block-end: 1.5em;
    padding: var(--_space) calc(1.25 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
    overflow-wrap: anywhere;
  }
  [part='toc-title'] {
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-weight: 600;
  }
  [part='toc'] ul ul {
    padding-inline-start: 1.2em;
  }
  [part='toc-link'] {
    display: inline-block;
    padding-block: 0.25em;
    text-decoration-color: var(--_border);
    text-underline-offset: 0.2em;
  }
  [part='toc-link']:hover {
    text-decoration-color: currentcolor;
  }
  @media print {
    [part='toc'] {
      display: none;
    }
  }
`;
