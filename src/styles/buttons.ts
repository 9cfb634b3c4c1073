import { css } from 'lit';

/** A button beside a primary one, or where there is none. */
export const buttons = css`
  .button {
    display: inline-flex;
    gap: var(--_s2);
    align-items: center;
    justify-content: center;
    min-block-size: 3em;
    padding: var(--_s2) var(--_s5);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-button);
    background: var(--_surface);
    color: var(--_text, inherit);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
  }
  @media (hover: hover) {
    .button:hover {
      border-color: currentcolor;
      background: color-mix(in srgb, currentcolor 8%, var(--_surface));
    }
  }
  .button:active {
    translate: 0 1px;
  }
`;
