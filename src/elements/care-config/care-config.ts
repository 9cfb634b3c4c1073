import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyDeclarations } from 'lit';
import { settingsContext } from '../../context/settings-context.js';
import { settingProperties } from '../../context/setting-properties.js';
import type { ElementSettings } from '../../context/settings.js';
import { SettingsController } from '../../controllers/settings-controller.js';

/**
 * Gives settings to all widgets inside it, also to those in shadow roots. What it does not set comes from the next
 * `care-config` around it, then from the page. Shows nothing itself.
 *
 * @tag care-config
 * @slot - Anything. Widgets inside take these settings unless they have their own.
 * @attr {string} endpoint - Absolute or relative address of the site, API or file that content comes from.
 * @attr {string} source - `wordpress`, `json-feed` or a registered name. Default: by the address's shape.
 * @attr {string} key - Public read key, where the source needs one. Sent to this `endpoint` only.
 * @attr {string} article-url - Where links to articles lead, with `{slug}` and `{id}`. Default: the article's own address.
 * @attr {string} category-url - Where links to categories lead, with `{slug}`. Default: the category's own address.
 * @attr {string} image-origins - Further origins, separated by blanks, that pictures may come from.
 * @attr {'light' | 'dark' | 'auto'} theme - Default `auto`: the page's own colours. `light` and `dark` bring their own, background included.
 * @attr {string} locale - BCP 47, language of the widgets' own words. Default: the nearest `lang`.
 * @attr {number} timeout - Milliseconds for one request. Default 10000.
 * @attr {boolean} debug - Explains in the page what went wrong.
 */
export class CareConfig extends LitElement implements ElementSettings {
  static override properties: PropertyDeclarations = settingProperties;
  static override styles = [
    css`
      :host {
        display: contents;
      }
      :host([theme='light']) {
        color-scheme: light;
      }
      :host([theme='dark']) {
        color-scheme: dark;
      }
    `,
  ];

  declare endpoint?: string | undefined;
  declare source?: string | undefined;
  declare key?: string | undefined;
  declare articleUrl?: string | undefined;
  declare categoryUrl?: string | undefined;
  declare imageOrigins?: string | undefined;
  declare theme?: string | undefined;
  declare locale?: string | undefined;
  declare timeout?: string | undefined;
  declare debug?: string | undefined;

  readonly #settings = new SettingsController(this);
  readonly #provider = new ContextProvider(this, { context: settingsContext });

  // not before: its controllers look around themselves while it updates
  protected override updated(): void {
    const settings = this.#settings.settings;
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
