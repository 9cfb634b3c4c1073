/**
 * HTML as text, for places without a DOM. Only {@link element} and {@link sanitised} make it, so that a string is escaped
 * unless it has passed the allow-list.
 */
export interface Markup {
  readonly markup: string;
}

/** What may stand inside an element. Strings are text; what is absent writes nothing. */
export type Child = Markup | string | number | false | undefined | readonly Child[];

/** `true` writes the name alone; what is `undefined` or `false` is left out, an empty string is not. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a string for text content: `&`, `<` and `>`. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** Escapes a string for an attribute in double quotation marks: `&`, `<`, `>` and `"`. */
export const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const VOID = /^(?:br|hr|img|input|wbr)$/;

const write = (child: Child): string =>
  child === undefined || child === false
    ? ''
    : typeof child === 'string'
      ? escapeText(child)
      : typeof child === 'number'
        ? String(child)
        : 'markup' in child
          ? child.markup
          : child.map(write).join('');

const writeAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined || value === false
        ? ''
        : value === true
          ? ` ${name}`
          : ` ${name}="${escapeAttribute(String(value))}"`,
    )
    .join('');

/** An element, with its attributes in the order in which they are given, and no white space of its own. */
export const element = (name: string, attributes: Attributes, ...children: readonly Child[]): Markup => ({
  markup: `<${name}${writeAttributes(attributes)}>${VOID.test(name) ? '' : `${write(children)}</${name}>`}`,
});

/** Several pieces, one after the other. */
export const pieces = (...children: readonly Child[]): Markup => ({ markup: write(children) });

/** A phrase with pieces in the places of its `{names}`. */
export const fillPhrase = (phrase: string, values: Readonly<Record<string, Child>>): Markup =>
  pieces(phrase.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? values[part] : part)));

/** Text that has passed `articleBody()`, as `serialise()` wrote it. */
export const sanitised = (markup: string): Markup => ({ markup });
