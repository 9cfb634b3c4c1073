import type { ReactiveController, ReactiveElement } from 'lit';

// The only file that looks at the page's URL. It reads the one query parameter that an author named, and the
// fragment, which is compared with the headings of the text and goes nowhere.

/** The value of the query parameter `name`; empty where none is named or the URL has none of that name. */
export const parameterOfAddress = (name: string | null | undefined): string =>
  (name && new URLSearchParams(location.search).get(name)?.trim()) || '';

/** `#` and what stands behind it; empty where there is nothing. */
export const fragmentOfAddress = (): string => location.hash;

/**
 * The article that the page's URL names: the value of the one query parameter that an author chose in `slug-param`.
 * Follows back and forward, and an app that writes the URL itself where the browser has the Navigation API.
 */
export class SlugParamController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #name: () => string | undefined;

  constructor(host: ReactiveElement, name: () => string | undefined) {
    this.#host = host;
    this.#name = name;
    host.addController(this);
  }

  /** Empty where no parameter is named or the URL has none of that name. */
  get slug(): string {
    return parameterOfAddress(this.#name());
  }

  hostConnected(): void {
    addEventListener('popstate', this.#update);
    window.navigation?.addEventListener('currententrychange', this.#update);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#update);
    window.navigation?.removeEventListener('currententrychange', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
