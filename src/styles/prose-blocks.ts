import { css } from 'lit';

/**
 * The rules of {@link prose} for what `html/repair/` marks: tables, arranged blocks, alignment. As those, of
 * specificity zero, and in a file that is loaded only along with a text that has such a mark.
 */
export const proseBlocks = css`
  :where([data-care-block='table']) {
    margin-block: 1.5em;
  }
  [data-care-block='table'] {
    display: block;
    overflow-x: auto !important;
  }
  :where([data-care-body] table) {
    inline-size: 100%;
    border-collapse: collapse;
  }
  /* stays in view on a small screen while a wide table scrolls, and no wider than can be read there */
  :where([data-care-body] caption) {
    position: sticky;
    inset-inline-start: 0;
    max-inline-size: 80vw;
    padding-block-end: 0.5em;
    color: var(--_muted);
    text-align: start;
  }
  :where([data-care-body] :is(th, td)) {
    padding: 0.6em 0.8em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  :where([data-care-body] thead :is(th, td)) {
    border-block-end-width: 2px;
  }
  /* where a page paints it, with the colour of its words */
  :where([data-care-body] thead) {
    background: var(--_raised);
  }
  :where([data-care-body] th) {
    font-weight: 600;
  }
  :where([data-care-block='columns'], [data-care-block='media-text'], [data-care-block='buttons']) {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 1.5em;
    margin-block: 1.5em;
  }
  :where([data-care-block='columns'] > *, [data-care-block='media-text'] > *) {
    flex: 1 1 14em;
    min-inline-size: 0;
    margin: 0;
  }
  :where([data-care-block='gallery']) {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11em, 100%), 1fr));
    gap: 0.8em;
    padding: 0;
    list-style: none;
  }
  :where([data-care-block='gallery'] :is(figure, li)) {
    margin: 0;
  }
  :where([data-care-block='gallery'] > figcaption) {
    grid-column: 1 / -1;
  }
  :where([data-care-block='buttons'] a) {
    display: inline-block;
    padding: 0.7em 1.3em;
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
  }
  /* a film or a frame of another site, which loads where it belongs and only if it is asked for */
  :where([data-care-block='video'], [data-care-block='embed']) {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 0.75em;
    align-content: center;
    align-items: center;
    min-block-size: 4em;
    margin-block: 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-weight: 600;
    line-height: 1.35;
    text-decoration: none;
  }
  :where([data-care-block='video'], [data-care-block='embed']):hover {
    text-decoration: underline;
  }
  :where([data-care-block='video'], [data-care-block='embed'])::before {
    content: '\\25b6\\fe0e' / '';
    inline-size: 2.25em;
    border: 1px solid currentcolor;
    border-radius: 50%;
    line-height: 2.25em;
    text-align: center;
    text-indent: 0.1em;
  }
  :where([data-care-block='embed'])::before {
    content: '\\2197\\fe0e' / '';
  }
  :where([data-care-site])::before {
    grid-row: span 2;
  }
  :where([data-care-site])::after {
    content: attr(data-care-site);
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  :where([data-care-block='pullquote']) {
    padding-block: 1em;
    border-block: 2px solid var(--_border);
    font-size: 1.1875em;
    text-align: center;
  }
  :where([data-care-block='pullquote'] blockquote) {
    margin: 0;
    padding: 0;
    border: 0;
  }
  :where([data-care-align='center']) {
    margin-inline: auto;
    text-align: center;
  }
  :where([data-care-align='left']) {
    text-align: left;
  }
  :where([data-care-align='right']) {
    text-align: right;
  }
  @media (min-width: 40em) {
    :where(:is(figure, img)[data-care-align='left']) {
      float: left;
      max-inline-size: 50%;
      margin: 0.3em 1.5em 0.8em 0;
    }
    :where(:is(figure, img)[data-care-align='right']) {
      float: right;
      max-inline-size: 50%;
      margin: 0.3em 0 0.8em 1.5em;
    }
  }
  @media print {
    :where([data-care-block='table']) {
      overflow: visible;
      font-size: 0.875em;
    }
    :where([data-care-site])::after {
      content: attr(href);
    }
  }
`;
