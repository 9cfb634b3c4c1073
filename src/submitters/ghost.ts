import { createHttp } from '../http/http.js';
import { toJsonText } from '../http/json.js';
import { post } from '../http/post.js';
import { CareError } from '../model/care-error.js';
import type { SubmitterFactory } from './plan.js';
import { receiptOf } from './receipt.js';
import { fullName } from './to-entries.js';

/** The API's root for the URL of the site, of its members area or of the sign-up itself. */
const members = (action: string): string => {
  const { origin, pathname } = new URL(action);
  return `${origin}${pathname.replace(/\/(?:members(?:\/.*)?)?$/, '')}/members/api`;
};

/**
 * `ghost`: sign-up of Ghost 5 and 6 (observed on 6.65.0). Version 6 wants a token that it hands out first; early 5
 * knows none. Ghost creates the member once the link in its mail is followed, and answers known addresses alike. What
 * its own form adds about where the visitor came from (`urlHistory`) is left out.
 */
export const ghostSubmitter: SubmitterFactory = (plan, options) => ({
  async submit(submission, signal) {
    const api = members(plan.action);
    // Asking for the token stores nothing, so that its failures are plain errors, and may be retried.
    const integrityToken = await createHttp(options)
      .get(`${api}/integrity-token/`, signal)
      .then(
        ({ text }) => text,
        (error: unknown) => {
          if (error instanceof CareError && error.code === 'not-found') return undefined;
          throw error;
        },
      );
    const name = fullName(submission);
    const labels = (plan.extra ?? []).flatMap(([name, value]) => (name === 'labels' ? [value] : []));
    const body = { email: submission.email, ...(name && { name }), emailType: 'signup', labels, integrityToken };
    const message = { body: toJsonText(body), contentType: 'application/json' };
    return receiptOf(await post(`${api}/send-magic-link/`, message, signal, options), plan);
  },
});
