/**
 * `care-submit`: a form is valid and about to be sent. Bubbles, is composed and cancelable: after `preventDefault()` nothing
 * is sent, and the page does it itself. It carries nothing of what was typed.
 */
export class CareSubmitEvent extends CustomEvent<null> {
  constructor() {
    super('care-submit', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-submit': CareSubmitEvent;
  }
  interface DocumentEventMap {
    'care-submit': CareSubmitEvent;
  }
}
