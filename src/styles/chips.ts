import { css } from 'lit';

/** Topics and categories: one kind of chip, one row of them on a phone. What is chosen is filled, its words are in a `<bdi>`. */
export const chips = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  .chip {
    display: inline-flex;
    flex: none;
    align-items: center;
    min-block-size: var(--_target);
    max-inline-size: 100%;
    padding: var(--_s1) var(--_s4);
    border: 1px solid var(--_edge);
    border-radius: 2em;
    background: var(--_surface);
    color: var(--_text, inherit);
    font: inherit;
    line-height: 1.3;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .chip:hover {
    border-color: currentcolor;
  }
  /* the edge is what forced colours leave of it */
  .chip:is([aria-pressed='true'], [aria-current]) {
    padding: calc(var(--_s1) - 1px) calc(var(--_s4) - 1px);
    border: 2px solid var(--_accent);
    background: var(--_fill);
  }
  .chip:is([aria-pressed='true'], [aria-current]) > bdi {
    color: var(--_ink);
  }
  @media (width < 30em) {
    /* room for the focus ring, which a box that scrolls cuts off, and for the last chip beside the fade */
    .chips {
      flex-wrap: nowrap;
      margin-block: -6px;
      margin-inline-start: -6px;
      padding-block: 6px;
      padding-inline: 6px var(--_s7);
      overflow-x: auto;
      scrollbar-width: none;
      mask: linear-gradient(to right, #000 calc(100% - 3em), transparent);
    }
    .chips:dir(rtl) {
      mask: linear-gradient(to left, #000 calc(100% - 3em), transparent);
    }
    /* by keyboard all are in sight: one half behind the edge counts as seen to browsers, which scroll it no further */
    .chips:has(:focus-visible) {
      flex-wrap: wrap;
      mask: none;
    }
  }
`;
