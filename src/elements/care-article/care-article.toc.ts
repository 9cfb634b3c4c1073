import { css, html, nothing } from 'lit';
import { nestOutline, type OutlineEntry, type OutlineTree } from '../../html/read/outline.js';
import type { Localizer } from '../../localize/localizer.js';
import { icon } from '../shared/icon.js';

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

/** Width of the element from which on the list stands beside the text, in em; the style sheet below says it too. */
export const TOC_BESIDE = 64;

/** Links to the headings of a text, nothing for a text with fewer than two. Closed at first, unless there is room beside the text. */
export const tocTemplate = (
  outline: readonly OutlineEntry[],
  language: string | undefined,
  isBeside: boolean,
  { say, locale }: Localizer,
): unknown =>
  outline.length > 1
    ? html`<nav part="toc" aria-labelledby="toc">
        <details ?open=${isBeside}>
          <summary lang=${locale}>
            <bdi
              ><span part="toc-title" id="toc">${say('On this page')}</span>
              <span part="toc-count">(${outline.length})</span></bdi
            >
            ${icon('chevron')}
          </summary>
          ${tocList(nestOutline(outline), language)}
        </details>
      </nav>`
    : nothing;

export const tocStyles = css`
  [part='toc'] {
    margin-block-end: var(--_s5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
    overflow-wrap: anywhere;
  }
  [part='toc'] > details {
    padding-inline: var(--_s4);
  }
  [part='toc'] summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_s2);
    min-block-size: var(--_target);
    cursor: pointer;
    list-style: none;
  }
  [part='toc'] summary::-webkit-details-marker {
    display: none;
  }
  [part='toc'] .icon {
    color: inherit;
  }
  [open] > summary > .icon {
    rotate: 180deg;
  }
  [part='toc-title'] {
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-weight: 600;
  }
  [part='toc-count'] {
    color: var(--_muted);
  }
  [part='toc'] ul ul {
    padding-inline-start: var(--_s4);
  }
  [part='toc'] > details > ul {
    padding-block-end: var(--_s3);
  }
  [part='toc-link'] {
    display: block;
    padding-block: calc((var(--_target) - 1lh) / 2);
    line-height: 1.35;
    text-decoration-color: var(--_border);
    text-underline-offset: 0.2em;
  }
  [part='toc-link']:hover {
    text-decoration-color: currentcolor;
  }
  /* only here: in Firefox a container makes 300 paragraphs half as slow again */
  :host([with-toc]) {
    container: care-article / inline-size;
    /* where the page shrinks it to its content; a column of a grid grows to it, so no wider than a phone */
    contain-intrinsic-inline-size: min(42em, 80vw);
  }
  /* beside the text, where the template opens it */
  @container care-article (min-width: 64em) {
    [part='article']:has(> [part='toc']) {
      display: grid;
      grid-template: repeat(4, auto) 1fr / minmax(0, var(--care-measure, 60ch)) 16em;
      column-gap: var(--_s7);
      max-inline-size: none;
    }
    [part='article']:has(> [part='toc']) > * {
      grid-column: 1;
    }
    [part='article'] > [part='toc'] {
      position: sticky;
      inset-block-start: 1.5em;
      grid-area: 1 / 2 / 6;
      align-self: start;
      max-block-size: calc(100vh - 3em);
      overflow: auto;
      border: 0;
      border-inline-start: 1px solid var(--_border);
      border-radius: 0;
      font-size: 0.875em;
    }
  }
  @media print {
    [part='toc'] {
      display: none;
    }
  }
`;
