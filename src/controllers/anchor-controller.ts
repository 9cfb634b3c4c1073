import type { ReactiveController, ReactiveElement } from 'lit';
import { ID_PREFIX } from '../html/sanitise/ids.js';
import { fragmentOfAddress } from './slug-param.js';

/** The name in a fragment (`#…`). */
const nameIn = (fragment: string): string => {
  const name = fragment.slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a percent sign that stands for itself
  }
};

/**
 * The element that a fragment points to, with or without the prefix that ids of an article get; `null` where the page itself
 * has an element of that name: then the link is the page's.
 */
const placeIn = (body: Element | undefined, fragment: string): HTMLElement | null => {
  const id = nameIn(fragment);
  if (!id || !body) return null;
  const exact = body.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (exact) return exact;
  if (document.getElementById(id) ?? document.querySelector(`a[name="${CSS.escape(id)}"]`)) return null;
  return body.querySelector<HTMLElement>(`#${CSS.escape(ID_PREFIX + id)}`);
};

/**
 * Links to places within a text, where the browser does not follow them by itself: it looks for a fragment while the
 * page loads, when the text is not there yet, and never inside a shadow root; and with `<base href>` such a link leaves
 * the page.
 */
export class AnchorController implements ReactiveController {
  readonly #body: () => Element | undefined;
  #hasArrived = false;

  constructor(host: ReactiveElement, body: () => Element | undefined) {
    this.#body = body;
    host.addController(this);
    host.addEventListener('click', this.#follow);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#arrive);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#arrive);
  }

  hostUpdated(): void {
    if (this.#hasArrived || !this.#body()) return;
    this.#hasArrived = true;
    // whoever has begun to read elsewhere must not be pulled away
    if (!scrollY) this.#arrive();
  }

  readonly #follow = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    const link = target instanceof Node && target.nodeType === 1 ? (target as Element).closest('a') : null;
    if (!link?.matches('[href^="#"]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = placeIn(this.#body(), link.hash);
    const hasBase = document.querySelector('base[href]');
    if (!place || (!hasBase && place.getRootNode() === document)) return;
    if (hasBase) event.preventDefault();
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  };

  readonly #arrive = (): void => placeIn(this.#body(), fragmentOfAddress())?.scrollIntoView();
}
