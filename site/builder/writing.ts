import { escapeAttribute, escapeText, type Markup } from '../../src/html/markup.js';

/** Attributes in the order in which they are written; `true` writes the name alone, `undefined` nothing. */
export type Written = Readonly<Record<string, string | true | undefined>>;

/** A piece of a snippet: an element, a text, or HTML that the renderer has written. */
export type Child = Node | string | Markup;

export interface Node {
  readonly tag: string;
  readonly attributes: Written;
  readonly children: readonly Child[];
}

/** Characters of a line that is still read without scrolling. */
const WIDEST = 90;
const VOID = /^(?:input|br|img)$/;

export const lines = (...parts: readonly string[]): string => parts.join('\n');

const pairs = (attributes: Written, write = (name: string, value: string) => `${name}="${escapeAttribute(value)}"`) =>
  Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [value === true ? name : write(name, value)],
  );

const opening = (tag: string, written: readonly string[], indent: string): string => {
  const flat = `${indent}<${[tag, ...written].join(' ')}>`;
  return flat.length <= WIDEST || written.length < 2
    ? flat
    : lines(
        `${indent}<${tag}`,
        ...written.map((one, at) => `${indent}  ${one}${at === written.length - 1 ? '>' : ''}`),
      );
};

/** An opening tag, its attributes one a line where they are many. */
export const tagOf = (tag: string, attributes: Written, indent = ''): string => opening(tag, pairs(attributes), indent);

const isText = (child: Child): child is string => typeof child === 'string';

/** HTML, indented. */
export const htmlOf = (node: Node, indent = '', { isVue = false } = {}): string => {
  // Vue reads {{ }} inside of texts
  const text = (words: string): string => (isVue ? escapeText(words).replaceAll('{{', '{&#123;') : escapeText(words));
  const { tag, attributes, children } = node;
  const open = tagOf(tag, attributes, indent);
  if (VOID.test(tag)) return open;
  if (children.every(isText)) return `${open}${children.map(text).join('')}</${tag}>`;
  const inside = children.map((child) =>
    isText(child)
      ? `${indent}  ${text(child)}`
      : 'markup' in child
        ? `${indent}  ${child.markup}`
        : htmlOf(child, `${indent}  `, { isVue }),
  );
  return lines(open, ...inside, `${indent}</${tag}>`);
};

const JSX_NAMES: Readonly<Record<string, string>> = {
  autocomplete: 'autoComplete',
  class: 'className',
  for: 'htmlFor',
};

/** JSX, indented. Texts are written as strings, so that no sign in them means anything. */
export const jsxOf = (node: Node, indent = ''): string => {
  const { tag, attributes, children } = node;
  const written = pairs(
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [JSX_NAMES[name] ?? name, value])),
    (name, value) => (/^[^"&\\{}<>\n]*$/.test(value) ? `${name}="${value}"` : `${name}={${JSON.stringify(value)}}`),
  );
  const open = opening(tag, written, indent);
  if (VOID.test(tag)) return open.replace(/>$/, ' />');
  const text = (words: string): string => (/[{}<>&]|^\s|\s$/.test(words) ? `{${JSON.stringify(words)}}` : words);
  if (children.every(isText)) return `${open}${children.map(text).join('')}</${tag}>`;
  const inside = children.map((child) => {
    if (isText(child)) return `${indent}  ${text(child)}`;
    return 'markup' in child
      ? `${indent}  <div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(child.markup)} }} />`
      : jsxOf(child, `${indent}  `);
  });
  return lines(open, ...inside, `${indent}</${tag}>`);
};
