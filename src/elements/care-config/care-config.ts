import { ContextProvider } from '@lit/context';
import { css, html } from 'lit';
import { settingsContext } from '../../context/settings-context.js';
import { SettingsElement } from '../shared/settings-element.js';

/** Announces itself by an event of our own making: that of `@lit/context` extends `Event`, which MooTools replaces. */
class SettingsProvider extends ContextProvider<typeof settingsContext, SettingsElement> {
  override hostConnected(): void {
    const event = new CustomEvent('context-provider', { bubbles: true, composed: true });
    this.host.dispatchEvent(Object.assign(event, { context: settingsContext, contextTarget: this.host }));
  }
}

/**
 * Gives settings to all widgets inside it, also to those in shadow roots. What it does not set comes from the next
 * `care-config` around it, then from the page. Shows nothing itself.
 *
 * @tag care-config
 * @slot - Anything. Widgets inside take these settings unless they have their own.
 */
export class CareConfig extends SettingsElement {
  static override styles = [
    css`
      :host {
        display: contents;
      }
    `,
  ];

  readonly #provider = new SettingsProvider(this, { context: settingsContext });

  // Not while it updates: its own controllers read the settings then.
  protected override updated(): void {
    const { settings } = this;
    if (JSON.stringify(settings) !== JSON.stringify(this.#provider.value)) this.#provider.setValue(settings);
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-config': CareConfig;
  }
}
