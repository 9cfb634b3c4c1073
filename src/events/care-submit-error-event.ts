import type { CareError } from '../model/care-error.js';

/** `care-submit-error`: a submission ended without a confirmation. Bubbles and is composed. */
export class CareSubmitErrorEvent extends CustomEvent<null> {
  /** Without the service's words: those may repeat what was typed. */
  readonly error: CareError;
  /** `not-stored` is certain; `unconfirmed`: sent, but no response can be read, so that it may be stored or not. */
  readonly outcome: 'not-stored' | 'unconfirmed';

  constructor(error: CareError, outcome: 'not-stored' | 'unconfirmed') {
    super('care-submit-error', { bubbles: true, composed: true });
    this.error = error;
    this.outcome = outcome;
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-submit-error': CareSubmitErrorEvent;
  }
  interface DocumentEventMap {
    'care-submit-error': CareSubmitErrorEvent;
  }
}
