import { css } from 'lit';

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
    --_focus: var(--care-color-focus, currentcolor);
    --_radius: var(--care-radius, 0.5em);
    --_space: var(--care-space, 1em);
  }
  /* fainter the farther the page's text is from a middle grey: there nothing is left to take away (WCAG 1.4.3) */
  @supports (color: oklch(from currentcolor l c h / 0.8)) {
    :host {
      --_muted: var(
        --care-color-muted,
        oklch(from currentcolor l c h / calc(1 - 0.22 * clamp(0, 15 * (max(l - 0.6, 0.6 - l) - 0.15), 1)))
      );
    }
  }
`;
