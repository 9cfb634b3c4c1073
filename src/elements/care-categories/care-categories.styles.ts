import { css } from 'lit';

export const styles = css`
  ul {
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    list-style: ''; /* with "none" WebKit takes it for no list */
  }
  ul.chips {
    flex-direction: row;
  }
  .list > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .list [part~='link'],
  .list > .ghost {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: var(--_s2) var(--_s1);
    line-height: 1.3;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  @media (hover: hover) {
    .list a:hover {
      text-decoration: underline;
      text-decoration-thickness: 0.08em;
      text-underline-offset: 0.18em;
    }
  }
  .list [aria-current] {
    color: var(--_accent);
    font-weight: 600;
  }
  .chips > li {
    flex: none;
    max-inline-size: 100%;
  }
  span.chip {
    cursor: auto;
  }
  .ghost > .lines {
    inline-size: 9em;
  }
  .ghost:nth-child(even) > .lines {
    inline-size: 6em;
  }
  .chips > .ghost {
    block-size: var(--_target);
    padding-inline: var(--_s4);
    border-radius: 2em;
    background: var(--_raised);
  }
  .chips > .ghost > .lines {
    visibility: hidden;
  }
  /* about as high as the row of chips that it stands for */
  :host([layout='inline']) [part='problem'] {
    gap: var(--_s1) var(--_s3);
    padding: 0;
    border: 0;
    background: none;
    font-size: var(--_sm);
    line-height: 1.3;
  }
  :host([layout='inline']) [role='status'] {
    flex-basis: 8em;
  }
  :host([layout='inline']) [part='retry'] {
    min-block-size: var(--_target);
    padding-inline: var(--_s4);
  }
  @media (width < 30em) {
    :host([layout='inline']) [part='retry'] + [part='source'] {
      display: none;
    }
  }
  /* slotted content may be the rest of the page, where the tag was never closed */
  @media print {
    :host > :not(slot) {
      display: none;
    }
  }
`;
