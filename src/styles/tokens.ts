import { css, type CSSResult } from 'lit';

/** 1 where a colour's luminance is below 0.179, else 0: there black and white are equally far from it, at 4.58 to 1. */
const isDark = css`clamp(0, (0.179 - y) * 1e6, 1)`;

/** Black or white, whichever is farther from a colour. */
export const farthestFrom = (color: CSSResult): CSSResult =>
  css`color(from ${color} xyz-d65 calc(0.9505 * ${isDark}) ${isDark} calc(1.089 * ${isDark}))`;

/**
 * The design tokens as every element reads them, each under a short private name: `--care-*` is what a page sets on any
 * ancestor, `--_*` is that or the default. Defaults derive from the page's own text colour, so that a widget is readable on
 * any background that the page's text is readable on.
 */
export const tokens = css`
  :host {
    --_muted: var(--care-color-muted, currentcolor);
    --_surface: var(--care-color-surface, transparent);
    --_raised: var(--care-color-raised, color-mix(in srgb, currentcolor 7%, transparent));
    --_border: var(--care-color-border, color-mix(in srgb, currentcolor 22%, transparent));
    --_edge: color-mix(in srgb, currentcolor 58%, transparent);
    --_danger: var(--care-color-danger, color-mix(in oklab, currentcolor 30%, #d4212e));
    --_success: var(--care-color-success, color-mix(in oklab, currentcolor 45%, #0a8f4d));
    --_warn: var(--care-color-warn, color-mix(in oklab, currentcolor 40%, #b97700));
    /* of a look only, and not of one around this element */
    --_text: initial;
    --_shadow: initial;
    --_heading: initial;
    --_caps: initial;
    --_caps-spacing: initial;
    --_fill: transparent;
    --_ink: currentcolor;
    --_ring: currentcolor;
    --_focus: var(--care-color-focus, currentcolor);
    --_weight: var(--care-heading-weight, 600);
    --_radius: var(--care-radius, 0.5em);
    --_radius-button: var(--care-radius-button, var(--_radius));
    --_accent: var(--care-color-accent, currentcolor);
    --_space: var(--care-space, 1em);
    /* the steps of space, all from one figure, and of type, none below 14 px on a page of 16 */
    --_s1: calc(0.25 * var(--_space));
    --_s2: calc(0.5 * var(--_space));
    --_s3: calc(0.75 * var(--_space));
    --_s4: var(--_space);
    --_s5: calc(1.5 * var(--_space));
    --_s6: calc(2 * var(--_space));
    --_s7: calc(3 * var(--_space));
    --_sm: 0.875em;
    --_lg: 1.1875em;
    --_xl: 1.375em;
    /* of what can be hit: 44 px, and what browsers round off where a line is centred in it */
    --_target: max(2.76em, 44.1px);
  }
  @supports (color: oklch(from currentcolor l c h / 0.8)) {
    :host {
      /* fainter the farther the page's text is from a middle grey: there nothing is left to take away (WCAG 1.4.3) */
      --_muted: var(
        --care-color-muted,
        oklch(from currentcolor l c h / calc(1 - 0.22 * clamp(0, 15 * (max(l - 0.6, 0.6 - l) - 0.15), 1)))
      );
    }
  }
  /*
   * Words of a filled button, and the outer half of its focus ring: with a gap in the words' own colour it is seen on any
   * page.
   */
  @supports (color: color(from currentcolor xyz-d65 x y z)) {
    :host {
      --_fill: var(--care-color-accent, currentcolor);
      --_ink: var(--care-color-accent-text, ${farthestFrom(css`var(--_fill)`)});
      --_ring: ${farthestFrom(css`currentcolor`)};
    }
  }
  /* what a visitor asks for stands above what look and tokens say */
  @media (prefers-contrast: more) {
    :host {
      --_muted: currentcolor;
      --_border: currentcolor !important;
      --_edge: currentcolor;
    }
  }
`;
