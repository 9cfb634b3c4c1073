import { css } from 'lit';

/**
 * `all: initial` takes back whatever a hostile page sets and every shadow root would inherit; what a page sets with good
 * reason (font, size, line height, colour) is inherited again. Direction and custom properties are not touched by `all`.
 */
export const host = css`
  :host {
    all: initial;
    display: block;
    color: var(--care-color-text, inherit);
    color-scheme: inherit;
    font-family: var(--care-font, inherit);
    font-size: inherit;
    line-height: inherit;
    visibility: inherit;
    /* against rules for every element, "* { text-transform: uppercase }", which beat those of :host */
    font-style: normal !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    overflow-wrap: break-word !important;
    pointer-events: auto !important;
    -webkit-user-select: text !important;
    user-select: text !important;
    /* in a flex or grid container it may be narrower than its longest word */
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  :host,
  * {
    box-sizing: border-box;
  }
  a {
    color: inherit;
  }
  /* words of the other direction of writing keep to the side where everything else begins */
  [dir='auto'],
  bdi {
    text-align: -webkit-match-parent; /* Chromium */
    text-align: match-parent;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
`;
