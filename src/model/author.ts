/** A person as the byline names them. */
export interface Author {
  /** Name without the letters: `Jane Roe`, `Martin Luther King, Jr.` */
  readonly name: string;
  /** Letters after the name, in the author's own order and spelling: `['MS', 'LPC']`. Never checked, never guessed. */
  readonly credentials: readonly string[];
  /** Page about the person. */
  readonly url?: string;
  /** Portrait. Never one of an avatar service: those would learn who reads. */
  readonly imageUrl?: string;
}

/** A professional who reviewed the text. */
export type Reviewer = Author;
