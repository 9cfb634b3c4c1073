import { css } from 'lit';

export const styles = css`
  :host {
    --_edge: color-mix(in srgb, currentcolor 55%, transparent);
  }
  [part='controls'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-end: calc(1.25 * var(--_space));
  }
  [part='search'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25em 0.5em;
    flex: 0 1 30em;
  }
  [part='search'] > label {
    grid-column: 1 / -1;
    margin: 0;
  }
  [part='filter'] {
    display: flex;
    inline-size: 100%;
    flex-wrap: wrap;
    gap: 0.5em;
    min-block-size: 2.75em;
  }
  [part='label'] {
    display: block;
    inline-size: 100%;
    margin-block-end: 0.25em;
    font-size: 0.9em;
    font-weight: 600;
  }
  [part='input'],
  button {
    min-block-size: 2.75em;
    padding: 0.4em 0.9em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
    font: inherit;
  }
  [part='input'] {
    inline-size: 100%;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  button {
    cursor: pointer;
  }
  button:hover {
    border-color: currentcolor;
  }
  [part='topic'] {
    border-radius: 2em;
  }
  [aria-pressed='true'] {
    border-color: currentcolor;
    color: var(--care-color-accent, inherit);
    font-weight: 600;
    box-shadow: inset 0 0 0 1px;
  }
  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em var(--_space);
    margin-block-start: var(--_space);
  }
  [part='more'],
  [part='reset'] {
    padding-inline: 1.5em;
    border-color: currentcolor;
    color: var(--care-color-accent, inherit);
    font-weight: 600;
  }
  [part='status'] {
    min-block-size: 1lh;
    color: var(--_muted);
  }
  [part='empty'] ~ * > [part='status'] {
    opacity: 0; /* to be heard; what there is to see stands in the box */
  }
  [part='empty'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em var(--_space);
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  @media print {
    [part='controls'],
    [part='footer'] {
      display: none;
    }
  }
`;
