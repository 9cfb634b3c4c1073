/**
 * `care-submitted`: the service has confirmed a submission, or its own page took over. Bubbles and is composed. It carries
 * nothing of what was typed, and does not tell a new address from a known one.
 */
export class CareSubmittedEvent extends CustomEvent<null> {
  /** `stored`, or `handed-over`: a new tab goes on with it, and whether it ends well is not known here. */
  readonly outcome: 'stored' | 'handed-over';

  constructor(outcome: 'stored' | 'handed-over') {
    super('care-submitted', { bubbles: true, composed: true });
    this.outcome = outcome;
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-submitted': CareSubmittedEvent;
  }
  interface DocumentEventMap {
    'care-submitted': CareSubmittedEvent;
  }
}
