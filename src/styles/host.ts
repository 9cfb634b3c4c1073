import { css } from 'lit';

/**
 * What a hostile page sets and every shadow root inherits is put back to normal here; what a page sets with good reason
 * (font, size, colour, line height, direction) is left alone.
 */
export const host = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--care-font, inherit);
    font-style: normal;
    font-weight: normal;
    font-variant: normal;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-indent: 0;
    text-align: start;
    text-shadow: none;
    white-space: normal;
    overflow-wrap: break-word;
    hyphens: manual;
    visibility: inherit;
    cursor: auto;
    list-style: none;
    border-collapse: separate;
    quotes: auto;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  a {
    color: inherit;
  }
  a,
  button {
    cursor: pointer;
  }
  :focus-visible {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.15em;
    border-radius: 0.1em;
  }
`;
