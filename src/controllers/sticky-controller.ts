import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Keeps what has the focus from lying under a bar at the lower edge of the window (WCAG 2.2, 2.4.11): browsers scroll to
 * what is outside of the window only. The bar is the last of the page, so there is always room to scroll.
 */
export class StickyController implements ReactiveController {
  readonly #host: ReactiveElement & { readonly layout?: string | undefined };

  constructor(host: ReactiveElement & { readonly layout?: string | undefined }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('focusin', this);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this);
  }

  handleEvent({ target }: Event): void {
    if (this.#host.layout !== 'sticky' || !(target instanceof Element) || this.#host.contains(target)) return;
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
