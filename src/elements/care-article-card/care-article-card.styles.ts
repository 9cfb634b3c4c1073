import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  [part~='card'] {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--care-shadow, none);
  }
  [part~='card']:has(a:focus-visible) {
    outline: 0.15em solid var(--_focus);
    outline-offset: 0.15em;
  }
  .frame {
    flex: none;
    aspect-ratio: 16 / 9;
    overflow: clip;
    background: var(--_raised);
  }
  img {
    display: block;
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
    font-family: var(--care-font-heading, inherit);
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  [part='link'] {
    color: var(--_accent);
    text-decoration: none;
    outline: none;
  }
  [part='link']::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  [part~='card']:hover [part='link'] {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  [part='excerpt'] {
    margin: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  [part='byline'],
  [part='date'] {
    margin: 0;
    color: var(--_muted);
    font-size: 0.9em;
  }
  [part='byline'] {
    margin-block-start: auto;
    padding-block-start: 0.25em;
  }
  .compact {
    flex-direction: row;
    align-items: center;
    border: 0;
    border-radius: 0;
    background: none;
  }
  .compact .frame {
    inline-size: 5em;
    aspect-ratio: 1;
    border-radius: var(--_radius);
  }
  .compact [part='content'] {
    gap: 0.2em;
    padding: 0;
    padding-inline-start: 0.9em;
  }
  .compact [part='title'] {
    font-size: 1em;
  }
  @container (min-width: 30em) {
    .horizontal {
      flex-direction: row;
    }
    .horizontal .frame {
      inline-size: 40%;
      aspect-ratio: auto;
      min-block-size: 12em;
    }
    .horizontal img {
      position: absolute;
      inline-size: 40%;
    }
  }
  [part~='skeleton'] [part] {
    display: grid;
    gap: 0.5em;
  }
  [part~='skeleton'] [part='content'] {
    display: flex;
  }
  .w4 {
    inline-size: 40%;
  }
  .w6 {
    inline-size: 60%;
  }
  .w7 {
    inline-size: 70%;
  }
  .w9 {
    inline-size: 90%;
  }
`;
