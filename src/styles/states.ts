import { css } from 'lit';

/** The skeleton of every content element, and its sentence for "nothing here". */
export const states = css`
  .bone {
    min-block-size: 0.7em;
    border-radius: 0.2em;
    background: var(--_raised);
  }
  [part='empty'] {
    margin: 0;
    color: var(--_muted);
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='skeleton'] {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.55;
      }
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
