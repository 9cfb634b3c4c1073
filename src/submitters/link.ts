import type { SubmitterFactory } from './plan.js';

/**
 * `link`: sends nothing. It names the service's own page, for services that want a CAPTCHA or a token of their own:
 * Constant Contact, Mailman, WPForms. The element shows a link and asks for no address.
 */
export const linkSubmitter: SubmitterFactory = ({ action }) => ({
  async submit(_submission, signal) {
    signal.throwIfAborted();
    return { outcome: 'handed-over', page: { method: 'link', action } };
  },
});
