import type { ReactiveController, ReactiveElement } from 'lit';

type StickyHost = ReactiveElement & { readonly layout?: string | undefined };

/**
 * Keeps a bar at the lower edge of the window from being in the way. It is held there, by the given style sheet, only
 * while it takes at most half of the window; else it stands at its place in the page. And what has the focus must not lie
 * under it (WCAG 2.2, 2.4.11), since browsers scroll to what is outside of the window only. The bar is the last of the
 * page, so there is always room to scroll.
 */
export class StickyController implements ReactiveController {
  readonly #host: StickyHost;
  readonly #hold: CSSStyleSheet;
  readonly #observer = new ResizeObserver(() => this.#fit());

  constructor(host: StickyHost, hold: CSSStyleSheet) {
    this.#host = host;
    this.#hold = hold;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    document.addEventListener('focusin', this);
    addEventListener('resize', this);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('focusin', this);
    removeEventListener('resize', this);
  }

  handleEvent({ type, target }: Event): void {
    if (type === 'resize') this.#fit();
    else if (target instanceof HTMLElement && !this.#host.contains(target)) this.#uncover(target);
  }

  #fit(): void {
    const { shadowRoot, offsetHeight } = this.#host;
    if (!shadowRoot) return;
    const others = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== this.#hold);
    shadowRoot.adoptedStyleSheets = offsetHeight * 2 <= innerHeight ? [...others, this.#hold] : others;
  }

  #uncover(target: Element): void {
    if (this.#host.layout !== 'sticky') return;
    // the browser's own scrolling comes first
    requestAnimationFrame(() => {
      const bar = this.#host.getBoundingClientRect();
      const { top, bottom } = target.getBoundingClientRect();
      const isBefore = target.compareDocumentPosition(this.#host) & Node.DOCUMENT_POSITION_FOLLOWING;
      const hidden = Math.min(bottom - bar.top, top);
      if (isBefore && top < bar.bottom && hidden > 0) scrollBy({ top: hidden, behavior: 'instant' });
    });
  }
}
