import { css } from 'lit';

export const styles = css`
  ul {
    display: flex;
    flex-direction: column;
    gap: var(--_s3);
    margin: 0;
    padding: 0;
    list-style: ''; /* with "none" WebKit takes it for no list */
  }
  [part='author'] {
    display: flex;
    align-items: center;
    gap: var(--_s3);
    min-block-size: var(--_target);
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
  .lines {
    inline-size: min(16em, 100%);
  }
  .lines + .lines {
    inline-size: min(12em, 80%);
  }
  .lines {
    align-content: center;
    min-block-size: var(--_target);
  }
  [part='name'] {
    font-weight: 600;
  }
  a {
    display: inline-block;
    padding-block: calc((var(--_target) - 1lh) / 2);
  }
  .by,
  [part='credentials'],
  [part='note'],
  small {
    color: var(--_muted);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    min-block-size: var(--_target);
    inline-size: fit-content;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .icon {
    flex: none;
  }
  [open] > summary > .icon {
    rotate: 180deg;
  }
  dl {
    display: grid;
    gap: var(--_s2);
    margin-block: var(--_s1) var(--_s3);
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
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
    font-size: var(--_sm);
    line-height: 1.45;
  }
  [part='note'] {
    font-size: var(--_sm);
    line-height: 1.45;
  }
  @media print {
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
