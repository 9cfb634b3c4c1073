import type { FormEntry } from '../model/submitter.js';
import type { FieldNames, Protocol, SubmissionPlan } from './plan.js';

interface Service {
  /** Tested against host, path and query. */
  readonly at: RegExp;
  readonly protocol: Protocol;
  readonly names?: FieldNames;
  readonly extra?: (url: URL, id: string) => readonly FormEntry[];
  readonly list?: string;
  readonly encoding?: 'multipart';
  readonly success?: 'status';
}

const param = (url: URL, name: string): string => url.searchParams.get(name) ?? '';
/** For services that keep every field they get, but no nested ones. */
const FLAT: FieldNames = {
  email: 'email',
  name: 'name',
  consentId: 'consent_id',
  consentHash: 'consent_text_hash',
  locale: 'locale',
  formId: 'form_id',
};

/**
 * Form services by their URLs. A service that has no place for consent, locale and form id gets email and name only.
 * Contact Form 7, Ghost and phpList were observed on real servers, listmonk read in its source; the others follow their
 * documentation and public code.
 */
const SERVICES: readonly Service[] = [
  { at: /\/members\/(?:api\/send-magic-link\/?)?$/, protocol: 'ghost' },
  {
    at: /\/contact-form-7\/v1\/contact-forms\/(\d+)\/feedback/,
    protocol: 'form',
    encoding: 'multipart',
    names: { email: 'your-email', name: 'your-name' },
    extra: (_, id) => [['_wpcf7_unit_tag', `wpcf7-f${id}-o1`]],
  },
  { at: /^formspree\.io\/f\//, protocol: 'json', names: FLAT },
  { at: /^api\.web3forms\.com\/submit/, protocol: 'json', names: FLAT },
  {
    at: /^api(?:-\w+)?\.hsforms\.com\/submissions\/v3\//,
    protocol: 'json',
    list: 'fields',
    names: { email: 'email', firstName: 'firstname', lastName: 'lastname' },
  },
  { at: /\/api\/public\/subscription$/, protocol: 'json', names: { email: 'email', name: 'name' } },
  {
    at: /^[\w-]+\.sibforms\.com\/serve\//,
    protocol: 'form',
    names: { email: 'EMAIL', firstName: 'FIRSTNAME', lastName: 'LASTNAME', locale: 'locale' },
    extra: () => [['email_address_check', '']],
  },
  {
    at: /^assets\.mailerlite\.com\/jsonp\//,
    protocol: 'form',
    names: { email: 'fields[email]', firstName: 'fields[name]', lastName: 'fields[last_name]' },
    extra: () => [
      ['ml-submit', '1'],
      ['anticsrf', 'true'],
    ],
  },
  {
    at: /^app\.(?:convert)?kit\.com\/forms\/\d+\/subscriptions/,
    protocol: 'form',
    names: { email: 'email_address', firstName: 'fields[first_name]', lastName: 'fields[last_name]' },
  },
  { at: /[?&]p=asubscribe\b/, protocol: 'form', success: 'status', names: { email: 'email' } },
  {
    at: /^[\w.-]+\.list-manage\d*\.com\/subscribe\/post/,
    protocol: 'native',
    names: { email: 'EMAIL', firstName: 'FNAME', lastName: 'LNAME' },
    extra: (url) => [[`b_${param(url, 'u')}_${param(url, 'id')}`, '']],
  },
  {
    at: /^buttondown\.(?:com|email)\/api\/emails\/embed-subscribe\//,
    protocol: 'native',
    names: { email: 'email' },
    extra: () => [['embed', '1']],
  },
  {
    at: /\/forms\/n?frm_\w+/,
    protocol: 'native',
    names: { email: 'contact[email]', firstName: 'contact[first_name]', lastName: 'contact[last_name]' },
  },
  {
    at: /\/form\/submit\?.*formId=/,
    protocol: 'native',
    names: { email: 'mauticform[email]', firstName: 'mauticform[firstname]', lastName: 'mauticform[lastname]' },
    extra: (url) => [
      ['mauticform[formId]', param(url, 'formId')],
      ['mauticform[return]', ''],
    ],
  },
  {
    at: /(?:^|\.)(?:constantcontact(?:pages)?\.com|mailchi\.mp|eepurl\.com|list-manage\d*\.com\/subscribe\?)|\/mailman3?\/|\/admin-ajax\.php/,
    protocol: 'link',
  },
];

/** What is known of a form before anything is sent. */
export interface FormFacts {
  /** As `checkAction()` gives it. */
  readonly action: URL;
  /** The `protocol` attribute, which wins; a name from `registerSubmitter()` is as good. */
  readonly protocol?: string | null;
  /** Origin of the page. */
  readonly pageOrigin: string;
  /** Whether the author wrote the `<form>`. */
  readonly hasOwnForm: boolean;
}

/**
 * How a form's submissions travel: by its `protocol`, else by the service that its URL belongs to, else by origin. An
 * unknown URL on the page's own site is a back end of the owner's: `json` for a generated form, `form` for an
 * author's own, whose body stays what it is without JavaScript. An unknown URL elsewhere is posted natively into a new
 * tab, because whether its answers may be read here is not known, and is never tried out with somebody's address.
 */
export const inferPlan = ({
  action,
  protocol,
  pageOrigin,
  hasOwnForm,
}: FormFacts): SubmissionPlan & { readonly protocol: string } => {
  const where = action.host + action.pathname + action.search;
  const service = SERVICES.find(({ at }) => at.test(where));
  const unknown = action.origin !== pageOrigin ? 'native' : hasOwnForm ? 'form' : 'json';
  const chosen = protocol || (service?.protocol ?? unknown);
  if (!service) return { action: action.href, protocol: chosen };
  const { at, names, extra, list, encoding, success } = service;
  return {
    action: action.href,
    protocol: chosen,
    ...(names && { names }),
    ...(extra && { extra: extra(action, at.exec(where)?.[1] ?? '') }),
    ...(list && { list }),
    ...(encoding && { encoding }),
    ...(success && { success }),
  };
};
