import type { ElementContent, Nodes } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import type { Engine } from './engine.js';
import { ATTRIBUTES, ELEMENTS } from './allow-list.js';
import { LEFT_TO_ENGINE } from './rewrite-tags.js';

/** What parse5 makes of HTML, as far as it is read here. */
interface ParsedNode {
  readonly nodeName: string;
  readonly namespaceURI?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string; readonly namespace?: string }[];
  readonly childNodes?: readonly ParsedNode[];
}

/** The parser libraries, passed in by the server: none of their code may be in a file that a browser loads. */
export interface ParsedEngineParts {
  /** `parseFragment()` of parse5, with a `div` as its context element. */
  readonly parseFragment: (html: string) => ParsedNode;
  /** `sanitize()` of hast-util-sanitize. */
  readonly sanitize: (tree: Nodes, schema: Schema) => Nodes;
  /** `parseHTML()` of linkedom: gives the document in which nodes are created. */
  readonly parseHTML: (html: string) => { readonly document: Document };
}

/** The same allow-list as in a browser. Ids, names and URLs are checked by the passes that follow. */
const SCHEMA: Schema = {
  tagNames: [...ELEMENTS],
  attributes: { '*': [...ATTRIBUTES] },
  strip: LEFT_TO_ENGINE,
  clobber: [],
  ancestors: {},
  protocols: {},
  required: {},
};

const HTML = 'http://www.w3.org/1999/xhtml';

/** As hast, with attributes as strings under the names that HTML has for them. Drawings, formulas and comments are left out. */
const toHast = (node: ParsedNode): ElementContent[] => {
  if (node.nodeName === '#text') return [{ type: 'text', value: node.value ?? '' }];
  if (node.namespaceURI !== HTML) return [];
  const properties: Record<string, string> = {};
  for (const { name, value, namespace } of node.attrs ?? []) if (!namespace) properties[name] = value;
  return [{ type: 'element', tagName: node.nodeName, properties, children: (node.childNodes ?? []).flatMap(toHast) }];
};

const append = (parent: Node, tree: Nodes, document: Document): void => {
  if (tree.type === 'text') parent.appendChild(document.createTextNode(tree.value));
  if (tree.type !== 'root' && tree.type !== 'element') return;
  let place = parent;
  if (tree.type === 'element') {
    const element = document.createElement(tree.tagName);
    for (const [name, value] of Object.entries(tree.properties)) element.setAttribute(name, String(value));
    place = parent.appendChild(element);
  }
  for (const child of tree.children) append(place, child, document);
};

/** Two ways from a string to a tree. */
export interface ParsedEngine {
  /** For hostile HTML: only what the allow-list names is made into nodes. */
  readonly engine: Engine;
  /** For what `serialise()` wrote of a sanitised text, with the attributes that the passes behind the engine have set. */
  readonly parse: (markup: string) => DocumentFragment;
}

/**
 * For servers: parse5 reads HTML as browsers do, hast-util-sanitize keeps what the allow-list names, and only that is made
 * into nodes. The nodes' own library never parses a string.
 */
export const createParsedEngine = ({ parseFragment, sanitize, parseHTML }: ParsedEngineParts): ParsedEngine => {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const build = (html: string, isHostile: boolean): DocumentFragment => {
    const tree: Nodes = { type: 'root', children: (parseFragment(html).childNodes ?? []).flatMap(toHast) };
    const fragment = document.createDocumentFragment();
    append(fragment, isHostile ? sanitize(tree, SCHEMA) : tree, document);
    return fragment;
  };
  return { engine: (html) => build(html, true), parse: (markup) => build(markup, false) };
};
