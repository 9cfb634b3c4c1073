import { CareError, type CareErrorInit } from './care-error.js';

/** One name and value as a form posts them, in order; a name may occur several times. */
export type FormEntry = readonly [name: string, value: string];

/**
 * What one form sends. It never holds more than the visitor typed and agreed to: no page URL, title, query or
 * browser details.
 */
export interface Submission {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Present only where the visitor accepted the consent text; a box left open sends nothing. */
  readonly consent?: Consent;
  /** BCP 47 of the form's own words. */
  readonly locale: string;
  /** Tells several forms of one site apart, where the author gave the form an id. */
  readonly formId?: string;
  /**
   * 32 random hexadecimal digits, made for this submission and the same when the visitor sends the same text once more:
   * a back end that knows it already has stored it already. It says nothing about the visitor.
   */
  readonly submissionId?: string;
  /**
   * What an author's own `<form>` would post without JavaScript, files left out. Where present it is the whole body,
   * under the author's names, so that nothing which the visitor typed is lost.
   */
  readonly entries?: readonly FormEntry[];
}

/** Proof of the words that a visitor agreed to. */
export interface Consent {
  /** Identifier of the text, chosen by the site's owner or derived from the hash. */
  readonly id: string;
  /** SHA-256 of the text as shown, hexadecimal. Absent on pages without https, where browsers offer no hashing. */
  readonly textHash?: string;
}

/**
 * What became of a submission that no error ended.
 * - `stored`: the service said so, or said that it knows the address already: nobody may learn from a form who is
 *   signed up.
 * - `unconfirmed`: it was sent, but the response cannot be read. It may be stored or not; it is never sent again by
 *   itself. `reason` is for the console.
 * - `handed-over`: nothing was sent. `page` is the service's own, for a new tab to take over.
 */
export type SubmissionReceipt =
  | { readonly outcome: 'stored' }
  | { readonly outcome: 'unconfirmed'; readonly reason: CareError }
  | { readonly outcome: 'handed-over'; readonly page: ServicePage };

/** What a new tab does without telling where it comes from (`target="_blank" rel="noreferrer"`). */
export type ServicePage =
  /** Posts a real form with these hidden fields. */
  | { readonly method: 'post'; readonly action: string; readonly fields: readonly FormEntry[] }
  /** Follows a plain link that carries nothing of what was typed. */
  | { readonly method: 'link'; readonly action: string };

/** The fields that a form may have; the names are those of the `fields` attribute. */
export type FieldName = 'email' | 'first-name' | 'last-name' | 'consent';

/** One reason of a refusal that belongs to a field. */
export interface FieldProblem {
  readonly field: FieldName;
  /** The service's words, as text: inserted as text only. */
  readonly message: string;
}

/** The `rejected` error of a form: the service read the submission and refused it, so nothing is stored. */
export class RejectedError extends CareError {
  /** What belongs to a field; may be empty. */
  readonly problems: readonly FieldProblem[];
  /** What belongs to the form as a whole: the service's words, as text, or empty. */
  readonly reason: string;

  constructor(problems: readonly FieldProblem[], reason: string, init?: CareErrorInit) {
    super('rejected', init);
    this.problems = problems;
    this.reason = reason;
  }
}

/** The port that every kind of form service is reached through. */
export interface Submitter {
  /**
   * Sends one submission, once. Rejects with {@link CareError} only where nothing was stored ({@link RejectedError}
   * where the visitor can mend it), or with the reason of `signal` once that is aborted.
   */
  submit(submission: Submission, signal: AbortSignal): Promise<SubmissionReceipt>;
}
