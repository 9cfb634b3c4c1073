import { css } from 'lit';
import { unseen } from '../../styles/unseen.js';

export const styles = css`
  [part~='card'] {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text, inherit);
    box-shadow: var(--care-shadow, var(--_shadow, none));
  }
  :host(care-article-card) .quirks {
    block-size: auto;
  }
  .frame {
    flex: none;
    position: relative;
    aspect-ratio: 3 / 2;
    overflow: clip;
    background: var(--_raised);
  }
  img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: 50% 40%;
  }
  [part='content'] {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--_s2);
    min-inline-size: 0;
    padding: var(--_s4) min(var(--_s5), 7%) var(--_s5); /* a percentage: large text on a small screen needs the room */
  }
  p,
  [part~='title'] {
    margin: 0;
  }
  [part='eyebrow'] {
    color: color-mix(in oklab, currentcolor 65%, var(--_accent)); /* readable, whatever the accent */
    font-size: var(--_sm);
    font-weight: 600;
    line-height: 1.4;
    letter-spacing: var(--_caps-spacing, normal);
    text-transform: var(--_caps, none);
    overflow-wrap: anywhere;
  }
  [part~='title'] {
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: var(--_lg);
    font-weight: var(--_weight);
    line-height: 1.25;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  [part='link'] {
    text-decoration: none;
    outline: none;
    cursor: pointer;
  }
  /* the link covers the card, around which its focus ring is */
  [part='link']::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  article:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_ring);
  }
  [part='excerpt'] {
    flex: none;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    /* Chromium puts the three dots behind the edge where the words are of the other direction of writing: there they are seen */
    margin-inline-end: calc(-1 * var(--_s3));
    padding-inline-end: var(--_s3);
    line-height: 1.5;
  }
  @media (width < 30em) {
    .vertical [part='excerpt'] {
      -webkit-line-clamp: 2;
    }
  }
  [part='foot'] {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_s4);
    overflow: clip;
    margin-block-start: auto;
    padding-block-start: var(--_s1);
    color: var(--_muted);
    font-size: var(--_sm);
    line-height: 1.45;
  }
  [part='foot'] > * {
    position: relative;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    /* each fact reads in its own direction, and stands, dot included, where the page's begins */
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  [part='foot'] > [part='reviewed'] {
    display: flex;
    flex: 1 0 100%;
    gap: var(--_s2);
    align-items: center;
    margin-block-end: var(--_s1);
    color: var(--_success);
    font-weight: 600;
  }
  .icon {
    flex: none;
  }
  [part='foot'] > .lines {
    flex: 0.6;
  }
  /* outside the line where it begins one, and cut off there */
  [part='foot'] > :not([part='reviewed']) + *::before {
    content: '·';
    content: '·' / '';
    position: absolute;
    inset-inline-start: calc(-1 * var(--_s4));
    inline-size: var(--_s4);
    text-align: center;
  }
  .unseen {
    ${unseen}
  }

  /* beside the picture while a line holds a word, else below it: large text on a small screen */
  .compact,
  .horizontal {
    flex-flow: wrap;
  }
  :is(.compact, .horizontal) > [part='content'] {
    flex-basis: 8em;
  }
  .compact {
    gap: var(--_s3);
    align-items: center;
    padding-block: var(--_s1);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    box-shadow: none;
    color: inherit;
  }
  .compact .frame {
    inline-size: 5em;
    aspect-ratio: 1;
    border-radius: var(--_radius);
  }
  .compact [part='content'] {
    gap: var(--_s1);
    padding: 0;
  }
  .compact [part~='title'] {
    font-size: 1em;
    line-height: 1.3;
  }
  .compact [part='foot'] {
    margin: 0;
    padding: 0;
  }

  /* side by side where there is room; else a row of the list: a square and the title */
  .room {
    container-type: inline-size;
    block-size: 100%;
  }
  /* a container has no width of its own: this gives the element that of a text, for a place that asks for one */
  .width::before {
    content: '. . . .';
    display: block;
    block-size: 0;
    overflow: clip;
    visibility: hidden;
    word-spacing: 14em;
  }
  .horizontal .frame {
    inline-size: 42%;
    min-block-size: 11em;
    aspect-ratio: auto;
  }
  @container (inline-size < 30em) {
    .horizontal {
      gap: var(--_s3);
      align-items: start;
      padding: var(--_s3);
    }
    .horizontal .frame {
      inline-size: 5.5em;
      min-block-size: 0;
      aspect-ratio: 1;
      border-radius: calc(0.75 * var(--_radius));
    }
    .horizontal [part='content'] {
      gap: var(--_s1);
      padding: 0;
    }
    .horizontal [part~='title'] {
      font-size: 1em;
      line-height: 1.3;
    }
    .horizontal [part='excerpt'] {
      display: none;
    }
  }
  @media (hover: hover) {
    article:hover [part='link'] {
      text-decoration: underline;
      text-decoration-thickness: 0.08em;
      text-underline-offset: 0.18em;
    }
    article:not(.compact, :has(:focus-visible)):hover {
      box-shadow: var(--care-shadow, 0 0.6em 1.8em rgb(0 0 0 / 0.12));
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    article,
    article img {
      transition:
        box-shadow 0.2s cubic-bezier(0.2, 0.7, 0.2, 1),
        translate 0.2s cubic-bezier(0.2, 0.7, 0.2, 1),
        scale 0.32s cubic-bezier(0.2, 0.7, 0.2, 1);
    }
    @media (hover: hover) {
      article:not(.compact):hover {
        translate: 0 -2px;
      }
      article:hover img {
        scale: 1.03;
      }
    }
    article:not(.compact):active {
      translate: 0;
    }
  }
  /*
   * Of many cards, the later ones are neither laid out nor painted while they are far off screen, and are about as high as
   * they will be; a width would push their neighbours. Not the first ones, which a picture of a whole page would lack.
   */
  :host(:nth-of-type(n + 25)) [part~='card'] {
    content-visibility: auto;
    contain-intrinsic-size: auto 0 auto 25em;
  }
  :host(:nth-of-type(n + 25)) .compact {
    contain-intrinsic-block-size: auto 6em;
  }
  @media print {
    [part='link']::after {
      content: attr(href);
      display: block;
      position: static;
      font-size: 0.875em;
      font-weight: 400;
    }
  }
`;
