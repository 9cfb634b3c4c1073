import type { ReactiveController, ReactiveElement } from 'lit';

/** How often a frame removed children are put back: a page that takes them away each time must not be made to hang. */
const MOST_REPAIRS = 100;

/**
 * Keeps generated children in an element's light DOM, where the page's own style sheets, search engines and the browser's
 * search find them. An element says in each render which children it wants ({@link show}); they stand behind the author's.
 * They bear the attribute `mark`; whatever else bears it is removed, such as what a copy of the element's markup brought
 * along. Where the page removes them, as a morphing framework does that compares with the server's copy, they are put back.
 */
export class LightDomController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #mark: string;
  readonly #observer = new MutationObserver(() => this.#place());
  #wanted: readonly Element[] = [];
  #repairs = 0;
  readonly #placed = new WeakSet<Element>();

  constructor(host: ReactiveElement, mark: string) {
    this.#host = host;
    this.#mark = mark;
    host.addController(this);
  }

  /** To be called in `render()`. */
  show(...children: readonly (Element | undefined)[]): void {
    this.#wanted = [...this.#wanted, ...children.filter((child) => child !== undefined)];
  }

  get isWanted(): boolean {
    return this.#wanted.length > 0;
  }

  hostUpdate(): void {
    this.#wanted = [];
  }

  hostUpdated(): void {
    this.#place();
    if (this.isWanted) this.#observer.observe(this.#host, { childList: true });
    else this.#observer.disconnect();
  }

  #place(): void {
    for (const child of [...this.#host.children]) {
      if (!this.#wanted.includes(child) && child.hasAttribute(this.#mark)) child.remove();
    }
    for (const child of this.#wanted)
      if (child.parentNode !== this.#host && this.#mayPlace(child)) this.#host.append(child);
  }

  /** Once for each child; then as often a frame as {@link MOST_REPAIRS} allows. */
  #mayPlace(child: Element): boolean {
    if (!this.#placed.has(child)) return !!this.#placed.add(child);
    if (!this.#repairs) requestAnimationFrame(() => (this.#repairs = 0));
    return this.#repairs++ < MOST_REPAIRS;
  }
}
