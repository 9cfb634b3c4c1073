import type { CareError } from '../../model/care-error.js';
import { reasonOf } from '../net/reason.js';
import { remedyOf } from '../remedy.js';

const IS_ABOUT_KEY = /^Ghost needs key=|^401 Unknown Content API Key/;

/** What could not be read: why, where, and what to do. */
export const sentenceOf = (error: CareError): string => {
  const reason = reasonOf(error);
  const [what, remedy] = IS_ABOUT_KEY.test(reason)
    ? [
        reason.replace('key="…"', '--key KEY'),
        'Ghost shows it under Settings, Integrations, Add custom integration: write its Content API key, 26 letters and digits.',
      ]
    : [reason, remedyOf(error, reason)];
  return [what, error.url, remedy].filter(Boolean).join(' | ');
};
