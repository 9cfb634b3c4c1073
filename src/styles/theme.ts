import { css, type CSSResult } from 'lit';

/**
 * Colours of the widget's own, background included: text in the other scheme's colour would vanish on the page's. Not for
 * `care-config`, which has no box: what else stands inside it must stay readable on the page.
 */
const own = css`
  :host(:not(care-config)) {
    color: var(--care-color-text, canvastext);
    background: var(--care-color-surface, canvas);
    border-radius: var(--_radius);
  }
  /* a card has an edge of its own */
  :host(:not(care-config, care-article-card)) {
    padding: var(--_s4);
  }
  /* what the author wrote, such as a fallback; what bears a class may be a button on a ground of its own */
  :host(:not(care-config)) ::slotted(:not([data-care-themed], [class])) {
    color: inherit !important;
  }
`;
/**
 * A page's colours of links and words are made for the page's background. Of the elements' own children in the page's tree only, which
 * bear the attribute, and above the page's rules for its classes. Not of quotations and code, which pages often give a background.
 */
export const themedText = css`
  [data-care-themed]:not(#_) a {
    color: var(--care-color-accent, linktext);
  }
  [data-care-themed]:not(#_) :is(h1, h2, h3, h4, h5, h6, p, li, label) {
    color: inherit;
  }
`;

const light = css`
  :host {
    color-scheme: light;
  }
`;
/* paper is light */
const dark = css`
  @media screen {
    :host {
      color-scheme: dark;
    }
    /* pictures are made for light pages */
    img {
      filter: brightness(0.92);
    }
  }
`;
/** The style sheets of `light` and `dark`. Anything else has none, so that an element follows the page. */
export const THEMES = new Map<string | undefined, readonly CSSResult[]>([
  ['light', [own, light]],
  ['dark', [own, dark]],
]);
