import type { SafeHtml } from '../model/safe-html.js';
import { escapeText } from './markup.js';
import { markupIn, treeOf } from './safe-html.js';

const VOID = /^(?:br|col|hr|img|source|wbr)$/;

const escapeSpaces = (text: string): string => text.replaceAll('\u00a0', '&nbsp;');

const writeElement = ({ localName, attributes, childNodes }: Element): string => {
  let out = `<${localName}`;
  for (const { name, value } of attributes)
    out += ` ${name}="${escapeSpaces(escapeText(value)).replaceAll('"', '&quot;')}"`;
  if (VOID.test(localName)) return `${out}>`;
  const inside = writeNodes(childNodes);
  // a parser drops the first line break of `pre`
  return `${out}>${localName === 'pre' && inside.startsWith('\n') ? '\n' : ''}${inside}</${localName}>`;
};

const writeNodes = (nodes: Iterable<Node>): string => {
  let out = '';
  for (const node of nodes)
    out += node.nodeType === 1 ? writeElement(node as Element) : escapeSpaces(escapeText(node.nodeValue ?? ''));
  return out;
};

/** A sanitised text as HTML, for files: the same text in every environment. */
export const serialise = (safe: SafeHtml): string => markupIn(safe) ?? writeNodes(treeOf(safe).childNodes);
