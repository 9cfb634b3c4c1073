let inert: Document | undefined;

/**
 * A document without a window, shared by everything that is parsed: in it no script runs, no picture loads and no custom
 * element upgrades, so that a hostile tree can lie there while it is cleaned.
 */
export const inertDocument = (): Document => (inert ??= document.implementation.createHTMLDocument(''));
