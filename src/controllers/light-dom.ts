import type { ReactiveController, ReactiveElement } from 'lit';
import { placeChildren } from './place-children.js';

/**
 * Keeps generated children in an element's light DOM, where the page's own style sheets, search engines and the browser's
 * search find them. An element says in each render which children it wants ({@link show}).
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
    placeChildren(this.#host, this.#mark, this.#wanted);
  }
}
