import { css } from 'lit';
import { StickyController } from '../../controllers/sticky-controller.js';

const styles = css`
  .sticky {
    gap: 0.4em;
    padding: 0.6em var(--_space) calc(0.6em + env(safe-area-inset-bottom, 0px));
    border-block-start: 1px solid var(--_border);
    background: var(--care-color-surface, Canvas);
    color: var(--care-color-text, CanvasText);
    box-shadow: var(--care-shadow, none);
  }
  .sticky > [part='title'] {
    font-size: 1em;
  }
  .sticky > [part='crisis'] {
    font-size: 0.9em;
  }
  /* a bar must leave room to read: small words on buttons that can still be hit */
  .sticky ::slotted([slot]) {
    min-block-size: 3.15em;
    padding: 0.15em 0.7em;
    font-size: 0.875em !important;
  }
  @media (min-width: 48em) {
    .sticky {
      flex-flow: wrap;
      align-items: center;
      gap: 0.6em 1.5em;
    }
  }
`;

const hold = css`
  @media screen and (min-height: 24em) {
    :host([layout='sticky']) {
      position: sticky;
      inset-block-end: 0;
      z-index: 10;
    }
  }
`;

/** Makes a bar of the element. Until this has arrived, it stands where its author placed it. */
export const makeSticky = (host: ConstructorParameters<typeof StickyController>[0]): void => {
  const [bar, atEdge] = [styles.styleSheet, hold.styleSheet];
  if (!bar || !atEdge) return;
  host.shadowRoot?.adoptedStyleSheets.push(bar);
  new StickyController(host, atEdge);
};
