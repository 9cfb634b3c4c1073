import { css } from 'lit';

// After the card's own rules, which are made for a card that is the whole element.
export const styles = css`
  .columns {
    container: columns / inline-size;
  }
  [part~='list'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s5);
    margin: 0;
    padding: 0;
    list-style: ''; /* with "none" WebKit takes it for no list */
  }
  ul.list {
    gap: var(--_s4);
  }
  li {
    min-inline-size: 0;
  }
  /* a card is no narrower than 18.5em where there is another beside it */
  @container columns (inline-size >= 38.5em) {
    ul:not(.list, .compact) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container columns (inline-size >= 58.5em) {
    ul:not(.list, .compact) {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container columns (38.5em <= inline-size < 58.5em) {
    .lead-of-2 > :first-child {
      grid-column: 1 / -1;
    }
  }
  @container columns (inline-size >= 58.5em) {
    .lead-of-3 > :first-child {
      grid-column: 1 / -1;
    }
  }
  li:first-child {
    container-type: inline-size;
  }
  /* only a card that has a row of its own is so wide */
  @container (inline-size >= 38.5em) {
    :first-child > .vertical {
      flex-direction: row;
    }
    :first-child > .vertical > .frame {
      inline-size: 50%;
      min-block-size: 17em;
      aspect-ratio: auto;
    }
    :first-child > .vertical > [part='content'] {
      padding: var(--_s5);
    }
    :first-child > .vertical > * > [part~='title'] {
      font-size: var(--_xl);
      line-height: 1.2;
    }
  }
  /* a sun over two hills, at six places */
  .drawn {
    --_x: 72%;
    --_y: 34%;
    --_far: 92%;
    --_near: 15%;
    forced-color-adjust: none;
    background:
      radial-gradient(
        circle at var(--_x) var(--_y),
        color-mix(in srgb, var(--_accent) 26%, transparent) 0 11%,
        transparent 11.5%
      ),
      radial-gradient(
        120% 90% at var(--_near) 118%,
        color-mix(in srgb, var(--_accent) 20%, transparent) 0 55%,
        transparent 55.5%
      ),
      radial-gradient(
        130% 100% at var(--_far) 130%,
        color-mix(in srgb, var(--_accent) 13%, transparent) 0 62%,
        transparent 62.5%
      ),
      color-mix(in srgb, var(--_accent) 8%, transparent);
  }
  .d1 {
    --_x: 28%;
    --_far: 8%;
    --_near: 88%;
  }
  .d2 {
    --_x: 50%;
    --_y: 42%;
  }
  .d3 {
    --_x: 62%;
    --_far: 30%;
    --_near: 96%;
  }
  .d4 {
    --_x: 20%;
    --_y: 40%;
  }
  .d5 {
    --_x: 84%;
    --_far: 14%;
    --_near: 64%;
  }
  ul.compact {
    gap: 0;
  }
  ul.compact > li {
    padding-block: var(--_s2);
  }
  ul.compact > li + li {
    border-block-start: 1px solid var(--_border);
  }
  /* room for the focus ring, which a box that is rendered late cuts off */
  .long > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 24em;
    margin: -6px;
    padding: 6px;
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
