import type { ContextCallback } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { settingsContext } from '../context/settings-context.js';
import { mergeSettings, type Settings } from '../model/settings.js';
import { settingsOf, surroundingSettings } from '../context/settings.js';
import { dress } from '../styles/dress.js';
import { checkPageSettings, loadChecked } from './diagnose.js';

/** The controllers of all elements in the document: they share one listener and one observer. */
const connected = new Set<SettingsController>();
const lookAgain = (): void => connected.forEach((controller) => controller.subscribe());
/** Observes the page's `lang`, which translation tools and language switches change. */
let language: MutationObserver | undefined;

/**
 * The settings that hold for an element, nearest first, and an update of the element whenever they change. Speaks the
 * context protocol itself because a provider may come late: a `care-config` that is upgraded after the elements inside
 * it announces itself, and is asked then.
 */
export class SettingsController implements ReactiveController {
  readonly #host: ReactiveElement;
  #provided: Settings | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Looked up once an update: its controllers and its template all read it. */
  #settings: Settings | undefined;
  /** Theme, look and density that the host has the style sheets of. */
  #worn = '';

  constructor(host: ReactiveElement) {
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
    this.#settings = undefined;
    const { theme, look, density } = this.settings;
    const worn = [theme, look, density].filter(Boolean).join(' ');
    if (worn === this.#worn) return;
    this.#worn = worn;
    // rendered text is dressed by the page's style sheet, and follows a change too
    const { dataset } = this.#host;
    if (dataset.careDress !== undefined) dataset.careDress = worn;
    this.dress();
  }

  /** Gives the host the style sheets of its theme, look and density. */
  dress(): void {
    const { theme, look, density } = this.settings;
    void dress(this.#host, { theme, look, density }, () => loadChecked('looks', () => import('../styles/looks.js')));
  }

  hostConnected(): void {
    if (!connected.size) {
      document.addEventListener('context-provider', lookAgain);
      language ??= new MutationObserver(lookAgain);
      language.observe(document.documentElement, { attributeFilter: ['lang'] });
    }
    connected.add(this);
    checkPageSettings();
    this.subscribe();
  }

  hostDisconnected(): void {
    connected.delete(this);
    if (!connected.size) {
      document.removeEventListener('context-provider', lookAgain);
      language?.disconnect();
    }
    this.#unsubscribe?.();
    this.#unsubscribe = this.#provided = this.#settings = undefined;
  }

  /**
   * Requests the settings from the nearest provider: when connected, when a provider announces itself, and when the page's
   * own settings may have changed.
   */
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
