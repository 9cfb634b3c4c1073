import type { CSSResult, ReactiveController, ReactiveElement } from 'lit';
import { sheetsFor } from '../styles/adopt.js';

type StickyHost = ReactiveElement & { readonly layout?: string | undefined };

/**
 * Keeps a bar at the lower edge of the window from being in the way. It is held there, by the given style sheet, only
 * while it takes at most half of the window; else it stands at its place in the page. And what has the focus must not lie
 * under it (WCAG 2.2, 2.4.11), since browsers scroll to what is outside of the window only. The bar is the last of the
 * page, so there is always room to scroll.
 */
export class StickyController implements ReactiveController {
  readonly #host: StickyHost;
  readonly #hold: CSSResult;
  readonly #observer = new ResizeObserver(() => this.#fit());

  constructor(host: StickyHost, hold: CSSResult) {
    this.#host = host;
    this.#hold = hold;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    document.addEventListener('focusin', this);
    document.addEventListener('keyup', this); // no focusin gets here of a move within one shadow root
    addEventListener('resize', this);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('focusin', this);
    document.removeEventListener('keyup', this);
    removeEventListener('resize', this);
  }

  handleEvent(event: Event): void {
    if (event.type === 'resize') this.#fit();
    else if (event.type === 'focusin' || (event as KeyboardEvent).key === 'Tab') this.#uncover();
  }

  #fit(): void {
    const { shadowRoot, offsetHeight } = this.#host;
    if (!shadowRoot) return;
    const hold = sheetsFor(shadowRoot, [this.#hold]);
    const others = shadowRoot.adoptedStyleSheets.filter((sheet) => !hold.includes(sheet));
    shadowRoot.adoptedStyleSheets = offsetHeight * 2 <= innerHeight ? [...others, ...hold] : others;
  }

  /** Scrolls what has the focus out from under the bar. */
  #uncover(): void {
    const { activeElement } = document;
    const isBefore =
      activeElement && activeElement.compareDocumentPosition(this.#host) & Node.DOCUMENT_POSITION_FOLLOWING;
    let target = activeElement;
    while (target?.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
    if (!target || !isBefore || this.#host.layout !== 'sticky') return;
    // the browser's own scrolling comes first
    requestAnimationFrame(() => {
      const bar = this.#host.getBoundingClientRect();
      const { top, bottom } = target.getBoundingClientRect();
      const hidden = Math.min(bottom + 8 - bar.top, top); // 8: the ring of the focus is seen too
      if (top < bar.bottom && hidden > 0) scrollBy({ top: hidden, behavior: 'instant' });
    });
  }
}
