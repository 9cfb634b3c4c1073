/** The ways in which a clinic can be reached from a call to action. */
export type ContactChannel = 'phone' | 'text' | 'email' | 'link';

/**
 * `care-contact`: a visitor uses a channel of the clinic. Bubbles and is composed. It says which kind of channel, never
 * which number, and is not sent for crisis lines: who turns to those is nobody's business.
 */
export class CareContactEvent extends CustomEvent<null> {
  readonly channel: ContactChannel;

  constructor(channel: ContactChannel) {
    super('care-contact', { bubbles: true, composed: true });
    this.channel = channel;
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-contact': CareContactEvent;
  }
  interface DocumentEventMap {
    'care-contact': CareContactEvent;
  }
}
