import { css } from 'lit';

export const styles = css`
  :host {
    /* relative to the window, or to a container of the page around it */
    --_title: clamp(1.9375em, 1.35em + 2.6cqi, 2.5em);
    --_title-least: min(9.8cqi, 35px);
  }
  [part~='article'] {
    max-inline-size: min(100%, var(--care-measure, 60ch));
  }
  [part='header'] {
    display: grid;
    gap: var(--_s3);
    margin-block-end: var(--_s5);
  }
  [part='header'] > * {
    min-inline-size: 0;
  }
  /* only what is the element's own: the text of an isolated article stands here too */
  p[part],
  .dated,
  [part='categories'],
  [part='toc'] ul,
  [part='title'],
  [part='caption'] {
    margin: 0;
    padding: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  [part='categories'],
  [part='toc'] ul {
    list-style-type: '';
  }
  [part='title'] {
    overflow-wrap: anywhere;
  }
  [part='title']:is(h1, h2, h3, h4, h5, h6) {
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
    margin: 0 0 var(--_s5);
  }
  [part='image'],
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
    margin-block-start: var(--_s2);
  }
  div[part='body'] a,
  [part='attribution-link'] {
    color: var(--care-color-accent, inherit);
  }
  [part='footer'] {
    display: flex;
    flex-direction: column;
    gap: var(--_s4);
    margin-block-start: var(--_s6);
    padding-block-start: var(--_s4);
    border-block-start: 1px solid var(--_border);
  }
  [part='categories'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    overflow-wrap: anywhere; /* else as wide as the longest word */
  }
  [part='category'] {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: var(--_s1) var(--_s4);
    border: 1px solid var(--_edge);
    border-radius: 2em;
    line-height: 1.4;
    text-decoration: none;
  }
  a[part='category']:hover {
    background: var(--_raised);
  }
  [part~='skeleton'] > * {
    margin-block-end: var(--_s5);
  }
  /* as high as the window, so that what follows does not shift once the text is there */
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
