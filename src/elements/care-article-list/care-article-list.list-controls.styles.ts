import { css } from 'lit';

export const styles = css`
  [part='controls'] {
    display: grid;
    gap: var(--_s4);
    margin-block-end: var(--_s4);
  }
  [part='controls'] > * {
    min-inline-size: 0;
  }
  [part='search'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s2);
    max-inline-size: 32em;
  }
  [part='label'] {
    display: block;
    margin-block-end: var(--_s1);
    font-size: var(--_sm);
    font-weight: 600;
    line-height: 1.45;
  }
  [part='search'] > label {
    flex: 1 0 100%;
    margin: 0;
  }
  .field {
    flex: 1 1 7em; /* with large text on a small screen the button wraps below it */
    position: relative;
  }
  .field > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.9em;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
  [part='input'] {
    inline-size: 100%;
    min-block-size: 3em;
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
    font: inherit;
  }
  .field > [part='input'] {
    padding-inline-start: var(--_target);
  }
  select[part='input'] {
    max-inline-size: 26em;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  [part='filter'] {
    min-block-size: var(--_target);
  }
  .soon {
    flex: none;
    inline-size: 7em;
    border-radius: 2em;
    background: var(--_raised);
    animation: 0.2s 0.15s backwards appear;
  }
  .soon + .soon {
    inline-size: 9em;
  }
  [part='status'] {
    margin: 0 0 var(--_s4);
    min-block-size: 1lh;
    color: var(--_muted);
    font-size: var(--_sm);
    line-height: 1.45;
  }
  .error,
  .empty,
  .rendered {
    opacity: 0; /* for screen readers only: the box, or the rendered list, shows the same */
  }
  .rendered {
    position: absolute;
    pointer-events: none;
  }
  [part='footer'] {
    display: grid;
    justify-items: center;
    margin-block-start: var(--_s5);
  }
  [part='footer'] > :not(:empty) + button {
    margin-block-start: var(--_s3);
  }
  [part='footer']:not(:has(button)) {
    display: none;
  }
  [part='empty'] {
    display: grid;
    gap: var(--_s3);
    justify-items: center;
    padding: var(--_s6) var(--_s4);
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  [part='empty'] > .icon {
    inline-size: 2em;
    block-size: 2em;
    color: var(--_muted);
  }
  @media (width < 30em) {
    [part='more'],
    [part='reset'] {
      inline-size: 100%;
    }
  }
  @media print {
    [part='controls'],
    [part='status'],
    [part='footer'] {
      display: none;
    }
  }
`;
