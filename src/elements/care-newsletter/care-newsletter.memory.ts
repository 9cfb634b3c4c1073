import type { Submission } from '../../model/submitter.js';

/** Of each element: the numbers of what was to be sent, by its content. In memory only, and gone with the page. */
const numbers = new WeakMap<Element, Map<string, string>>();

/** Numbers of what was sent without a readable answer: it may be stored. */
const doubtful = new Set<string>();

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/**
 * The same number for the same content, until it is stored: whoever tries again must not be stored twice, also after a
 * page has drawn its form anew, or after typing something else in between.
 */
export const numberFor = (host: Element, { locale: _, ...content }: Submission): string => {
  const known = numbers.get(host) ?? new Map<string, string>();
  numbers.set(host, known);
  const key = JSON.stringify(content);
  const number = known.get(key) ?? [...crypto.getRandomValues(new Uint8Array(16))].map(hex).join('');
  known.set(key, number);
  return number;
};

export const doubt = ({ submissionId = '' }: Submission): void => void doubtful.add(submissionId);

/** Whether an earlier try of the same content may be stored, so that a failure of this one says nothing about it. */
export const isInDoubt = ({ submissionId = '' }: Submission): boolean => doubtful.has(submissionId);

/** After a definite answer. What was typed is not kept longer than needed. */
export const forget = (host: Element, { submissionId = '' }: Submission): void => {
  doubtful.delete(submissionId);
  const known = numbers.get(host);
  for (const [content, number] of known ?? []) if (number === submissionId) known?.delete(content);
};
