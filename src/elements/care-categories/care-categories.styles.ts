import { css } from 'lit';

export const styles = css`
  ul {
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    list-style: ''; /* with "none" WebKit takes it for no list */
  }
  .inline {
    flex-flow: wrap;
    gap: 0.5em;
  }
  [part~='link'],
  .bone {
    display: block;
    padding: 0.55em 0.2em;
    min-block-size: 2.6em;
    text-decoration: none;
    cursor: pointer;
  }
  li + li {
    border-block-start: 1px solid var(--_border);
  }
  .inline li {
    border: 0;
  }
  .inline > * > [part~='link'] {
    padding-inline: 1em;
    border: 1px solid var(--_border);
    border-radius: 2em;
    background: var(--_surface);
    color: var(--_text, inherit);
  }
  a:hover {
    text-decoration: underline;
  }
  [aria-current] {
    color: var(--care-color-accent, inherit);
    font-weight: 600;
  }
  .inline > * > [aria-current] {
    border-color: currentcolor;
  }
  .inline > .bone {
    inline-size: 8em;
    border-radius: 2em;
    background: var(--_raised);
  }
`;
