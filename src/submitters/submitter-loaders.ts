import type { Protocol, SubmitterFactory } from './plan.js';

/** Fetches the code of one protocol. */
export type SubmitterLoader = () => Promise<SubmitterFactory>;

/** The protocols of this library, each in a chunk of its own. */
export const submitterLoaders: Readonly<Record<Protocol, SubmitterLoader>> = {
  json: async () => (await import('./json.js')).jsonSubmitter,
  form: async () => (await import('./form.js')).formSubmitter,
  ghost: async () => (await import('./ghost.js')).ghostSubmitter,
  native: async () => (await import('./native.js')).nativeSubmitter,
  link: async () => (await import('./link.js')).linkSubmitter,
};
