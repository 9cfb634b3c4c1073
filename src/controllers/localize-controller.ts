import type { ReactiveController, ReactiveElement } from 'lit';
import { parentOf, type Settings } from '../context/settings.js';
import { loadLanguage, localizerFor } from '../localize/languages.js';
import type { Localizer } from '../localize/localizer.js';

/** The nearest `lang` of an element, shadow hosts included. */
const nearestLanguage = (element: Element): string => {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const language = node.getAttribute('lang');
    if (language) return language;
  }
  return '';
};

/** The words of an element: by its `locale` setting, else by the nearest `lang`. */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #settings: { readonly settings: Settings };
  #locale = '';

  constructor(host: ReactiveElement, settings: { readonly settings: Settings }) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  get localizer(): Localizer {
    return localizerFor(this.#locale);
  }

  /** Settles once the words are at hand; `undefined` where they are already. Never rejects. */
  get ready(): Promise<void> | undefined {
    return loadLanguage(this.#locale);
  }

  hostUpdate(): void {
    const locale = this.#settings.settings.locale || nearestLanguage(this.#host);
    if (locale === this.#locale) return;
    this.#locale = locale;
    void this.ready?.then(() => this.#host.requestUpdate());
  }
}
