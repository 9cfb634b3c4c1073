import { css } from 'lit';

export const styles = css`
  :host {
    --_danger: var(--care-color-danger, color-mix(in srgb, currentcolor 55%, #d11));
    --_success: var(--care-color-success, color-mix(in srgb, currentcolor 60%, #0a5));
    --_edge: color-mix(in srgb, currentcolor 55%, transparent);
    --_input: var(--care-color-surface, transparent);
  }
  [hidden] {
    display: none;
  }
  [part='title'] {
    margin: 0 0 0.6em;
    font-family: var(--care-font-heading, inherit);
    font-size: 1.35em;
    font-weight: 600;
    line-height: 1.25;
  }
  p {
    margin: 0;
  }
  [part='notice'] {
    margin-block-start: 0.75em;
    color: var(--_muted);
    font-size: 0.9em;
  }
  [part='message'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1em;
  }
  [part='message']:not(.idle) {
    margin-block-start: var(--_space);
    padding: 0.8em var(--_space);
    border: 1px solid var(--_border);
    border-inline-start: 0.3em solid currentcolor;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  [part='message'].success {
    margin-block-start: 0;
    border-inline-start-color: var(--_success);
  }
  [part='message']:is(.error, .invalid, .unconfirmed) {
    border-inline-start-color: var(--_danger);
  }
  [part='status'] {
    flex: 1 1 16em;
  }
  [part='status']:focus {
    outline: none;
  }
  button {
    min-block-size: 2.75em;
    padding: 0.4em 1.2em;
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  a {
    display: inline-block;
    padding-block: 0.5em;
    color: var(--care-color-accent, inherit);
  }
  /* nobody fills in a form on paper; a number beside it stays */
  @media print {
    ::slotted(form),
    [part='notice'] {
      display: none !important;
    }
  }
`;

/** The generated form and the complaints stand in the page's tree: each rule has specificity zero, so the page's win. */
export const formStyles = css`
  :where([data-care-form]) {
    display: block;
    max-inline-size: 32em;
  }
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
    margin: 0 0 0.9em;
  }
  :where([data-care-form] > p:last-of-type) {
    margin-block-end: 0;
  }
  :where([data-care-form] label) {
    display: block;
    margin-block-end: 0.3em;
    font-weight: 600;
  }
  :where([data-care-form] input:not([type='checkbox'])) {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.8em;
    border: 1px solid var(--_edge, currentcolor);
    border-radius: var(--_radius, 0.5em);
    background: var(--_input, transparent);
    color: inherit;
    font: inherit;
  }
  :where([data-care-form] [data-care-consent]) {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.2em 0.7em;
    align-items: start;
  }
  :where([data-care-form] [data-care-consent] label) {
    margin: 0;
    padding-block: 0.15em;
    font-weight: inherit;
  }
  :where([data-care-form] [data-care-consent] [data-care-problem]) {
    grid-column: 1 / -1;
  }
  :where([data-care-form] button) {
    min-block-size: 2.75em;
    padding: 0.5em 1.5em;
    border: 1px solid currentcolor;
    border-radius: var(--_radius, 0.5em);
    background: var(--_raised, transparent);
    color: var(--care-color-accent, inherit);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  :where([data-care-form] button:hover) {
    text-decoration: underline;
  }
  :where([data-care-form] .care-small) {
    color: var(--_muted, inherit);
    font-size: 0.9em;
  }
  :where([data-care-form] .care-small a) {
    color: inherit;
  }
  :where([data-care-form] :focus-visible) {
    outline: 0.15em solid var(--_focus, currentcolor);
    outline-offset: 0.15em;
  }
  :where([data-care-form] [aria-disabled='true']) {
    cursor: progress;
    opacity: 0.75;
  }
  :where(care-newsletter [aria-invalid='true']) {
    border-color: var(--_danger, currentcolor);
    box-shadow: inset 0 0 0 1px var(--_danger, currentcolor);
  }
  :where(care-newsletter [data-care-problem]) {
    display: block;
    margin-block-start: 0.35em;
    color: var(--_danger, currentcolor);
    font-size: 0.95em;
    font-weight: 600;
  }
`;
