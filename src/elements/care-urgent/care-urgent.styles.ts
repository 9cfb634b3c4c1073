import { css } from 'lit';
import { farthestFrom } from '../../styles/tokens.js';
import { unseen } from '../../styles/unseen.js';

export const styles = css`
  [part='card'] {
    --_head: var(--care-color-danger, #b3202c);
    --_title: min(1.375em, max(1em, 8vw)); /* large text on a small screen: words stay whole, and get the room */
    overflow: clip;
    border: 2px solid var(--_head);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
  }
  .non-urgent {
    --_head: var(--_border);
  }
  [part='head'] {
    padding: var(--_s3) min(var(--_s5), 10%);
    border-block-end: 2px solid var(--_head); /* visible on any background, and in forced colours */
  }
  .urgent > [part='head'] {
    background: color-mix(in srgb, #d4212e 9%, transparent);
  }
  .emergency > [part='head'] {
    background: var(--_head);
    color: #fff;
    color: ${farthestFrom(css`var(--_head)`)};
  }
  [part='title'] {
    margin: 0;
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: var(--_title);
    font-weight: var(--_weight);
    line-height: 1.2;
    text-wrap: balance;
  }
  /* where colours are forced, and on paper, nothing else tells the levels apart */
  @media screen and (forced-colors: none) {
    .heard {
      ${unseen}
    }
  }
  [part='content'] {
    display: flow-root;
    padding-inline: min(var(--_s5), 10%);
  }
  ::slotted(:first-child) {
    margin-block-start: var(--_s4);
  }
  [part='review'] {
    margin: 0;
    padding: var(--_s2) min(var(--_s5), 10%) var(--_s4);
    color: var(--_muted);
  }
  [part='review'] > bdi {
    font-size: 0.875em;
  }
`;
