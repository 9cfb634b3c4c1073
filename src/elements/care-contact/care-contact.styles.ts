import { css } from 'lit';
import { farthestFrom } from '../../styles/tokens.js';

export const styles = css`
  :host {
    --_title: 1.375em;
  }
  /* on a background of its own a heading has the colour of the text there, not that of the page's headings */
  :host(:not([layout='inline'])) {
    --_title-color: var(--care-color-text, var(--_text));
  }
  .card,
  .banner {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
    box-shadow: var(--care-shadow, var(--_shadow, none));
  }
  .clinic {
    display: grid;
    gap: var(--_s4);
  }
  /* a percentage, not a step: large text on a small screen needs the room */
  :is(.card, .banner) > * {
    padding: var(--_s4) min(var(--_s5), 10%);
  }
  p,
  dl,
  dd,
  ul,
  [part='title'] {
    margin: 0;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_s1) min(var(--_s4), 3%);
    font-variant-numeric: tabular-nums;
  }
  dl > div {
    display: contents;
  }
  dt {
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .words {
    display: grid;
    gap: var(--_s2);
  }
  .words:not(:has(*)) {
    display: none;
  }
  [part='status'] {
    display: flex;
    gap: var(--_s2);
    align-items: baseline;
    font-weight: 600;
  }
  [part='status']::before {
    content: '';
    flex: none;
    border: 0.45em solid var(--_success); /* a border, because forced colours remove backgrounds */
    border-radius: 50%;
  }
  .closed::before {
    padding: var(--_s1);
    border: 2px solid var(--_muted);
  }
  .clinic p,
  dl,
  [part='crisis-name'],
  ul {
    font-size: 0.875em;
    line-height: 1.45;
  }
  [part='cost-note'],
  [part='hours'],
  [part='license'] {
    color: var(--_muted);
  }
  [part='hours'] > p {
    margin-block-start: var(--_s2);
  }
  [part='license'] {
    display: flex;
    gap: var(--_s2);
  }
  .clinic,
  .words > *,
  .clinic > *,
  .primary,
  [part='license'] > *,
  [part='crisis'] > *,
  [part='crisis-buttons'] > * {
    min-inline-size: 0;
  }
  .icon {
    flex: none;
  }
  [part='channels'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  .primary {
    display: flex;
    flex: 1 0 100%;
    border-radius: var(--_radius-button);
    background: var(--_fill);
  }
  .own {
    display: contents;
  }
  @media (hover: hover) {
    .primary:hover {
      background: color-mix(in oklab, var(--_fill) 86%, var(--_ink));
    }
  }
  [part='crisis-buttons'] > a {
    display: flex;
    flex: auto;
    gap: var(--_s2);
    align-items: center;
    justify-content: center;
    min-block-size: 3em;
    padding: var(--_s2) var(--_s3);
    border: 1px solid color-mix(in oklab, currentcolor 40%, var(--_alarm));
    border-radius: var(--_radius-button);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  [part='crisis-buttons'] > .filled {
    border-color: var(--_alarm);
    background: var(--_alarm);
    color: #fff;
    color: ${farthestFrom(css`var(--_alarm)`)}; /* an own --care-color-danger may be a light one */
  }
  [part='crisis-buttons'] > .wide {
    flex-basis: 100%;
  }
  [part='crisis-buttons'] > a:hover {
    text-decoration: underline;
  }
  /* against the page's own rules for links, which would break the contrast on the fill */
  ::slotted([slot]:where(:not([slot='title']))) {
    display: inline-flex !important;
    flex: 1 1 15em;
    gap: var(--_s2);
    align-items: center;
    justify-content: center;
    box-sizing: border-box;
    max-inline-size: 100%;
    min-block-size: 3em;
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_edge) !important;
    border-radius: var(--_radius-button);
    color: inherit !important;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none !important;
    white-space: normal !important; /* pages keep the number of a link on one line */
    overflow-wrap: anywhere;
  }
  ::slotted(span[slot]) {
    border-style: dashed !important;
  }
  /* a percentage, not a step: large text on a small screen needs the room */
  .card ::slotted(a[slot]),
  .card [part='crisis-buttons'] > a {
    padding-inline: min(var(--_s3), 5%);
  }
  .primary > ::slotted(a[slot]) {
    min-block-size: 3.5em;
    border: 2px solid transparent !important; /* seen in forced colours */
    color: var(--_ink) !important;
  }
  ::slotted(a[slot]:hover) {
    text-decoration: underline !important;
  }
  /* the gap is of the words' colour, the ring of its opposite: one of the two is seen on any page */
  ::slotted(a[slot]:focus-visible) {
    outline: 3px solid var(--care-color-focus, currentcolor) !important;
    outline-offset: 2px !important;
  }
  .primary > ::slotted(a[slot]:focus-visible),
  .filled:focus-visible {
    outline-color: var(--care-color-focus, var(--_ring)) !important;
    box-shadow: 0 0 0 2px currentcolor !important;
  }

  /* the band with the crisis lines */
  [part='crisis'] {
    --_alarm: var(--care-color-danger, #b3202c);
    display: grid;
    gap: var(--_s3);
    border-block-start: 3px solid var(--_alarm);
    background: color-mix(in srgb, #d4212e 9%, transparent);
  }
  [part='crisis-title'] {
    font-weight: 600;
    line-height: 1.3;
  }
  [part='crisis-buttons'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  :is(.card, .banner) > [part='crisis'] {
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  /* an inline-block does not take the underline of the link around it */
  [part='crisis'] a bdi {
    text-decoration: inherit;
  }
  [part='crisis'] bdi[dir] {
    display: inline-block;
    max-inline-size: 100%;
  }
  [part='crisis-name'] {
    margin-block-start: calc(-1 * var(--_s2));
  }
  /* links as high as a target, which do not push apart the lines of the words around them */
  [part='emergency'],
  .ways > *,
  :is(bdi, span) > a {
    padding-block: calc((var(--_target) - 1lh) / 2);
  }
  [part='emergency'] a,
  .ways a {
    display: inline-block;
    font-weight: 600;
  }
  :is(bdi, span) > a {
    margin-block: calc((1lh - var(--_target)) / 2);
  }
  ul {
    padding: 0;
    list-style: '';
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
  }

  /* words and buttons beside each other, or below each other where both have no room: by wrapping, as in a card */
  :is(.banner, .inline) > .clinic {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3) var(--_s6);
    align-items: center;
  }
  :is(.banner, .inline) .words {
    flex: 999 1 14em;
  }
  :is(.banner, .inline) :is([part='channels'], .primary, [part='crisis-buttons'] > a),
  :is(.banner, .inline) ::slotted([slot]) {
    flex: auto;
  }
  :is(.banner, .inline) > .clinic > [part]:not([part='channels']) {
    flex-basis: 100%;
  }
  :is(.banner, .inline) > [part='crisis'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2) var(--_s5);
    padding-block: var(--_s3);
  }
  .inline > [part='crisis'] {
    margin-block-start: var(--_s3);
    padding-inline: var(--_s4);
  }
  @media print {
    /* no longer true when a print-out is read; the week is below */
    .card [part='status'] {
      display: none;
    }
    a[href^='http']::after,
    ::slotted(a[href^='http'])::after {
      content: ' (' attr(href) ')';
      overflow-wrap: anywhere;
    }
  }
`;
