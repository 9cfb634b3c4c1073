import { css } from 'lit';
import { unseen } from '../../styles/unseen.js';

/** Of the bar at the lower edge of the window: it must leave room to read, on buttons that can still be hit. */
export const stickyStyles = css`
  :host([layout='sticky']) {
    padding: 0; /* also with a theme */
  }
  .sticky {
    display: grid;
    gap: var(--_s2);
    padding: var(--_s2) var(--_s4) calc(var(--_s2) + env(safe-area-inset-bottom, 0px));
    border-block-start: 1px solid var(--_border);
    background: var(--care-color-surface, Canvas);
    color: var(--care-color-text, CanvasText);
    box-shadow: var(--care-shadow, var(--_shadow, none));
  }
  .sticky > .clinic {
    gap: var(--_s2) var(--_s5);
  }
  .sticky [part='title'] {
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: 1em;
    font-weight: var(--_weight);
  }
  .sticky .primary,
  .sticky ::slotted([slot]) {
    flex: 1 1 12em;
  }
  .sticky ::slotted([slot]),
  .sticky [part='crisis-buttons'] > a {
    min-block-size: var(--_target) !important;
    padding: var(--_s1) var(--_s2);
    font-size: 0.875em !important;
  }
  .sticky > [part='crisis'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    align-items: center;
    border: 0;
    background: none;
  }
  .sticky [part='crisis-buttons'] > .wide {
    display: none; /* only the card shows it */
  }
  /* on a phone the bar is the number and the crisis line, in one row where that has room; the rest is for screen readers only */
  @media not (min-width: 48em) {
    .sticky {
      display: flex;
      flex-wrap: wrap;
      padding-inline: var(--_s3);
    }
    .sticky > .clinic {
      flex: 1 1 100%;
    }
    .sticky.single > .clinic {
      flex-basis: 11.5em; /* the width of a number beside an icon */
    }
    .sticky [part^='crisis'] {
      flex: auto;
    }
    .sticky :is(.words, [part='crisis-title'], [part='cost-note'], [part='hours'], .single bdi > span) {
      ${unseen}
    }
    .sticky [part='emergency'] {
      display: none;
    }
  }
  @media (min-width: 48em) {
    /* beside each other where both have room, else the buttons below */
    .sticky :is(.clinic, .words) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
    }
    .sticky .words {
      flex: 1 1 14em;
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
