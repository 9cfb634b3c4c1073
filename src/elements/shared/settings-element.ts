import { LitElement, render, type CSSResult, type PropertyValues } from 'lit';
import { property } from './property.js';
import { unquoted } from '../../model/attribute-value.js';
import type { Settings } from '../../model/settings.js';
import { diagnoseAttributes, hasUnknownAttribute, isWithoutEffect } from '../../controllers/diagnose.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { adopt } from '../../styles/adopt.js';

export type Look = 'host' | 'calm' | 'clinical' | 'editorial';
export type Density = 'compact' | 'regular' | 'roomy';

/** The base of every element: it declares the settings, each of which the nearest element or `care-config` decides. */
export abstract class SettingsElement extends LitElement {
  /** Absolute or relative URL of the site, API or file that content comes from. */
  @property() endpoint?: string | undefined;
  /** How to talk to the endpoint: `wordpress`, `wordpress.com`, `ghost`, `json-feed` or a registered name. Default: by the URL's shape. */
  @property() source?: string | undefined;
  /** Public read key, where the source needs one. Sent to this `endpoint` only. */
  @property() key?: string | undefined;
  /** Where links to articles lead, with `{slug}` and `{id}`. Default: the article's own URL. */
  @property({ attribute: 'article-url' }) articleUrl?: string | undefined;
  /** Where links to categories lead, with `{slug}`. Default: the category's own URL. */
  @property({ attribute: 'category-url' }) categoryUrl?: string | undefined;
  /** Further origins, separated by blanks, that images may come from. Default: the endpoint's only. */
  @property({ attribute: 'image-origins' }) imageOrigins?: string | undefined;
  /** `light` or `dark`, with colours of its own, or `auto` (default): the page's own colours. */
  @property() theme?: string | undefined;
  /** Shapes and colours: `host` (default), the page's own; `calm`, `clinical` or `editorial`, which bring theirs. */
  @property() look?: Look | undefined;
  /** Room between things: `compact`, `regular` (default) or `roomy`. */
  @property() density?: Density | undefined;
  /** BCP 47, language of the widget's own words. Default: the nearest `lang`. */
  @property() locale?: string | undefined;
  /** Milliseconds for one request. Default 10000. */
  @property() timeout?: string | undefined;
  /** Seconds after which what was rendered before the script is asked for again. Default: never. */
  @property({ attribute: 'max-age' }) maxAge?: string | undefined;
  /** Any value but `false`: explains in the page what went wrong. Default: off. */
  @property() debug?: string | undefined;

  readonly #settings = new SettingsController(this);

  /** @internal The settings that hold here, by name; what nobody has set is absent. */
  get settings(): Settings {
    return this.#settings.settings;
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    // no string where a polyfill of scoped registries hands on what was set, such as the TrustedScript of Lit
    const meant = value === null ? value : unquoted(name, `${value}`);
    super.attributeChangedCallback(name, before, meant);
    if (meant !== value || isWithoutEffect(name, meant)) diagnoseAttributes(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (hasUnknownAttribute(this)) diagnoseAttributes(this);
  }

  /** Another document drops the style sheets, also where the element only passes through it, as htmx lets it do. */
  adoptedCallback(): void {
    if (!this.shadowRoot) return;
    this.#adoptOwnStyles(this.shadowRoot);
    this.#settings.dress();
  }

  /**
   * Browsers that translate a page take away the comments by which Lit finds what it would change: all is rendered anew. Where
   * that is impossible too, as in a page of type `application/xhtml+xml`, the slot stays, and with it what the page wrote inside.
   */
  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch {
      render(document.createElement('slot'), this.renderRoot, this.renderOptions);
      super.update(changed);
    }
  }

  /** Not Lit's: it would give style sheets of the page to an element that stands in a frame, which is an error there. */
  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    this.#adoptOwnStyles(root);
    return root;
  }

  #adoptOwnStyles(root: ShadowRoot): void {
    adopt(root, ...((this.constructor as typeof LitElement).elementStyles as CSSResult[]));
  }
}
