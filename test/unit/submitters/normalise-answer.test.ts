import { expect } from 'chai';
import { normaliseAnswer } from '../../../src/submitters/normalise-answer.js';

/** `verdict | field: message, ... | message` */
const read = (answer: unknown): string => {
  const { verdict, problems, message, isKnownAddress } = normaliseAnswer(answer);
  const fields = problems.map((problem) => `${problem.field}: ${problem.message}`).join(', ');
  return [isKnownAddress ? 'known' : verdict, fields, message].join(' | ');
};

describe('normaliseAnswer', () => {
  const answers: [string, unknown, string][] = [
    ['Ghost 6, success', {}, 'silent |  | '],
    ['an identifier', { id: 7 }, 'silent |  | '],
    ['Formspree, success', { next: 'https://x', ok: true }, 'stored |  | '],
    ['empty lists of complaints', { success: true, errors: [], error: null, invalid_fields: [] }, 'stored |  | '],
    ['success and a word', { success: true, message: 'Check your mail.' }, 'stored |  | Check your mail.'],
    ['Contact Form 7, sent', { status: 'mail_sent', message: 'Thanks', invalid_fields: [] }, 'stored |  | Thanks'],
    ['Contact Form 7, spam', { status: 'spam', message: 'Try later' }, 'refused |  | Try later'],
    ['Contact Form 7, mail failed', { status: 'mail_failed', message: 'Try later' }, 'refused |  | Try later'],
    [
      'Contact Form 7, consent',
      { status: 'acceptance_missing', invalid_fields: [{ field: 'acceptance-12', message: 'Please accept.' }] },
      'refused | consent: Please accept. | ',
    ],
    [
      'Contact Form 7, fields',
      {
        status: 'validation_failed',
        message: 'Check the fields.',
        invalid_fields: [
          { field: 'your-name', message: 'Name?' },
          { field: 'your-email', message: 'Email?' },
          { field: 'menu-5', message: 'Choose one' },
        ],
      },
      'refused | first-name: Name?, email: Email? | Check the fields.',
    ],
    ['Kit, CAPTCHA', { status: 'quarantined', url: 'https://x' }, 'refused |  | '],
    ['no, as PHP says it', { success: 0 }, 'refused |  | '],
    ['no, as a word', { ok: 'false' }, 'refused |  | '],
    ['a status that is a switch', { status: false, message: 'No' }, 'refused |  | No'],
    ['a status that is a word', { status: 'false' }, 'unclear |  | '],
    ['a status that is a switch, yes', { status: true }, 'silent |  | '],
    ['a result that is a switch', { result: false }, 'refused |  | '],
    ['ASP.NET', { isSuccess: false }, 'refused |  | '],
    ['a result that is an identifier', { result: 4711 }, 'silent |  | '],
    ['a valid that is a switch', { valid: false }, 'refused |  | '],
    ['an acceptance that is a switch', { is_accepted: 'no' }, 'refused |  | '],
    ['errors as a switch', { errors: true }, 'refused |  | '],
    ['errors as a number', { errors: 1 }, 'refused |  | '],
    ['errors that there are', { hasErrors: true }, 'refused |  | '],
    ['an error as a code', { errorCode: 'E1' }, 'refused |  | '],
    ['a code of no error', { errorCode: '000', error: '' }, 'silent |  | '],
    ['a response that is a word', { response: 'failed' }, 'refused |  | '],
    ['a state within', { response: { status: 'error' } }, 'refused |  | '],
    ['no within', { data: { success: false } }, 'refused |  | '],
    ['errors within', { data: { errors: [{ message: 'Closed' }] } }, 'refused |  | Closed'],
    ['WordPress, a state of HTTP', { code: 'no', message: 'No', data: { status: 400 } }, 'refused |  | No'],
    ['wp_send_json_error(), a sentence', { success: false, data: 'Closed' }, 'refused |  | Closed'],
    ['wp_send_json_error(), a message', { success: false, data: { message: 'Closed' } }, 'refused |  | Closed'],
    ['wp_send_json_success()', { success: true, data: { message: 'Thanks' } }, 'stored |  | Thanks'],
    ['what is yet to be confirmed', { subscribed: false, data: { id: 7 } }, 'silent |  | '],
    ['an error as a number', { error: 1 }, 'refused |  | '],
    ['a status of HTTP in the body', { status: 500, message: 'down' }, 'refused |  | down'],
    ['no error, as PHP says it', { error: 0 }, 'silent |  | '],
    ['known, in German', { error: 'E-Mail bereits registriert' }, 'known |  | E-Mail bereits registriert'],
    ['known, in French', { message: 'Vous êtes déjà inscrit', success: false }, 'known |  | Vous êtes déjà inscrit'],
    ['a state that is not known', { status: 'parked' }, 'unclear |  | '],
    [
      'Laravel',
      { message: 'Wrong.', errors: { email: ['E1', 'E2'], last_name: ['L'] } },
      'refused | email: E1, last-name: L | Wrong.',
    ],
    [
      'a back end that speaks Spanish',
      { errors: { apellido: ['A'], nombre: ['N'], acepto_privacidad: ['P'] } },
      'refused | last-name: A, first-name: N, consent: P | ',
    ],
    ['Rails', { errors: { base: ['Closed for now'] } }, 'refused |  | Closed for now'],
    ['MailerLite', { success: false, errors: { fields: { email: ['E'] } } }, 'refused | email: E | '],
    [
      'Ghost',
      { errors: [{ message: 'Email is not valid', context: null, property: null }] },
      'refused | email: Email is not valid | ',
    ],
    [
      'HubSpot',
      { errors: [{ message: "Error in 'fields.firstname'. Too long", errorType: 'INPUT_TOO_LARGE' }] },
      "refused | first-name: Error in 'fields.firstname'. Too long | ",
    ],
    ['HubSpot, type only', { errors: [{ message: 'No.', errorType: 'BLOCKED_EMAIL' }] }, 'refused | email: No. | '],
    [
      'JSON:API',
      { errors: [{ title: 'Bad', detail: 'Taken away', source: { pointer: '/data/attributes/last_name' } }] },
      'refused | last-name: Taken away | ',
    ],
    ['RFC 9457', { title: 'Wrong', 'invalid-params': [{ name: 'email', reason: 'E' }] }, 'refused | email: E | Wrong'],
    [
      'WordPress',
      { code: 'rest_invalid_param', message: 'Bad', data: { status: 400, params: { email: 'E' } } },
      'refused | email: E | Bad',
    ],
    ['an error in a word', { error: 'Closed' }, 'refused |  | Closed'],
    ['an error in an object', { error: { message: 'Closed' } }, 'refused |  | Closed'],
    ['an error that is true', { error: true, message: 'No' }, 'refused |  | No'],
    ['ok: false', { ok: false }, 'refused |  | '],
    ['markup', { error: '<a href="x" onclick="y()">Closed</a>\n <b>today</b>' }, 'refused |  | Closed today'],
    [
      'known, Mailchimp',
      { title: 'Member Exists', detail: 'ada@example.org is already a list member.', status: 400 },
      'known |  | ada@example.org is already a list member.',
    ],
    [
      'known, in words',
      { errors: { email: ['This address has already been registered.'] } },
      'known | email: This address has already been registered. | ',
    ],
    ['known, as a code', { error: 'duplicate_parameter' }, 'known |  | duplicate_parameter'],
    ['known, in Spanish', { error: 'Esta dirección ya está suscrita.' }, 'known |  | Esta dirección ya está suscrita.'],
    ['a list', [], 'unclear |  | '],
    ['a number', 0, 'unclear |  | '],
    ['a word', 'ok', 'unclear |  | '],
    ['nothing', null, 'unclear |  | '],
  ];
  for (const [name, answer, expected] of answers) {
    it(`reads ${name}`, () => expect(read(answer)).to.equal(expected));
  }

  for (const message of ['You have already tried too often.', 'No such domain exists.', 'Sign-up is already closed.']) {
    it(`does not take "${message}" for a known address`, () => {
      expect(normaliseAnswer({ error: message }).isKnownAddress).to.equal(false);
    });
  }

  it('cuts what is longer than a sentence or two', () => {
    expect(normaliseAnswer({ error: 'x'.repeat(10_000) }).message).to.have.length(300);
  });
});
