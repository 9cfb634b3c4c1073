import { css } from 'lit';

export const styles = css`
  [part~='nav'] {
    display: grid;
    /* two columns from 24em on, also where one link is alone */
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(11.25em, (100% - var(--_s4)) / 2)), 1fr));
    gap: var(--_s4);
  }
  [part~='link'] {
    display: flex;
    flex-direction: column;
    gap: var(--_s1);
    padding: var(--_s4);
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
  [part~='direction'] {
    color: var(--_muted);
    font-size: var(--_sm);
    line-height: 1.45;
  }
  [part~='previous'] > [part='direction']::before,
  [part~='next'] > [part='direction']::after {
    content: '';
    display: inline-block;
    inline-size: 0.45em;
    block-size: 0.45em;
    margin-inline: 1px var(--_s2);
    border: solid currentcolor;
    border-width: 0.12em 0.12em 0 0;
    rotate: -135deg;
    translate: 0 -0.1em;
  }
  [part~='next'] > [part='direction']::after {
    margin-inline: var(--_s2) 1px;
    rotate: 45deg;
  }
  [part~='previous']:dir(rtl) > [part='direction']::before {
    rotate: 45deg;
  }
  [part~='next']:dir(rtl) > [part='direction']::after {
    rotate: -135deg;
  }
  [part~='title'] {
    color: var(--_accent);
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-weight: var(--_weight);
    line-height: 1.3;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  [part~='link'] > .lines {
    inline-size: 40%;
  }
  [part~='link'] > .lines + .lines {
    inline-size: auto;
  }
  @media (width >= 48em) {
    .lines > i + i {
      display: none;
    }
  }
  @media (hover: hover) {
    a[part~='link']:hover {
      border-color: var(--_edge);
    }
    [part~='link']:hover > [part~='title'] {
      text-decoration: underline;
      text-decoration-thickness: 0.08em;
      text-underline-offset: 0.18em;
    }
  }
  /* slotted content may be the rest of the page, where the tag was never closed */
  @media print {
    :host > :not(slot) {
      display: none;
    }
  }
`;
