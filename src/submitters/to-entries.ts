import type { FormEntry, Submission } from '../model/submitter.js';
import { OWN_NAMES, type FieldNames, type SubmissionPlan } from './plan.js';

/** First and last name in one; empty where neither was asked for. */
export const fullName = ({ firstName, lastName }: Submission): string =>
  [firstName, lastName].filter(Boolean).join(' ');

/** The entries that are sent: an author's own form unchanged, or the known parts under the service's names. */
export const toEntries = (submission: Submission, { names = OWN_NAMES, extra = [] }: SubmissionPlan): FormEntry[] => {
  if (submission.entries) return [...submission.entries];
  const { email, firstName, lastName, consent, locale, formId, submissionId } = submission;
  const parts: Readonly<Record<keyof FieldNames, string | undefined>> = {
    email,
    name: fullName(submission),
    firstName,
    lastName,
    consentId: consent?.id,
    consentHash: consent?.textHash,
    locale,
    formId,
    submissionId,
  };
  const named = (Object.keys(parts) as (keyof FieldNames)[]).flatMap((part): FormEntry[] => {
    const [name, value] = [names[part], parts[part]];
    return name && value ? [[name, value]] : [];
  });
  return [...named, ...extra];
};
