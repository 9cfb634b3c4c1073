import { css, html, nothing } from 'lit';
import type { OutlineEntry } from '../../html/read/outline.js';
import type { Localizer } from '../../localize/localizer.js';

/** Nobody reads a longer list, and Chromium looks for its direction anew with each entry that is put into it. */
const MAX_ENTRIES = 500;

/** The entries below `depth` that stand before the next one of that depth or above are a list within its item. */
const tocList = (outline: readonly OutlineEntry[], language: string | undefined): unknown => {
  const items: { entry: OutlineEntry; below: OutlineEntry[] }[] = [];
  for (const entry of outline) {
    const last = items.at(-1);
    if (last && entry.depth > last.entry.depth) last.below.push(entry);
    else items.push({ entry, below: [] });
  }
  return html`<ul dir="auto">
    ${items.map(
      ({ entry, below }) =>
        html`<li>
          <a part="toc-link" href="#${entry.id}" lang=${language ?? nothing}>${entry.text}</a>
          ${below.length ? tocList(below, language) : nothing}
        </li>`,
    )}
  </ul>`;
};

/** Links to the headings of a text, at most {@link MAX_ENTRIES}; nothing for a text with fewer than two. */
export const tocTemplate = (
  outline: readonly OutlineEntry[],
  language: string | undefined,
  { say, locale }: Localizer,
): unknown =>
  outline.length > 1
    ? html`<nav part="toc" aria-labelledby="toc">
        <p part="toc-title" id="toc" dir="auto" lang=${locale}>${say('On this page')}</p>
        ${tocList(outline.slice(0, MAX_ENTRIES), language)}
      </nav>`
    : nothing;

export const tocStyles = css`
  [part='toc'] {
    margin-block-end: 1.5em;
    padding: var(--_space) calc(1.25 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  [part='toc-title'] {
    font-family: var(--care-font-heading, inherit);
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
