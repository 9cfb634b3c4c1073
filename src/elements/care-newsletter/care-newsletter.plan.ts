import { submitterNames } from '../../context/submitter-registry.js';
import { CareError } from '../../model/care-error.js';
import type { FieldName } from '../../model/submitter.js';
import { checkAction } from '../../submitters/check-action.js';
import { inferPlan } from '../../submitters/infer-plan.js';
import type { SubmissionPlan } from '../../submitters/plan.js';

/** Marks the generated form. */
export const GENERATED = 'data-care-form';

/** Selectors of the field for the email address, the surest first. */
const EMAIL_FIELDS = [
  'input[type=email]:enabled',
  'input[autocomplete~=email]:enabled',
  'input[name*=mail i]:not([type=hidden]):enabled',
];

/**
 * The controls of a form, also those outside that refer to it by `form`. By the getter of the prototype, because a field
 * named `elements` shadows the property.
 */
export const elementsOf = (form: HTMLFormElement): Element[] => [
  ...(Reflect.get(HTMLFormElement.prototype, 'elements', form) as Iterable<Element>),
];

/**
 * Whether visitors can see and reach a field. One that they cannot is a honeypot, which may well be of type `email` and come
 * first.
 */
const isForPeople = (input: HTMLInputElement): boolean =>
  input.tabIndex >= 0 &&
  input.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  input.getBoundingClientRect().right > 0;

/**
 * The field for the email address: the first match that visitors can reach; where all are hidden, as in a closed dialog, the
 * first match.
 */
export const emailFieldOf = (form: HTMLFormElement): HTMLInputElement | undefined => {
  const inputs = elementsOf(form) as HTMLInputElement[];
  const found = EMAIL_FIELDS.flatMap((selector) => inputs.filter((input) => input.matches(selector)));
  return found.find(isForPeople) ?? found[0];
};

/** How a form's submissions reach its service, and by which protocol. */
export type NewsletterPlan = SubmissionPlan & { readonly protocol: string };

/** What an author wrote. */
interface PlanOptions {
  readonly action?: string | undefined;
  readonly protocol?: string | undefined;
  readonly submitter?: unknown;
}

/**
 * Whether a form is an enquiry or a login that is sent elsewhere, and stands inside only because the tag was never closed. It
 * must not become a sign-up, least of all with a password in it.
 */
const isOtherForm = (form: HTMLFormElement, { action }: PlanOptions): boolean =>
  !!action && form.getAttribute('action') !== action && !!form.querySelector('textarea, [type=tel], [type=password]');

/**
 * The author's own form: the first one inside the element that asks for an email address. Without an `action`, by which a
 * form could be generated, it is the first form of any kind, so that the console can say what that one lacks.
 */
export const ownFormIn = (element: Element & PlanOptions): HTMLFormElement | undefined => {
  const forms = [...element.querySelectorAll<HTMLFormElement>(`form:not([${GENERATED}])`)];
  return (
    forms.find((form) => emailFieldOf(form) && !isOtherForm(form, element)) ?? (element.action ? undefined : forms[0])
  );
};

/** Paths of services that may stand on the page's own site; `infer-plan.ts` knows what they want. */
const SERVICE = /\/(?:members|mailman|contact-form-7|forms\/|form\/submit|api\/public|wp-admin)|asubscribe/;

/** The plan by the attributes and the author's own form, or what to write instead. */
export const planFor = (element: Element & PlanOptions, own?: HTMLFormElement): NewsletterPlan | CareError => {
  const refuse = (detail: string) => new CareError('not-configured', { detail });
  if (own && !emailFieldOf(own)) return refuse('the form inside has no <input type="email">; it stays as it is');
  // only the browser itself posts those as they are
  if (own?.querySelector('[type=file]')) return refuse('the form inside has a file field; it stays as it is');
  const base = document.baseURI;
  const pageOrigin = location.origin;
  // not own.action: a field of that name would stand in its place
  const address = element.submitter ? base : (element.action ?? own?.getAttribute('action'));
  const action = checkAction(address, { base, isSecure: pageOrigin.startsWith('https:') });
  if (action instanceof CareError) return action;
  const protocol = element.protocol?.trim() || (element.submitter ? 'json' : '');
  if (protocol && !submitterNames().includes(protocol)) {
    return refuse(`protocol="${protocol}" is none of ${submitterNames().join(', ')}`);
  }
  const isOwn = action.origin === pageOrigin && !SERVICE.test(action.pathname + action.search);
  const plan = isOwn
    ? { action: action.href, protocol: protocol || (own ? 'form' : 'json') }
    : inferPlan({ action, protocol, pageOrigin, hasOwnForm: !!own });
  // a form that its author wrote can be posted as it is, even to where a generated one could not
  return own && plan.protocol === 'link' ? { ...plan, protocol: 'native' } : plan;
};

const FIELDS: readonly string[] = ['email', 'first-name', 'last-name'] satisfies FieldName[];

/** The fields in the author's order; the address is always one of them. */
export const fieldsIn = (text = ''): readonly FieldName[] => {
  const named = new Set(text.split(/[\s,]+/).filter((name): name is FieldName => FIELDS.includes(name)));
  return [...named.add('email')];
};
