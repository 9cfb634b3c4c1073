// The content client on its own, without elements: for server renders, command lines and frameworks.
export { ContentClient, type AskOptions, type ClientOptions } from './client/content-client.js';
export { createHttp, type Http, type HttpOptions } from './http/http.js';
export type { Clock, Transport } from './http/transport.js';
export * from './model/index.js';
