import { css, html, nothing, render, type ReactiveElement, type TemplateResult } from 'lit';
import { LightDomController } from '../../controllers/light-dom.js';
import type { Settings } from '../../model/settings.js';
import { adopt } from '../../styles/adopt.js';
import { heading } from './heading.js';

/** Marks the box in the light DOM that holds an element's own heading. */
const MARK = 'data-care-heading';

/**
 * Where the heading stands is the element's business, how it looks is the page's, whose rules for headings win over these.
 * A token that the page sets for the purpose wins over both: it is set on the words inside.
 */
export const headingStyles = css`
  :where([data-care-heading] > [part='title']) {
    font-family: var(--_heading, inherit);
    font-size: var(--_title, 1.75em);
    font-weight: var(--_weight);
    line-height: 1.15;
    text-wrap: balance;
  }
  [data-care-heading] {
    display: block;
    float: none;
    min-inline-size: 0;
  }
  [data-care-heading] > [part='title'] {
    float: none;
    min-inline-size: 0;
    max-inline-size: 100%;
    margin: 0;
    padding: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /* many pages set their outer and inner headings almost alike on a phone: the least size keeps the title above the sections */
  [data-care-heading] > [part='title'] > span {
    white-space: normal;
    color: var(--_title-color, inherit);
    font-family: var(--care-font-heading, var(--_heading, inherit));
    font-size: max(1em, var(--_title-least, 0px));
    font-weight: var(--care-heading-weight, inherit);
    line-height: max(1.12em, 1lh);
  }
`;

interface Host extends ReactiveElement {
  readonly settings: Settings;
}

/** An element's heading in its light DOM, in the page's own style of headings. */
export class LightHeading {
  readonly #host: Host;
  readonly #light: LightDomController;
  readonly #box = document.createElement('div');

  constructor(host: Host) {
    this.#host = host;
    this.#light = new LightDomController(host, MARK);
  }

  /**
   * To be called in `render()`. Returns the place for the heading in the shadow root.
   * @param lang BCP 47 of the words, where known.
   */
  show(level: number | undefined, words: string, lang?: string): TemplateResult {
    adopt(this.#host.getRootNode(), headingStyles);
    this.#box.slot = 'title';
    this.#box.setAttribute(MARK, '');
    render(heading(level, html`<span lang=${lang ?? nothing} .textContent=${words}></span>`), this.#box);
    this.#light.show(this.#box);
    return html`<div part="title" id="title"><slot name="title"></slot></div>`;
  }
}
