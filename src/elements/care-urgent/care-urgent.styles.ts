import { css } from 'lit';
import { farthestFrom } from '../../styles/tokens.js';

export const styles = css`
  [part='card'] {
    --_head: var(--care-color-danger, #b3202c);
    overflow: clip;
    border: 2px solid var(--_head);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
  }
  .urgent > [part='head'] {
    border-block-end: 2px solid var(--_head);
    background: color-mix(in srgb, #d4212e 9%, transparent);
    color: inherit;
  }
  .non-urgent {
    --_head: var(--_edge);
    border-color: var(--_border);
  }
  .emergency > [part='head'] {
    background: var(--_head);
    color: #fff;
    color: ${farthestFrom(css`var(--_head)`)};
  }
  .non-urgent > [part='head'] {
    border-block-end: 2px solid var(--_border);
  }
  [part='head'] {
    padding: calc(0.75 * var(--_space)) calc(1.25 * var(--_space));
  }
  [part='title'] {
    margin: 0;
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: 1.375em;
    font-weight: var(--_weight);
    line-height: 1.2;
    text-wrap: balance;
  }
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [part='content'] {
    display: flow-root;
    padding-inline: calc(1.25 * var(--_space));
  }
  ::slotted(:first-child) {
    margin-block-start: var(--_space);
  }
  [part='review'] {
    margin: 0;
    padding: calc(0.5 * var(--_space)) calc(1.25 * var(--_space)) var(--_space);
    color: var(--_muted);
  }
  [part='review'] > bdi {
    font-size: 0.875em;
  }
  @media (forced-colors: active) {
    [part='head'] {
      border-block-end: 2px solid;
    }
  }
`;
