import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import '../src/define/care-article-card.js';
import '../src/define/care-contact.js';
import '../src/define/care-newsletter.js';
import { TOKENS } from '../scripts/manifest/tokens.mjs';
import { contrast, rgbOf } from '../test/support/contrast.js';
import { sampleArticle } from './sample-sources.js';

type Token = string;

/** What a value of a token must be, by a property of CSS that takes the same values. */
const propertyOf = (token: Token): string => {
  if (token.includes('-color-')) return 'color';
  if (token.includes('-font')) return 'font-family';
  if (token.endsWith('-weight')) return 'font-weight';
  return token.endsWith('-shadow') ? 'box-shadow' : 'inline-size';
};

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** What is seen behind an element's words, as `rgb(…)`. */
const groundOf = (element: Element): string => {
  const layers: string[] = [];
  for (let each: Element | null = element; each; each = parentOf(each))
    layers.unshift(getComputedStyle(each).backgroundColor);
  return layers.reduce((ground, layer) => `rgb(${rgbOf(layer, ground).join(' ')})`, '#fff');
};

/** As an `<input type="color">` takes it; black for what is no colour. */
const hexOf = (color: string): string =>
  `#${rgbOf(CSS.supports('color', color) ? color : '#000')
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`;

interface Pair {
  readonly name: string;
  /** WCAG 2.2: 4.5 for words (1.4.3), 3 for edges (1.4.11). */
  readonly least: number;
  readonly ratio: number;
}

/**
 * Sets tokens on a card, a contact and a sign-up, writes the style sheet for them, and measures every pair of colours that
 * depends on them as it is drawn. Of this Storybook only.
 */
export class TokenEditor extends LitElement {
  // Vite compiles stories without this project's decorators.
  static override properties = { values: { state: true }, pairs: { state: true }, said: { state: true } };
  declare private values: Record<Token, string>;
  declare private pairs: readonly Pair[];
  declare private said: string;

  constructor() {
    super();
    this.values = {};
    this.pairs = [];
    this.said = '';
  }

  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      gap: 2rem;
      align-items: start;
      font:
        1rem/1.5 system-ui,
        sans-serif;
    }
    h2 {
      margin: 0 0 0.75rem;
      font-size: 1.25rem;
    }
    form,
    .preview,
    .result {
      display: grid;
      gap: 1rem;
    }
    :host > form label {
      display: block;
      font-family: ui-monospace, monospace;
      font-size: 0.875rem;
      font-weight: 600;
    }
    :host > form input {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: 2.75rem;
      padding: 0.25rem 0.75rem;
      border: 1px solid GrayText;
      border-radius: 0.25rem;
      background: Field;
      color: FieldText;
      font: inherit;
    }
    .value {
      display: flex;
      gap: 0.5rem;
    }
    :host > form input[type='color'] {
      flex: none;
      inline-size: 3.5rem;
      padding: 0.25rem;
    }
    /* what is not set is no colour, and not the black that such a field begins with */
    :host > form .unset {
      background: linear-gradient(to top right, transparent 48%, GrayText 49% 51%, transparent 52%) Field;
    }
    .unset::-webkit-color-swatch {
      visibility: hidden;
    }
    .unset::-moz-color-swatch {
      visibility: hidden;
    }
    p {
      margin: 0;
      font-size: 0.875rem;
    }
    .wrong {
      color: light-dark(#a3272f, #ffaca6);
      font-weight: 600;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    :is(td, th) {
      padding: 0.375rem 0.5rem 0.375rem 0;
      border-block-end: 1px solid GrayText;
      text-align: start;
    }
    pre {
      overflow: auto;
      margin: 0;
      padding: 1rem;
      border: 1px solid GrayText;
      white-space: pre-wrap;
    }
    button {
      justify-self: start;
      min-block-size: 2.75rem;
      padding: 0.25rem 1.25rem;
      font: inherit;
    }
  `;

  /** The values that are some, in the order of the list. */
  get #set(): readonly (readonly [Token, string])[] {
    return Object.keys(TOKENS).flatMap((token) => {
      const value = this.values[token]?.trim();
      return value && CSS.supports(propertyOf(token), value) ? [[token, value] as const] : [];
    });
  }

  get #sheet(): string {
    const lines = this.#set.map(([token, value]) => `  ${token}: ${value};`);
    return lines.length ? `:root {\n${lines.join('\n')}\n}` : '/* nothing is set: every default holds */';
  }

  protected override render(): TemplateResult {
    const bad = this.pairs.filter(({ ratio, least }) => ratio < least);
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
        <h2>Tokens</h2>
        ${Object.entries(TOKENS).map(([token, [byDefault, what]]) => this.#field(token, byDefault, what))}
      </form>
      <div class="result">
        <h2>As it looks</h2>
        <div class="preview" style=${this.#set.map(([token, value]) => `${token}: ${value}`).join('; ')}>
          <care-contact
            heading="Talk with someone today"
            phone="+1-512-555-0142"
            phone-label="(512) 555-0142"
            hours="24/7"
            crisis-region="us"
            license-text="Licensed outpatient facility"
          ></care-contact>
          <care-article-card .article=${sampleArticle}></care-article-card>
          <care-newsletter action="/subscribe" protocol="json" heading="A letter every second month"></care-newsletter>
        </div>
        <h2>Contrast</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Measured</th>
              <th scope="col">At least</th>
            </tr>
          </thead>
          <tbody>
            ${this.pairs.map(
              ({ name, ratio, least }) =>
                html`<tr class=${ratio < least ? 'wrong' : nothing}>
                  <th scope="row">${name}</th>
                  <td>${ratio.toFixed(1)} : 1${ratio < least ? ', too little' : ''}</td>
                  <td>${least} : 1</td>
                </tr>`,
            )}
          </tbody>
        </table>
        <p role="status">
          ${bad.length ? `${bad.length} of ${this.pairs.length} cannot be read by everyone` : 'Everyone can read this.'}
        </p>
        <h2>What to write</h2>
        <pre><code>${this.#sheet}</code></pre>
        <button type="button" @click=${this.#copy}>Copy</button>
        <p role="status">${this.said}</p>
      </div>`;
  }

  #field(token: Token, byDefault: string, what: string): TemplateResult {
    const value = this.values[token] ?? '';
    const property = propertyOf(token);
    const set = (event: Event): void => {
      this.values = { ...this.values, [token]: (event.target as HTMLInputElement).value };
    };
    const isUnset = value.trim() === '';
    const isWrong = !isUnset && !CSS.supports(property, value.trim());
    return html`<div>
      <label for=${token}>${token}</label>
      <div class="value">
        <input
          id=${token}
          .value=${value}
          aria-describedby=${`${token}-about`}
          aria-invalid=${isWrong ? 'true' : nothing}
          @input=${set}
        />${
          property === 'color'
            ? html`<input
                type="color"
                class=${isUnset || isWrong ? 'unset' : nothing}
                aria-label=${`Choose ${token}${isUnset || isWrong ? ', not set' : ''}`}
                .value=${hexOf(value)}
                @input=${set}
              />`
            : nothing
        }
      </div>
      <p id=${`${token}-about`} class=${isWrong ? 'wrong' : nothing}>
        ${isWrong ? `"${value}" is no value of ${property}: it has no effect.` : `${what} Default: ${byDefault.replaceAll('`', '')}.`}
      </p>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('values')) void this.#measure();
  }

  async #measure(): Promise<void> {
    const shown = [...this.renderRoot.querySelectorAll<LitElement>('.preview > *')];
    await Promise.all(shown.map((element) => element.updateComplete));
    const [contact, , newsletter] = shown;
    const root = contact?.shadowRoot;
    const pair = (
      name: string,
      least: number,
      element: Element | null | undefined,
      property: 'color' | 'borderTopColor',
    ) => {
      if (!element) return [];
      const ground = groundOf(property === 'color' ? element : (parentOf(element) ?? element));
      return [{ name, least, ratio: contrast(getComputedStyle(element)[property], ground) }];
    };
    this.pairs = [
      ...pair('Text', 4.5, root?.querySelector('[part=title]'), 'color'),
      ...pair('Secondary text', 4.5, root?.querySelector('[part=license]'), 'color'),
      ...pair('Words of the filled button', 4.5, contact?.querySelector('a[slot=phone]'), 'color'),
      ...pair('Words of a crisis button', 4.5, root?.querySelector('.filled'), 'color'),
      ...pair('Words beside it', 4.5, root?.querySelector('[part=crisis-title]'), 'color'),
      ...pair('Edge of a field', 3, newsletter?.querySelector('input[type=email]'), 'borderTopColor'),
    ];
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#sheet);
      this.said = 'Copied.';
    } catch {
      this.said = 'Your browser refused: select the lines above and copy them.';
    }
  }
}
customElements.define('token-editor', TokenEditor);

declare global {
  interface HTMLElementTagNameMap {
    'token-editor': TokenEditor;
  }
}
