// What the shipped bundles hold in place of Lit's own `css-tag.js`: the half of it that browsers with constructable style
// sheets run (every browser since March 2023), without its fallback to <style> elements and its messages for developers.

export const supportsAdoptingStyleSheets = true;

export class CSSResult {
  #sheet;

  constructor(cssText) {
    this.cssText = cssText;
  }

  get styleSheet() {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.cssText);
    }
    return this.#sheet;
  }

  toString() {
    return this.cssText;
  }
}

export const unsafeCSS = (text) => new CSSResult(String(text));

export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values));

export const getCompatibleStyle = (style) => style;

export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
};
