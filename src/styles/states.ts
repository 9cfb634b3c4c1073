import { css } from 'lit';

/** What every content element shows besides its content: the skeleton, and a failure. */
export const states = css`
  .lines {
    display: grid;
  }
  .lines > i {
    block-size: 0.8em;
    margin-block: calc((1lh - 0.8em) / 2);
    border-radius: 0.25em;
    background: var(--_raised);
  }
  .lines > i + i:last-child {
    inline-size: 60%;
  }
  /* an answer that is there in no time is seen without a flash of grey before it */
  [part~='skeleton'] {
    animation: 0.2s 0.15s backwards appear;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='skeleton'] {
      animation:
        0.2s 0.15s backwards appear,
        1.6s 0.35s ease-in-out infinite alternate breathe;
    }
    @keyframes breathe {
      to {
        opacity: 0.55;
      }
    }
  }
  [part='problem'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s4);
    align-items: center;
    align-content: start;
    padding: var(--_s4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
  }
  [role='status'] {
    margin: 0;
    flex: 1 1 12em;
  }
  [part='source'] {
    padding-block: calc((var(--_target) - 1lh) / 2);
    overflow-wrap: anywhere; /* the name of a site */
  }
  [part='retry'] {
    font: inherit;
    font-weight: 600;
    color: inherit;
    padding: var(--_s2) var(--_s5);
    min-block-size: 3em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-button);
    background: none;
    cursor: pointer;
  }
  @media print {
    [part='retry'] {
      display: none;
    }
  }
`;
