import { css } from 'lit';

export const styles = css`
  [part~='article'] {
    max-inline-size: var(--care-measure, 42em);
  }
  [part='header'] {
    margin-block-end: 1.5em;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style-type: '';
  }
  [part='title'] {
    margin: 0 0 0.5em;
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: clamp(1.5em, 1.2em + 2vw, 2.2em);
    font-weight: var(--_weight);
    line-height: 1.2;
    text-wrap: balance;
  }
  [part='byline'] {
    font-weight: 600;
  }
  [part='byline'] > span {
    font-weight: 400;
  }
  [part='review'],
  [part='facts'],
  [part='caption'],
  [part='attribution'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  [part='facts'] {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.6em;
    overflow: clip; /* the dot before what begins a line */
    margin-block-start: 0.5em;
  }
  [part='facts'] > :not(:first-child) {
    position: relative;
  }
  [part='facts'] > :not(:first-child)::before {
    content: '·' / '';
    position: absolute;
    inset-inline-start: -0.95em;
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
    padding: 0.4em 0.9em;
    border: 1px solid var(--_border);
    border-radius: 2em;
    font-size: 0.9em;
    text-decoration: none;
  }
  a[part='category']:hover {
    border-color: currentcolor;
  }
  [part~='skeleton'] > * {
    margin-block-end: 1em;
  }
  @media print {
    [part='categories'],
    [part='reading-time'] {
      display: none;
    }
    [part='attribution-link']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
