import { html, type TemplateResult } from 'lit';

/** A shield with a tick, for what a professional has reviewed. */
export const SHIELD = 'M12 3.5 19 6v5.5c0 4.3-2.8 7.3-7 9-4.2-1.7-7-4.7-7-9V6zM9 11.8l2.2 2.2 4-4.2';

/** An icon beside words, of lines in a box of 24: it says nothing itself. */
export const svg = (path: string): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="1.25em"
    height="1.25em"
    fill="none"
    stroke="currentcolor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${path}></path>
  </svg>`;
