import { parseJson } from '../http/json.js';
import type { PostAnswer } from '../http/post.js';
import { CareError, type CareErrorCode } from '../model/care-error.js';
import { RejectedError, type SubmissionReceipt } from '../model/submitter.js';
import { normaliseAnswer } from './normalise-answer.js';
import type { SubmissionPlan } from './plan.js';

/** Refusals that the visitor cannot mend by typing something else. */
const CODES: Readonly<Record<number, CareErrorCode>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  405: 'server',
  406: 'server',
  410: 'gone',
  413: 'too-large',
  415: 'server',
  429: 'rate-limited',
};

/** A gateway that got no word from the service behind it: that one may have stored the submission. */
const GATEWAY = [502, 504, 520, 524];

/** An empty body, or the bare name of a status, as frameworks write it. */
const BARE = /^[\s.!]*(ok|created|accepted|success)?[\s.!]*$/i;

const read = async (
  { status, text, flaw }: PostAnswer,
  { action: url, success }: SubmissionPlan,
): Promise<SubmissionReceipt> => {
  const stored = { outcome: 'stored' } as const;
  const unconfirmed = (detail: string): SubmissionReceipt => ({
    outcome: 'unconfirmed',
    reason: flaw ?? new CareError('malformed', { url, status, detail }),
  });
  if (!status) return unconfirmed('');
  if (status >= 300 && status < 400) {
    if (success === 'redirect') return stored;
    return unconfirmed('a redirect, which is not followed; name the final address as action');
  }
  if (GATEWAY.includes(status)) return unconfirmed(`${status} of a gateway`);

  const bare = BARE.exec(text);
  let data: unknown;
  let unreadable: unknown;
  try {
    if (!bare) data = parseJson({ text, url, headers: new Headers() });
  } catch (error) {
    unreadable = error;
  }
  const { verdict, isKnownAddress, problems, message } = normaliseAnswer(data);
  const init = { url, status, detail: `${status} ${message || text.slice(0, 200)}`.trim() };
  // The same words for a known address as for a new one: nobody may learn from a form who is signed up.
  const isRefused = verdict === 'refused' || status >= 400;
  if (status === 409 || (isRefused && isKnownAddress && status < 500 && status !== 429)) return stored;
  const code = status < 500 ? CODES[status] : 'server';
  if (code) throw new CareError(code, init);
  if (status >= 400) throw new RejectedError(problems, message, init);

  if (success === 'status') return stored;
  if (flaw) return unconfirmed('');
  if (verdict === 'refused') throw new RejectedError(problems, message, init);
  // 201, 202 and 204 are success by themselves.
  if (bare ? bare[1] || status > 200 : !unreadable && verdict !== 'unclear') return stored;
  const found = unreadable instanceof CareError ? unreadable.detail : `stored or not? "${text.slice(0, 200)}"`;
  return unconfirmed(`${found}; answer 204 or {"ok":true}`);
};

/**
 * What a response means. `stored` only where the service said so; `unconfirmed` where it may have stored and this page
 * cannot tell; rejects with `CareError` only where nothing is stored. That what was sent cannot be read here (natives that
 * the host page replaced, code that did not arrive) says nothing about the service: `unconfirmed` too.
 */
export const receiptOf = async (answer: PostAnswer, plan: SubmissionPlan): Promise<SubmissionReceipt> => {
  try {
    return await read(answer, plan);
  } catch (cause) {
    if (cause instanceof CareError) throw cause;
    const { action: url } = plan;
    return {
      outcome: 'unconfirmed',
      reason: new CareError('malformed', {
        url,
        status: answer.status,
        detail: 'sent, but the answer could not be read',
        cause,
      }),
    };
  }
};
