import { css } from 'lit';

export const styles = css`
  [part~='nav'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: var(--_space);
  }
  [part~='link'] {
    display: flex;
    flex-direction: column;
    gap: 0.3em;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
    box-shadow: var(--care-shadow, var(--_shadow, none));
    text-decoration: none;
    cursor: pointer;
  }
  [part~='next'] {
    text-align: end;
    grid-column-end: -1;
  }
  [part='direction'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  [part~='previous'] > [part='direction']::before,
  [part~='next'] > [part='direction']::after {
    content: '';
    display: inline-block;
    inline-size: 0.45em;
    block-size: 0.45em;
    margin-inline: 0.15em 0.5em;
    border: solid currentcolor;
    border-width: 0.12em 0.12em 0 0;
    rotate: -135deg;
    translate: 0 -0.1em;
  }
  [part~='next'] > [part='direction']::after {
    margin-inline: 0.5em 0.15em;
    rotate: 45deg;
  }
  [part~='previous']:dir(rtl) > [part='direction']::before {
    rotate: 45deg;
  }
  [part~='next']:dir(rtl) > [part='direction']::after {
    rotate: -135deg;
  }
  [part='title'] {
    color: var(--care-color-accent, inherit);
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: 1.1em;
    font-weight: var(--_weight);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  [part~='link']:hover > [part='title'] {
    text-decoration: underline;
  }
`;
