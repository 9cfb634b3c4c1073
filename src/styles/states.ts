import { css } from 'lit';

/** What every content element shows while it has no content. */
export const states = css`
  [part='skeleton'] {
    pointer-events: none;
    user-select: none;
  }
  .bone {
    display: block;
    min-block-size: 0.7em;
    border-radius: 0.2em;
    background: var(--_raised);
    color: transparent;
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='skeleton'] {
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
  [part='problem'],
  [part='empty'] {
    margin: 0;
    color: var(--_muted);
  }
  [part='problem'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  [part='problem'] p {
    margin: 0;
    flex: 1 1 12em;
  }
  [part='retry'] {
    font: inherit;
    color: var(--_text);
    padding: 0.4em 0.9em;
    min-block-size: 2.75em;
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
    background: none;
  }
  [part='diagnosis'] {
    margin: 0.5em 0 0;
    padding: 0.75em;
    border: 2px dashed currentcolor;
    font: 0.85em/1.5 monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
