import { css } from 'lit';

export const styles = css`
  :host {
    /* of the window, or of the container that the page has around it */
    --_title: clamp(1.9375em, 1.35em + 2.6cqi, 2.5em);
    --_title-least: min(9.8cqi, 35px);
  }
  [part~='article'] {
    max-inline-size: min(100%, var(--care-measure, 60ch));
  }
  [part='header'] {
    display: grid;
    gap: calc(0.75 * var(--_space));
    margin-block-end: 1.5em;
  }
  [part='header'] > * {
    min-inline-size: 0;
  }
  p,
  ul,
  [part='title'],
  [part='caption'] {
    margin: 0;
    padding: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  ul {
    list-style-type: '';
  }
  [part='title'] {
    overflow-wrap: anywhere;
  }
  :is(h1, h2, h3, h4, h5, h6) {
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: var(--_title);
    font-weight: var(--_weight);
    line-height: 1.15;
    text-wrap: balance;
  }
  [part='eyebrow'] {
    color: color-mix(in oklab, currentcolor 65%, var(--care-color-accent, currentcolor));
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.4;
  }
  [part='summary'] {
    color: var(--_muted);
    font-size: 1.1875em;
    line-height: 1.5;
    text-wrap: pretty;
  }
  .dated,
  [part='caption'],
  [part='attribution'] {
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.45;
  }
  [part='figure'] {
    margin: 0 0 1.5em;
  }
  img,
  .frame {
    display: block;
    inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .frame {
    aspect-ratio: 16 / 9;
  }
  [part='caption'] {
    margin-block-start: 0.5em;
  }
  div[part='body'] a,
  [part='attribution-link'] {
    color: var(--care-color-accent, inherit);
  }
  [part='footer'] {
    display: flex;
    flex-direction: column;
    gap: 1em;
    margin-block-start: 2em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_border);
  }
  [part='categories'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    overflow-wrap: anywhere; /* else as wide as the longest word */
  }
  [part='category'] {
    display: block;
    min-block-size: 2.75em;
    padding: 0.6em 1.1em;
    border: 1px solid var(--_edge);
    border-radius: 2em;
    line-height: 1.4;
    text-decoration: none;
  }
  a[part='category']:hover {
    background: var(--_raised);
  }
  [part~='skeleton'] > * {
    margin-block-end: 1.5em;
  }
  /* a text fills the window: what follows does not come into sight, only to leave it again */
  [part~='skeleton'] {
    min-block-size: 100vh;
  }
  .title {
    font-size: var(--_title);
    line-height: 1.15;
  }
  @media print {
    [part='categories'] {
      display: none;
    }
    :host {
      --_title: 18pt;
      --_title-least: 0px;
    }
    [part='attribution-link']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
