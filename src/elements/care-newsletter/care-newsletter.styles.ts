import { css } from 'lit';

export const styles = css`
  :host {
    --_input: var(--care-color-surface, transparent);
    --_title: 1.375em;
  }
  [part='title'] {
    margin-block-end: var(--_s2);
  }
  p {
    margin: 0;
  }
  [part='notice'] {
    margin-block-start: var(--_s3);
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='message'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2) var(--_s4);
  }
  /* of the form's width, and in the colour of what it says */
  [part='message']:not(.idle) {
    --_tint: var(--_border);
    max-inline-size: 32em;
    margin-block-start: var(--_s4);
    padding: var(--_s3) var(--_s4);
    border: 1px solid var(--_tint);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tint) 10%, transparent);
  }
  [part='message'].success {
    --_tint: var(--_success);
    margin-block-start: 0;
  }
  [part='message'].unconfirmed {
    --_tint: var(--_warn);
  }
  [part='message']:is(.error, .invalid) {
    --_tint: var(--_danger);
  }
  [part='message'] > .icon {
    flex: none;
    color: var(--_tint);
  }
  [part='status'] {
    flex: 1 1 min(14em, 100% - 3em); /* the icon stays beside it */
  }
  [part='status']:focus {
    outline: none;
  }
  button {
    min-block-size: 3em;
    padding: var(--_s2) var(--_s5);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-button);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  a {
    display: inline-block;
    padding-block: calc((var(--_target) - 1lh) / 2);
    color: var(--care-color-accent, inherit);
  }
  /* nobody fills in a form on paper; a number beside it stays */
  @media print {
    ::slotted(form),
    [part='title'],
    [part='notice'] {
      display: none !important;
    }
  }
`;

/** The generated form and the complaints stand in the page's tree: how they look is the page's, whose rules win over `:where()`. */
export const formStyles = css`
  /* what makes the form usable is not the page's typography: it wins over rules for bare elements and attributes */
  [data-care-form],
  [data-care-form] :where(p, div, label, input, button) {
    box-sizing: border-box !important;
    min-inline-size: 0;
    max-inline-size: 100%;
    float: none;
    white-space: normal;
  }
  [data-care-form] {
    max-inline-size: min(100%, 32em);
  }
  [data-care-form] [data-care-consent] input[type='checkbox'] {
    appearance: auto;
    position: static;
    inline-size: max(1.5em, 24px);
    block-size: max(1.5em, 24px);
    margin: 0;
    opacity: 1;
    pointer-events: auto;
  }
  /* against a page's "form p { display: block }", which would show people the trap */
  :where([data-care-form] [hidden]) {
    display: none !important;
  }
  :where([data-care-form] p) {
    margin: 0 0 var(--_s4);
  }
  :where([data-care-form] > p:last-of-type) {
    margin-block-end: 0;
  }
  :where([data-care-form] label) {
    display: block;
    margin-block-end: var(--_s1);
    font-weight: 600;
  }
  :where([data-care-form] input:not([type='checkbox'])) {
    inline-size: 100%;
    min-block-size: 3em;
    padding: var(--_s2) var(--_s3);
    border: 1.5px solid var(--_edge, currentcolor);
    border-radius: var(--_radius, 0.5em);
    background: var(--_input, transparent);
    color: inherit;
    font: inherit;
  }
  :where([data-care-form] [data-care-consent]) {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_s1) var(--_s3);
    align-items: start;
  }
  :where([data-care-form] [data-care-consent] label) {
    margin: 0;
    padding-block: calc((1.5em - 1lh) / 2);
    font-weight: inherit;
  }
  :where([data-care-form] [data-care-consent] [data-care-problem]) {
    grid-column: 1 / -1;
  }
  :where([data-care-form] .care-primary) {
    display: flex;
  }
  :where([data-care-form] button) {
    display: inline-flex;
    flex: auto;
    gap: var(--_s2);
    align-items: center;
    justify-content: center;
    min-block-size: 3em;
    padding: var(--_s2) var(--_s5);
    border: 2px solid transparent;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  /* against the page's own rules for buttons, which would break the contrast on the fill */
  [data-care-form] .care-primary > button {
    border-radius: inherit;
    background: none !important;
    color: var(--_ink, inherit) !important;
  }
  [data-care-form] .care-primary {
    background: var(--_fill, transparent) !important;
  }
  :where([data-care-form] .care-primary) {
    inline-size: fit-content;
    border-radius: var(--_radius-button, 0.5em);
    box-shadow: inset 0 0 0 2px var(--_fill, currentcolor);
  }
  @media (max-width: 30em) {
    :where([data-care-form] .care-primary) {
      inline-size: auto;
    }
  }
  @media (hover: hover) {
    [data-care-form] .care-primary:hover {
      background: color-mix(in oklab, var(--_fill, transparent) 86%, var(--_ink, transparent)) !important;
    }
  }
  :where([data-care-form] .care-small) {
    color: var(--_muted, inherit);
    font-size: 0.875em;
  }
  :where([data-care-form] .care-small a) {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.75em; /* more than 24 px on a page of 16 */
    color: inherit;
  }
  /* words of another direction than the page's read in theirs, and stand where the page's begin */
  :where(care-newsletter :not(input)[dir='auto']) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* against a page's ":focus { outline: 0 }" */
  [data-care-form] :focus-visible {
    outline: 3px solid var(--_focus, currentcolor) !important;
    outline-offset: 2px;
  }
  [data-care-form] .care-primary > :focus-visible {
    outline-color: var(--care-color-focus, var(--_ring, currentcolor)) !important;
    box-shadow: 0 0 0 2px currentcolor !important;
  }
  :where([data-care-form] [aria-disabled='true']) {
    cursor: progress;
  }
  :where([data-care-form] [aria-disabled='true'])::before {
    content: '';
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid;
    border-block-start-color: transparent;
    border-radius: 50%;
  }
  @media (prefers-reduced-motion: no-preference) {
    :where([data-care-form] [aria-disabled='true'])::before {
      animation: 0.9s linear infinite care-turn;
    }
    @keyframes care-turn {
      to {
        rotate: 1turn;
      }
    }
  }
  :where(care-newsletter [aria-invalid='true']) {
    border-color: var(--_danger, currentcolor);
    box-shadow: inset 0 0 0 1px var(--_danger, currentcolor);
  }
  :where(care-newsletter [data-care-problem]) {
    display: block;
    margin-block-start: var(--_s1);
    color: var(--_danger, currentcolor);
    font-size: 0.875em;
    font-weight: 600;
  }
`;
