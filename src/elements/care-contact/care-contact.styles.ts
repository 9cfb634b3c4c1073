import { css } from 'lit';

export const styles = css`
  :host {
    /* invalid, and so the other value, unless the page sets both */
    --_fill: color-mix(in srgb, var(--care-color-accent) 100%, var(--care-color-accent-text) 0%);
    --_ink: color-mix(in srgb, var(--care-color-accent-text) 100%, var(--care-color-accent) 0%);
  }
  [part='contact'] {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
  }
  .card,
  .banner {
    padding: calc(1.25 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--care-shadow, none);
  }
  p,
  dl,
  dd,
  ul,
  [part='title'] {
    margin: 0;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 min(1em, 3%);
    margin-block: 0.5em;
  }
  dl > div {
    display: contents;
  }
  ul {
    padding-inline-start: 1.2em;
  }
  [part='title'] {
    font-family: var(--care-font-heading, inherit);
    font-size: 1.35em;
    font-weight: 600;
    line-height: 1.25;
  }
  [part='channels'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .card > [part='channels'] {
    flex-direction: column;
  }
  /* against the page's own rules for links, which would break the contrast on the fill */
  ::slotted([slot]) {
    display: inline-flex !important;
    flex-wrap: wrap;
    gap: 0 0.35em;
    align-items: center;
    justify-content: center;
    box-sizing: border-box;
    max-inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 1em;
    border: 1px solid var(--care-color-accent, currentcolor) !important;
    border-radius: var(--_radius);
    color: var(--care-color-accent, inherit) !important;
    font-weight: 600;
    text-align: center;
    text-decoration: none !important;
    overflow-wrap: anywhere;
  }
  ::slotted(span[slot]) {
    border-style: dashed !important;
  }
  ::slotted(a[slot='phone']) {
    border-width: 2px !important;
    background: var(--_fill, transparent) !important;
    color: var(--_ink, var(--care-color-accent, inherit)) !important;
  }
  ::slotted(a[slot]:hover) {
    text-decoration: underline !important;
  }
  /* not in the colour of the words, which vanishes beside the fill that they stand on; a gap of the page's own on both sides */
  ::slotted(a[slot]:focus-visible) {
    outline: 0.2em solid var(--care-color-focus, var(--care-color-accent, currentcolor)) !important;
    outline-offset: 0.15em !important;
  }
  [part='hours'],
  [part='license'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .inline {
    gap: 0.5em;
  }
  @media (min-width: 48em) {
    .banner {
      flex-flow: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.6em 1.5em;
    }
  }
`;

/** Of the bar at the lower edge of the window. */
export const stickyStyles = css`
  .sticky {
    gap: 0.4em;
    padding: 0.6em var(--_space) calc(0.6em + env(safe-area-inset-bottom, 0px));
    border-block-start: 1px solid var(--_border);
    background: var(--care-color-surface, Canvas);
    color: var(--care-color-text, CanvasText);
    box-shadow: var(--care-shadow, none);
  }
  .sticky > [part='title'] {
    font-size: 1em;
  }
  .sticky > [part='crisis'] {
    font-size: 0.9em;
  }
  /* a bar must leave room to read: small words on buttons that can still be hit */
  .sticky ::slotted([slot]) {
    min-block-size: 3.15em;
    padding: 0.15em 0.7em;
    font-size: 0.875em !important;
  }
  @media (min-width: 48em) {
    .sticky {
      flex-flow: wrap;
      align-items: center;
      gap: 0.6em 1.5em;
    }
  }
`;

/** Holds the bar there: see `StickyController`. */
export const holdAtEdge = css`
  @media screen and (min-height: 24em) {
    :host([layout='sticky']) {
      position: sticky;
      inset-block-end: 0;
      z-index: 10;
    }
  }
`;
