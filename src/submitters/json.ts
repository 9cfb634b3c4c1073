import { toJsonText } from '../http/json.js';
import { post } from '../http/post.js';
import type { SubmitterFactory } from './plan.js';
import { receiptOf } from './receipt.js';
import { toEntries } from './to-entries.js';
import { toJson } from './to-json.js';

/** `json`: one POST of a JSON object. For own back ends, Formspree, Web3Forms, HubSpot and listmonk. */
export const jsonSubmitter: SubmitterFactory = (plan, options) => ({
  async submit(submission, signal) {
    const { action, list } = plan;
    const entries = toEntries(submission, plan);
    const body = list ? { [list]: entries.map(([name, value]) => ({ name, value })) } : toJson(entries);
    const message = { body: toJsonText(body), contentType: 'application/json' };
    return receiptOf(await post(action, message, signal, options), plan);
  },
});
