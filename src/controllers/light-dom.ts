import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Keeps generated children in an element's light DOM, where the page's own style sheets, search engines and the browser's
 * search find them. An element says in each render which children it wants ({@link show}); whatever it did not ask for is
 * taken away again, also what a copy of the element's markup brought along. Generated children bear the attribute `mark`;
 * all others are the author's and stay as they are.
 */
export class LightDomController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #mark: string;
  #wanted: Element[] = [];

  constructor(host: ReactiveElement, mark: string) {
    this.#host = host;
    this.#mark = mark;
    host.addController(this);
  }

  /** To be called in `render()`. */
  show(...children: readonly (Element | undefined)[]): void {
    for (const child of children) if (child) this.#wanted.push(child);
  }

  get isWanted(): boolean {
    return this.#wanted.length > 0;
  }

  hostUpdate(): void {
    this.#wanted = [];
  }

  hostUpdated(): void {
    for (const child of [...this.#host.children]) {
      if (!this.#wanted.includes(child) && child.hasAttribute(this.#mark)) child.remove();
    }
    for (const child of this.#wanted) if (child.parentNode !== this.#host) this.#host.append(child);
  }
}
