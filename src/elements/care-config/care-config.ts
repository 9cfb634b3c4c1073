import { ContextProvider } from '@lit/context';
import { css, html } from 'lit';
import { setStates } from '../../controllers/custom-states.js';
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
      :host(:state(limited)) {
        display: block;
      }
    `,
  ];

  readonly #internals = this.attachInternals();
  readonly #provider = new SettingsProvider(this, { context: settingsContext });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('load', this.#measure);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('load', this.#measure);
  }

  /**
   * Block themes limit the width of a container's children, `.is-layout-constrained > *`: without a box of its own, what
   * stands inside would be as wide as the window. Among columns a box would put it all into one of them.
   */
  readonly #measure = (): void => {
    const { parentElement } = this;
    const isLimited =
      !(parentElement && /flex|grid/.test(getComputedStyle(parentElement).display)) &&
      /\dpx/.test(getComputedStyle(this).maxInlineSize);
    setStates(this.#internals, ...(isLimited ? ['limited'] : []));
  };

  // Not while it updates: its own controllers read the settings then.
  protected override updated(): void {
    this.#measure();
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
