import { css } from 'lit';

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
    aspect-ratio: 16 / 9;
    background: var(--_raised);
  }
  img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  [part='content'] {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.5em;
    min-inline-size: 0;
    padding: var(--_space);
  }
  [part='title'] {
    margin: 0;
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: 1.2em;
    font-weight: var(--_weight);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  [part='link'] {
    color: var(--care-color-accent, inherit);
    text-decoration: none;
    outline: none;
    cursor: pointer;
  }
  /* the link covers the card, and so does its focus ring */
  [part='link']::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  [part='link']:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: -0.2em;
    border-radius: var(--_radius);
  }
  :hover > * > [part='title'] > a {
    text-decoration: underline;
  }
  p {
    margin: 0;
  }
  [part='excerpt'] {
    margin-block-end: auto;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  [part='byline'],
  [part='date'] {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .compact {
    flex-direction: row;
    align-items: center;
    border: 0;
    background: none;
  }
  .compact .frame {
    inline-size: 5em;
    aspect-ratio: 1;
    border-radius: var(--_radius);
    overflow: clip;
  }
  .compact [part='content'] {
    gap: 0.2em;
    padding: 0.3em 0.9em;
  }
  .compact [part='title'] {
    font-size: 1em;
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
  /* side by side from 30em on: by wrapping, because a container has no width of its own in a row of flex items */
  .horizontal {
    flex-flow: wrap;
  }
  .horizontal .frame {
    flex: 2 12em;
  }
  .horizontal [part='content'] {
    flex: 3 18em;
  }
`;
