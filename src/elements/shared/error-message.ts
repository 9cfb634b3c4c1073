import type { Phrase } from '../../localize/spanish.js';
import type { CareErrorCode } from '../../model/care-error.js';

/** What a visitor is told. Several failures are the same to a reader. */
export const errorPhrase = (code: CareErrorCode): Phrase => {
  switch (code) {
    case 'offline':
      return 'You seem to be offline.';
    case 'not-found':
    case 'gone':
      return 'This is no longer available here.';
    case 'forbidden':
    case 'protected':
      return 'This text is not public.';
    default:
      return 'This could not be loaded right now.';
  }
};

/** Asking again can only help where the cause may have passed. */
export const canRetry = (code: CareErrorCode): boolean =>
  !['not-configured', 'not-found', 'gone', 'forbidden', 'protected'].includes(code);
