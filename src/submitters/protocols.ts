import { formSubmitter } from './form.js';
import { ghostSubmitter } from './ghost.js';
import { jsonSubmitter } from './json.js';
import { linkSubmitter } from './link.js';
import { nativeSubmitter } from './native.js';
import type { Protocol, SubmitterFactory } from './plan.js';

/** The protocols of this library. All come with the form: what sends must not need a network that may just have failed. */
export const protocols: Readonly<Record<Protocol, SubmitterFactory>> = {
  json: jsonSubmitter,
  form: formSubmitter,
  ghost: ghostSubmitter,
  native: nativeSubmitter,
  link: linkSubmitter,
};
