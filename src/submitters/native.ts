import type { SubmitterFactory } from './plan.js';
import { toEntries } from './to-entries.js';

/**
 * `native`: sends nothing itself. It describes the real form that the element posts into a new tab, for services whose
 * answer cannot be read from another origin: Mailchimp, Buttondown, Keila, Mautic and everything unknown.
 */
export const nativeSubmitter: SubmitterFactory = (plan) => ({
  async submit(submission, signal) {
    signal.throwIfAborted();
    return {
      outcome: 'handed-over',
      page: { method: 'post', action: plan.action, fields: toEntries(submission, plan) },
    };
  },
});
