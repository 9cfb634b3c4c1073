import type { FieldName, FieldProblem } from '../model/submitter.js';
import { FIELD_PATTERNS } from './field-patterns.js';

/** What a service's JSON says, whichever service it is. */
export interface NormalisedAnswer {
  /** `silent`: it says neither, as `{}` does. `unclear`: it names a state that is not known here. */
  readonly verdict: 'stored' | 'refused' | 'silent' | 'unclear';
  /** True where the complaint is that the address is signed up already. */
  readonly isKnownAddress: boolean;
  readonly problems: readonly FieldProblem[];
  /** What belongs to the form as a whole, as text. Empty where nothing was said. */
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Complaint = readonly [name: string, message: string];

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const firstText = (...values: unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string' && value !== '');

/** Service text is shown as text: without tags, and not by the page. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

/** Every message in a list, a map or a nesting of both, each with the nearest value or key that names its field. */
const complaintsIn = (value: unknown, name = ''): Complaint[] => {
  if (typeof value === 'string') return value ? [[name, plain(value)]] : [];
  if (Array.isArray(value)) return value.flatMap((item) => complaintsIn(item, name));
  if (!isFields(value)) return [];
  const { field, property, param, path, source, errorType, code } = value;
  const message = firstText(value.message, value.defaultMessage, value.detail, value.reason, value.title, value.msg);
  if (!message) return Object.entries(value).flatMap(([key, inner]) => complaintsIn(inner, key));
  const pointer = isFields(source) ? source.pointer : undefined;
  const mentioned = /fields\.(\w+)/.exec(message)?.[1]; // HubSpot: "Error in 'fields.email'."
  return [
    [firstText(field, property, param, path, pointer, mentioned, value.name, errorType, code) ?? name, plain(message)],
  ];
};

const fieldOf = ([name, message]: Complaint): FieldName | undefined =>
  (Object.keys(FIELD_PATTERNS) as FieldName[]).find((field) => FIELD_PATTERNS[field].test(name)) ??
  (/mail/i.test(message) && /v[aá]lid|requi|missing|block/i.test(message) ? 'email' : undefined);

const KNOWN =
  /already\W+(?:\w+\W+){0,3}(?:subscri|regist|sign|exist|member|in use|on the list)|(?:member|subscriber|contact|mail|address)\W+(?:\w+\W+)?exists|duplicate|ya (?:est[aá]|existe)|d[ée]j[àa] (?:inscri|abonn|enregistr|utilis)|bereits (?:registriert|angemeldet|abonniert|eingetragen|vorhanden)/i;
const GOOD = /^(?:mail_sent|succe\w+|ok|subscribed|pending|created|accepted|queued)$/i;
/** The forms in which PHP writes `false`. */
const NO = /^(?:false|0|no)$/i;
const BAD = /fail|error|invalid|spam|missing|abort|reject|denied|quarantine|block/i;

/** Keys that say yes or no, name a state, or tell of errors. Of `subscribed: false` nobody knows: it may be yet to be confirmed. */
const SWITCH = /^(?:is_?)?(?:success(?:ful)?|ok|valid|accepted)$/i;
const STATE = /^(?:status|result|response)$/i;
const FAULT = /^(?:has_?)?errors?(?:_?code)?$/i;

const innerOf = ({ data, response, result }: Fields): Fields => [data, response, result].find(isFields) ?? {};

const saysNo = (data: Fields): boolean =>
  Number(data.status) >= 400 ||
  Object.entries(data).some(
    ([key, value]) =>
      (SWITCH.test(key) && NO.test(String(value))) ||
      (STATE.test(key) && (value === false || (typeof value === 'string' && BAD.test(value)))) ||
      (FAULT.test(key) && typeof value !== 'object' && !!value && !/^0*$/.test(String(value))),
  );

/**
 * Reads what form services answer: `invalid_fields[]` and `status` of Contact Form 7 (its HTTP status is always 200),
 * `errors[]` of Ghost, HubSpot, Formspree and JSON:API, `errors{}` of Laravel, Rails and MailerLite, `error`,
 * `invalid-params[]` of RFC 9457, `data.params` of WordPress, and what most of them have in common: `success`, `ok`, `status`,
 * `result`, `message`, also within `data`, `response` or `result`.
 */
export const normaliseAnswer = (answer: unknown): NormalisedAnswer => {
  const data = isFields(answer) ? answer : {};
  const inner = innerOf(data);
  const complaints = [data, inner].flatMap(
    ({ invalid_fields: fields, 'invalid-params': invalid, errors, error, params }) =>
      complaintsIn([fields, invalid, errors, error, params]),
  );
  const state = firstText(data.status, data.result);
  const isRefused = complaints.length > 0 || saysNo(data) || saysNo(inner);
  const isStored = data.success === true || data.ok === true || (state !== undefined && GOOD.test(state));
  // `data` is a sentence where WordPress' wp_send_json_error() is given one
  const said = firstText(data.message, data.inlineMessage, data.detail, data.title, inner.message, data.data);
  const problems: FieldProblem[] = [];
  let message = said ? plain(said) : '';
  for (const complaint of complaints) {
    const field = fieldOf(complaint);
    if (!field) message ||= complaint[1];
    else if (!problems.some((problem) => problem.field === field)) problems.push({ field, message: complaint[1] });
  }
  return {
    verdict: isRefused
      ? 'refused'
      : isStored
        ? 'stored'
        : state === undefined && isFields(answer)
          ? 'silent'
          : 'unclear',
    isKnownAddress: complaints.some((complaint) => KNOWN.test(complaint.join(' '))) || KNOWN.test(message),
    problems,
    message,
  };
};
