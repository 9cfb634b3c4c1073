import type { ContextCallback } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { settingsContext } from '../context/settings-context.js';
import {
  mergeSettings,
  settingsOf,
  surroundingSettings,
  type ElementSettings,
  type Settings,
} from '../context/settings.js';

/** All that are in a document: one listener for the page instead of one for each of a thousand elements. */
const connected = new Set<SettingsController>();
const providerCame = (): void => connected.forEach((controller) => controller.subscribe());

/**
 * The settings that hold for an element, nearest first, and an update of the element whenever they change. Speaks the
 * context protocol itself because a provider may come late: a `care-config` that is upgraded after the elements inside
 * it announces itself, and is asked then.
 */
export class SettingsController implements ReactiveController {
  readonly #host: ReactiveElement & ElementSettings;
  #provided: Settings | undefined;
  #unsubscribe: (() => void) | undefined;
  /** As of the host's last update: looked up once for all who ask during it. */
  #settings: Settings | undefined;

  constructor(host: ReactiveElement & ElementSettings) {
    this.#host = host;
    host.addController(this);
  }

  get settings(): Settings {
    return (this.#settings ??= mergeSettings(
      settingsOf(this.#host),
      this.#provided ?? surroundingSettings(this.#host),
    ));
  }

  hostUpdate(): void {
    const before = this.#settings?.theme;
    this.#settings = undefined;
    const { theme } = this.settings;
    if (theme === before) return;
    void import('../styles/theme.js').then(
      ({ applyTheme }) => applyTheme(this.#host, theme),
      () => undefined, // offline: the page's own colours
    );
  }

  hostConnected(): void {
    if (!connected.size) document.addEventListener('context-provider', providerCame);
    connected.add(this);
    this.subscribe();
  }

  hostDisconnected(): void {
    connected.delete(this);
    if (!connected.size) document.removeEventListener('context-provider', providerCame);
    this.#unsubscribe?.();
    this.#unsubscribe = this.#provided = this.#settings = undefined;
  }

  /** Asks for a provider, when connected, whenever one has come, and when the page's own settings may be others. */
  subscribe(): void {
    this.#host.requestUpdate();
    if (this.#unsubscribe) return; // a nearer provider takes over its subscribers from the farther one
    const callback: ContextCallback<Settings> = (settings, unsubscribe) => {
      if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      this.#provided = settings;
      this.#host.requestUpdate();
    };
    const request = { context: settingsContext, contextTarget: this.#host, callback, subscribe: true };
    this.#host.dispatchEvent(
      Object.assign(new CustomEvent('context-request', { bubbles: true, composed: true }), request),
    );
  }
}
