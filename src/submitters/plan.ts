import type { PostOptions } from '../http/post.js';
import type { FormEntry, Submitter } from '../model/submitter.js';

/** The protocols of this library; `registerSubmitter()` adds others. */
export type Protocol = 'json' | 'form' | 'ghost' | 'native' | 'link';

/** Under which name each part of a submission goes out. A part without a name is left out. */
export interface FieldNames {
  readonly email?: string;
  /** First and last name in one. */
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly consentId?: string;
  readonly consentHash?: string;
  readonly locale?: string;
  readonly formId?: string;
  readonly submissionId?: string;
}

/** How one form's submissions reach its service. */
export interface SubmissionPlan {
  /** Absolute `http:` or `https:` URL, as `checkAction()` gives it. */
  readonly action: string;
  /** Default {@link OWN_NAMES}. */
  readonly names?: FieldNames;
  /** What goes along with every submission: list identifiers, public keys. */
  readonly extra?: readonly FormEntry[];
  /** `json` only: the name of an array of `{name, value}` that holds the parts, as HubSpot wants it. */
  readonly list?: string;
  /** `form` only. Default `urlencoded`. */
  readonly encoding?: 'urlencoded' | 'multipart';
  /**
   * What counts as success besides JSON that says so or does not say otherwise. `status`: any 2xx, whatever its body.
   * `redirect`: any redirect, as a classic back end answers. Default neither: such a response is `unconfirmed`.
   */
  readonly success?: 'status' | 'redirect';
}

/** Makes the submitter of one form. Every protocol's file exports one. */
export type SubmitterFactory = (plan: SubmissionPlan, options?: PostOptions) => Submitter;

/** The names that a site's own back end gets. */
export const OWN_NAMES: FieldNames = {
  email: 'email',
  name: 'name',
  consentId: 'consent[id]',
  consentHash: 'consent[textHash]',
  locale: 'locale',
  formId: 'formId',
  submissionId: 'submissionId',
};
