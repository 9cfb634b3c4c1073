import type { ReactiveController, ReactiveElement } from 'lit';

// The only file that looks at the page's address. It reads the one query parameter that an author named, and the
// fragment, which is compared with the headings of the text and goes nowhere.

/** The value of the query parameter `name`; empty where none is named or the address has none of that name. */
export const parameterOfAddress = (name: string | null | undefined): string =>
  (name && new URLSearchParams(location.search).get(name)?.trim()) || '';

/** What stands behind `#`, decoded; empty where there is nothing. */
export const fragmentOfAddress = (): string => {
  const fragment = location.hash.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

/**
 * The article that the page's address names: the value of the one query parameter that an author chose in `slug-param`.
 * Follows back and forward.
 */
export class SlugParamController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #name: () => string | undefined;

  constructor(host: ReactiveElement, name: () => string | undefined) {
    this.#host = host;
    this.#name = name;
    host.addController(this);
  }

  /** Empty where no parameter is named or the address has none of that name. */
  get slug(): string {
    return parameterOfAddress(this.#name());
  }

  hostConnected(): void {
    addEventListener('popstate', this.#update);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
