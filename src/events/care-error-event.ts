import type { CareError } from '../model/care-error.js';

/** `care-error`: the content could not be loaded. Like `error` of an `<img>` it does not bubble. */
export class CareErrorEvent extends CustomEvent<null> {
  readonly error: CareError;

  constructor(error: CareError) {
    super('care-error');
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-error': CareErrorEvent;
  }
}
