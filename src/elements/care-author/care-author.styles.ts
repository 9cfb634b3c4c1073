import { css } from 'lit';

export const styles = css`
  ul {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    margin: 0;
    padding: 0;
    list-style: ''; /* with "none" WebKit takes it for no list */
  }
  [part='author'] {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  [part='image'],
  .face {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    border-radius: 50%;
    object-fit: cover;
    background: var(--_raised);
  }
  [hidden] {
    display: none;
  }
  p,
  dl,
  dd {
    margin: 0;
  }
  [part='byline'] {
    min-inline-size: 0;
  }
  [part~='skeleton'] > .bone {
    inline-size: 16em;
  }
  [part='name'] {
    font-weight: 600;
  }
  a {
    padding-block: 0.3em;
  }
  .by,
  [part='credentials'],
  [part='note'],
  small {
    color: var(--_muted);
  }
  [part='glossary'] {
    margin-block-start: 0.5em;
  }
  summary {
    padding-block: 0.5em;
    inline-size: fit-content;
    cursor: pointer;
  }
  dl {
    display: grid;
    gap: 0.6em;
    margin-block: 0.25em 0.75em;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 1em;
  }
  dt {
    flex: 0 0 6em;
    font-weight: 600;
  }
  dd {
    flex: 1 1 14em;
  }
  small {
    display: block;
    font-size: 0.85em;
  }
  [part='note'] {
    font-size: 0.9em;
  }
  @media print {
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
