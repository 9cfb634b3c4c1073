/**
 * What one form sends. It never holds more than the visitor typed and agreed to: no page address, title, query or
 * browser details.
 */
export interface Submission {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Which consent text was shown, and whether it was accepted. */
  readonly consent?: Consent;
  /** BCP 47 of the form's own words. */
  readonly locale: string;
  /** Tells several forms of one site apart, where the author gave the form an id. */
  readonly formId?: string;
}

/** Proof of the words that a visitor agreed to. */
export interface Consent {
  readonly given: boolean;
  /** Identifier of the text, chosen by the site's owner or derived from the hash. */
  readonly id: string;
  /** SHA-256 of the text as shown, hexadecimal. */
  readonly textHash: string;
}

/**
 * What became of a submission.
 * - `stored`: the service said so.
 * - `unconfirmed`: it was sent, but the answer cannot be read; never sent again by itself.
 * - `handed-over`: the service's own page took over (a new tab).
 */
export interface SubmissionReceipt {
  readonly outcome: 'stored' | 'unconfirmed' | 'handed-over';
}

/** One reason of a refusal that belongs to a field. */
export interface FieldProblem {
  readonly field: 'email' | 'first-name' | 'last-name' | 'consent';
  /** The service's words, as text: inserted as text only. */
  readonly message: string;
}

/** The port that every kind of form service is reached through. Rejects with {@link import('./care-error.js').CareError}. */
export interface Submitter {
  submit(submission: Submission, signal: AbortSignal): Promise<SubmissionReceipt>;
}
