import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import {
  mergeSettings,
  settingsOf,
  surroundingSettings,
  type ElementSettings,
  type Settings,
} from '../context/settings.js';
import { settingsContext } from '../context/settings-context.js';

type Host = ReactiveElement & ElementSettings;

/** Those whom no provider has answered: a `care-config` may be upgraded after the elements inside it. */
const unanswered = new Set<() => void>();

const askAgain = (): void => {
  for (const ask of unanswered) ask();
};

/** The settings that hold for an element, nearest first, and an update of the element whenever they change. */
export class SettingsController implements ReactiveController {
  readonly #host: Host;
  readonly #consumer: ContextConsumer<typeof settingsContext, Host>;

  constructor(host: Host) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, { context: settingsContext, subscribe: true });
    host.addController(this);
  }

  get settings(): Settings {
    return mergeSettings(settingsOf(this.#host), this.#consumer.value ?? surroundingSettings(this.#host));
  }

  hostConnected(): void {
    if (!this.#consumer.value) {
      if (!unanswered.size) document.addEventListener('context-provider', askAgain);
      unanswered.add(this.#ask);
    }
    this.#host.requestUpdate(); // the surroundings may be others after a move
  }

  hostDisconnected(): void {
    this.#answered();
    this.#consumer.value = undefined as never; // else a moved element would keep its old provider's settings
  }

  readonly #ask = (): void => {
    this.#consumer.hostConnected();
    if (this.#consumer.value) this.#answered();
  };

  #answered(): void {
    if (unanswered.delete(this.#ask) && !unanswered.size) document.removeEventListener('context-provider', askAgain);
  }
}
