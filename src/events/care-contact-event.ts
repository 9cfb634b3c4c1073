/** The ways in which a clinic can be reached from a call to action. */
export type ContactChannel = 'phone' | 'text' | 'email' | 'link' | 'tty';

/**
 * `care-contact`: a visitor uses a channel of the clinic. Bubbles and is composed. It says which kind of channel, never
 * which number, and is not sent for crisis lines: who turns to those is nobody's business.
 */
export class CareContactEvent extends CustomEvent<null> {
  readonly channel: ContactChannel;
  /** The layout that the element has: where on a page people turn to the clinic. */
  readonly placement: string;
  /** Whether the clinic is open; `undefined` where nothing is known about now. */
  readonly isOpen: boolean | undefined;

  constructor(channel: ContactChannel, placement: string, isOpen: boolean | undefined) {
    super('care-contact', { bubbles: true, composed: true });
    this.channel = channel;
    this.placement = placement;
    this.isOpen = isOpen;
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
