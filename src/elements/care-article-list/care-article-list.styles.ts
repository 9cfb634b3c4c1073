import { css } from 'lit';

// After the card's own rules, which are made for a card that is the whole element.
export const styles = css`
  [part~='list'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: ''; /* with "none" WebKit takes it for no list */
  }
  .list,
  .compact {
    grid-template-columns: minmax(0, 1fr);
  }
  ul.compact {
    gap: 0.4em;
    align-items: stretch;
  }
  li {
    min-inline-size: 0;
  }
  /* room for the focus ring, which a box that is rendered late cuts off */
  .long > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 24em;
    margin: -0.4em;
    padding: 0.4em;
  }
  .long.list > li {
    contain-intrinsic-size: auto 15em;
  }
  .long.compact > li {
    contain-intrinsic-size: auto 5.6em;
  }
  [aria-busy] > li {
    opacity: 0.55;
  }
  @media (prefers-reduced-motion: no-preference) {
    li {
      transition: opacity 0.2s;
    }
  }
`;
