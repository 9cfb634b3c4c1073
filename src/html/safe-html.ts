import type { SafeHtml } from '../model/safe-html.js';

/** Registered by name, so that one copy of this library opens what another copy on the page has made. No JSON can hold it. */
const TREE: unique symbol = Symbol.for('care-widgets.safe-html') as typeof TREE;

const MARKUP: unique symbol = Symbol('markup');

interface Holder extends SafeHtml {
  readonly [TREE]: DocumentFragment;
  readonly [MARKUP]?: string;
}

/** Declares a sanitised tree safe. For this folder only. */
export const createSafeHtml = (tree: DocumentFragment): SafeHtml => {
  const holder: Partial<Holder> = Object.freeze({ [TREE]: tree });
  return holder as Holder;
};

/**
 * The same as HTML in a string, which takes a tenth of the memory: for programs that hold many texts and seldom need a
 * tree. `parse` must give the tree that the string was written from.
 */
export const createSafeMarkup = (markup: string, parse: (markup: string) => DocumentFragment): SafeHtml => {
  const holder = {
    get [TREE]() {
      return parse(markup);
    },
    [MARKUP]: markup,
  };
  return Object.freeze(holder) as Holder;
};

/** What {@link createSafeMarkup} was given; nothing for a tree. */
export const markupIn = (safe: SafeHtml): string | undefined => (safe as Partial<Holder>)[MARKUP];

/** True for what {@link createSafeHtml} made, in this copy of the library or another. */
export const isSafeHtml = (value: unknown): value is SafeHtml => TREE in Object(value);

/**
 * The tree itself, in its inert document; not to be changed. For this folder only.
 * @throws TypeError for anything that did not come from `articleBody()`, such as a string.
 */
export const treeOf = (safe: SafeHtml): DocumentFragment => {
  if (!isSafeHtml(safe)) throw new TypeError('Not SafeHtml: see articleBody()');
  return (safe as Holder)[TREE];
};

/** A copy for the page's document. Each call makes a new one. */
export const toFragment = (safe: SafeHtml): DocumentFragment => document.importNode(treeOf(safe), true);

/** Its words without markup, for counting. Words of neighbouring blocks are not separated. */
export const textOf = (safe: SafeHtml): string => treeOf(safe).textContent;
