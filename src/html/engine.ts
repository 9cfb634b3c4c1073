/**
 * Parses hostile HTML and keeps what the allow-list names. The fragment belongs to an inert document. A server brings
 * its own.
 */
export type Engine = (html: string) => DocumentFragment | Promise<DocumentFragment>;
