import { css, type CSSResult } from 'lit';

/*
 * Each look is a set of values for the private tokens: what a page sets by --care-* stands above it, and what it does not name
 * stays derived from the page's text colour. Words are coloured only where the look paints the ground under them too, so that
 * they can be read on any page. A browser without light-dark() shows the page's own look.
 */

const calm = css`
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_fill: var(--care-color-accent, light-dark(#0f6a5f, #7fd1c1));
      --_accent: var(--_fill);
      --_surface: var(--care-color-surface, light-dark(#fdfcfa, #161e1c));
      --_text: var(--care-color-text, light-dark(#22302d, #e9efec));
      --_border: var(--care-color-border, light-dark(#ddd7cc, #33413d));
      --_shadow: 0 1px 2px rgb(60 45 20 / 0.06), 0 6px 20px rgb(60 45 20 / 0.07);
      --_radius: var(--care-radius, 1em);
      --_radius-button: var(--care-radius-button, 2em);
      --_heading: ui-rounded, 'SF Pro Rounded', 'Hiragino Maru Gothic ProN', Quicksand, Nunito, system-ui, sans-serif;
      --_weight: var(--care-heading-weight, 700);
    }
  }
`;

const clinical = css`
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_fill: var(--care-color-accent, light-dark(#005ea8, #7cc0f5));
      --_accent: var(--_fill);
      --_surface: var(--care-color-surface, light-dark(#fff, #151b22));
      --_text: var(--care-color-text, light-dark(#1b2733, #edf2f6));
      --_border: var(--care-color-border, light-dark(#c7d1d9, #344350));
      --_radius: var(--care-radius, 0.375em);
      --_radius-button: var(--care-radius-button, 0.25em);
      --_weight: var(--care-heading-weight, 700);
    }
  }
`;

const editorial = css`
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_fill: var(--care-color-accent, light-dark(#8a3b1c, #f0a988));
      --_accent: var(--_fill);
      --_surface: var(--care-color-surface, light-dark(#fff, #1a1816));
      --_text: var(--care-color-text, light-dark(#1d1b18, #f0ece5));
      --_border: var(--care-color-border, light-dark(#dcd7ce, #3d3833));
      --_radius: var(--care-radius, 0em);
      --_radius-button: var(--care-radius-button, 0em);
      --_heading: 'Iowan Old Style', 'Palatino Linotype', P052, Georgia, serif;
      --_weight: var(--care-heading-weight, 500);
      --_caps: uppercase;
      --_caps-spacing: 0.08em;
    }
  }
`;

const compact = css`
  :host {
    --_space: var(--care-space, 0.8125em);
  }
`;

const roomy = css`
  :host {
    --_space: var(--care-space, 1.25em);
  }
`;

/** Style sheets by the value of `look`; none for `host`. */
export const looks: ReadonlyMap<string, readonly CSSResult[]> = new Map([
  ['calm', [calm]],
  ['clinical', [clinical]],
  ['editorial', [editorial]],
]);

/** Style sheets by the value of `density`; none for `regular`. */
export const densities: ReadonlyMap<string, readonly CSSResult[]> = new Map([
  ['compact', [compact]],
  ['roomy', [roomy]],
]);
