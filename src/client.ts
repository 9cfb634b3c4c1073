// Everything that needs no DOM: the content client on its own, for server renders, command lines and frameworks; and what
// teaches the elements of a page new sources and protocols, which a page without a bundler imports from here.
export { ContentClient, type AskOptions, type ClientOptions } from './client/content-client.js';
export { registerSource, type CreateSource } from './context/source-registry.js';
export { registerSubmitter } from './context/submitter-registry.js';
export { createHttp, type Http, type HttpOptions } from './http/http.js';
export type { Clock, Transport } from './http/transport.js';
export * from './model/index.js';
