import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Keeps one generated child in an element's light DOM, where the page's own style sheets, search engines and the
 * browser's search find it. An element says in each render which child it wants ({@link show}); whatever it did not ask
 * for is taken away again, also what a copy of the element's markup brought along. Generated children bear the attribute
 * `mark`; all others are the author's and stay as they are.
 */
export class LightDomController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #mark: string;
  #wanted: Element | undefined;

  constructor(host: ReactiveElement, mark: string) {
    this.#host = host;
    this.#mark = mark;
    host.addController(this);
  }

  /** To be called in `render()`. */
  show(child: Element | undefined): void {
    this.#wanted = child;
  }

  get isWanted(): boolean {
    return !!this.#wanted;
  }

  hostUpdate(): void {
    this.#wanted = undefined;
  }

  hostUpdated(): void {
    const wanted = this.#wanted;
    for (const child of [...this.#host.children]) {
      if (child !== wanted && child.hasAttribute(this.#mark)) child.remove();
    }
    if (wanted && wanted.parentNode !== this.#host) this.#host.append(wanted);
  }
}
