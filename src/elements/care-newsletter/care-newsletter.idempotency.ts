import { hexOf } from '../../submitters/consent.js';
import type { Submission } from '../../model/submitter.js';

/** By element: the idempotency key of each content that was to be sent. In memory only, and gone with the page. */
const keys = new WeakMap<Element, Map<string, string>>();

/** Keys of what was sent without a readable response: it may be stored. */
const unconfirmedKeys = new Set<string>();

/**
 * The same idempotency key for the same content, until it is stored: whoever tries again must not be stored twice, also
 * after a page has drawn its form anew, or after typing something else in between.
 */
export const idempotencyKeyFor = (host: Element, { locale: _, ...content }: Submission): string => {
  const known = keys.get(host) ?? new Map<string, string>();
  keys.set(host, known);
  const text = JSON.stringify(content);
  const key = known.get(text) ?? hexOf(crypto.getRandomValues(new Uint8Array(16)));
  known.set(text, key);
  return key;
};

export const markUnconfirmed = ({ submissionId = '' }: Submission): void => void unconfirmedKeys.add(submissionId);

/** Whether an earlier try of the same content may be stored, so that a failure of this one says nothing about it. */
export const isUnconfirmed = ({ submissionId = '' }: Submission): boolean => unconfirmedKeys.has(submissionId);

/** After a definite response. What was typed is not kept longer than needed. */
export const forgetSubmission = (host: Element, { submissionId = '' }: Submission): void => {
  unconfirmedKeys.delete(submissionId);
  const known = keys.get(host);
  for (const [text, key] of known ?? []) if (key === submissionId) known?.delete(text);
};
