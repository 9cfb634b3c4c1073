import { css } from 'lit';

/** The frame in the shadow root. */
export const styles = css`
  [part='title'] {
    margin: 0 0 0.4em;
    font-family: var(--care-font-heading, inherit);
    font-size: 1.6em;
    line-height: 1.3;
  }
`;

/**
 * The explainer itself, which stands in the page's own tree. Each rule has specificity zero: whatever the page says about
 * headings, lists or paragraphs wins.
 */
export const explainer = css`
  :where([data-care-benefits]) {
    & :where([part='title']) {
      flex: 1 1 12em;
      margin: 0 0 0.4em;
      font-family: var(--care-font-heading, inherit);
      line-height: 1.3;
    }
    & :where([part='text'], [part='points']) {
      margin: 0 0 0.4em;
    }
    & :where([part='points']) {
      padding-inline-start: 1.25em;
    }
    & :where([part='text'], [part='content']) {
      max-inline-size: var(--care-measure, 42em);
    }
    & :where([part='item']) {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(2 * var(--_space));
      padding-block: var(--_space);
      border-block-start: 1px solid var(--_border);
    }
    & :where([part='content']) {
      flex: 3 1 20em;
      min-inline-size: 0;
    }
    & :where([part='limits']) {
      margin-block-start: var(--_space);
      padding: var(--_space);
      border-inline-start: 0.3em solid var(--care-color-accent, currentcolor);
      border-radius: var(--_radius);
      background: var(--_raised);
    }
  }
`;
