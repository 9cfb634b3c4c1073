import { post } from '../http/post.js';
import type { SubmitterFactory } from './plan.js';
import { receiptOf } from './receipt.js';
import { toEntries } from './to-entries.js';

/**
 * `form`: the body that a browser's own form would post, which needs no CORS preflight. For Contact Form 7 (multipart
 * only), phpList, Brevo, MailerLite, Kit, and an author's own form.
 */
export const formSubmitter: SubmitterFactory = (plan, options) => ({
  async submit(submission, signal) {
    const body = plan.encoding === 'multipart' ? new FormData() : new URLSearchParams();
    for (const [name, value] of toEntries(submission, plan)) body.append(name, value);
    return receiptOf(await post(plan.action, { body }, signal, options), plan);
  },
});
