import type { ReactiveController, ReactiveElement } from 'lit';
import { nearestLanguage } from '../context/language.js';
import type { Settings } from '../model/settings.js';
import { loadLanguage, localizerFor } from '../localize/languages.js';
import type { Localizer } from '../localize/localizer.js';

type LocalizedHost = ReactiveElement & { readonly settings: Settings };

/** The words of an element: by its `locale` setting, else by the nearest `lang`. */
export class LocalizeController implements ReactiveController {
  readonly #host: LocalizedHost;
  #locale = '';

  constructor(host: LocalizedHost) {
    this.#host = host;
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
    const locale = this.#host.settings.locale || nearestLanguage(this.#host);
    if (locale === this.#locale) return;
    this.#locale = locale;
    void this.ready?.then(() => this.#host.requestUpdate());
  }
}
