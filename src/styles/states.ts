import { css } from 'lit';

/**
 * The skeleton of every content element. A bone is as many lines of text as its class says.
 */
export const states = css`
  .bone {
    block-size: 1.5em;
    background: repeating-linear-gradient(var(--_raised) 0 1em, transparent 0 1.5em);
  }
  .two {
    block-size: 3em;
  }
  .three {
    block-size: 4.5em;
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='skeleton'] {
      animation: 1.6s ease-in-out infinite alternate breathe;
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
