import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Tells its host, before anything is painted, whenever a box of the host's passes a width in em of its font size. The box is
 * the one in the shadow root that bears `class="ruler"`: empty, so that nothing that follows from its width can change its
 * size (the browser would report a loop as an error of the page).
 */
export class WideController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #observer: ResizeObserver;
  #ruler: Element | null = null;
  #isWide = false;

  constructor(host: ReactiveElement, em: number) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      const isWide = (entry?.contentRect.width ?? 0) >= em * parseFloat(getComputedStyle(host).fontSize);
      if (isWide === this.#isWide) return;
      this.#isWide = isWide;
      host.requestUpdate();
    });
    host.addController(this);
  }

  get isWide(): boolean {
    return this.#isWide;
  }

  hostUpdated(): void {
    const ruler = this.#host.renderRoot.querySelector('.ruler');
    if (ruler === this.#ruler) return;
    this.#observer.disconnect();
    if (ruler) this.#observer.observe(ruler);
    this.#ruler = ruler;
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#ruler = null;
  }
}
