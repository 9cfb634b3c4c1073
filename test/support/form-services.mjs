// What form services answer, and under which names they read an address. Ghost 6.65.0: recorded by
// test/support/ghost/signup.test.mjs; Contact Form 7 and phpList: as observed on real servers; listmonk: read in its
// source; the others: after their documentation and public code. Only `form-server.mjs` imports this.

const json = (status, body) => ({ status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) });
const page = (status, body) => ({ status, type: 'text/html; charset=utf-8', body });

const ghostError = (message, type = 'BadRequestError') => ({
  errors: [
    { message, context: null, type, details: null, property: null, help: null, code: null, ghostErrorCode: null },
  ],
});

/**
 * One service: `path` is what follows the server's own prefix; `email` reads the address out of the parsed body
 * (`undefined` where the service would not find one); `success`, `known` and `invalid` are its answers.
 */
export const services = {
  'own-json': {
    real: 'https://clinic.example/api/subscribe',
    encoding: 'json',
    email: ({ email }) => email,
    success: json(200, { ok: true }),
    known: json(409, { error: 'This address is already subscribed.' }),
    invalid: json(422, { errors: { email: ['This address cannot be used.'] } }),
  },
  formspree: {
    real: 'https://formspree.io/f/xyzabc',
    encoding: 'json',
    email: ({ email }) => email,
    success: json(200, { next: 'https://formspree.io/thanks', ok: true }),
    known: json(200, { next: 'https://formspree.io/thanks', ok: true }),
    invalid: json(422, {
      error: 'Validation errors',
      errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }],
    }),
  },
  web3forms: {
    real: 'https://api.web3forms.com/submit',
    encoding: 'json',
    email: ({ email }) => email,
    success: json(200, {
      success: true,
      body: { data: {}, message: 'Email sent successfully!' },
      message: 'Email sent successfully!',
    }),
    known: json(200, { success: true, message: 'Email sent successfully!' }),
    invalid: json(400, { success: false, body: { data: {}, message: 'Invalid email' }, message: 'Invalid email' }),
    hasNoField: true,
  },
  hubspot: {
    real: 'https://api.hsforms.com/submissions/v3/integration/submit/123/abc-def',
    encoding: 'json',
    email: ({ fields }) => fields?.find?.(({ name }) => name === 'email')?.value,
    success: json(200, { inlineMessage: 'Thanks for submitting the form.' }),
    known: json(200, { inlineMessage: 'Thanks for submitting the form.' }),
    invalid: json(400, {
      status: 'error',
      message: "The request is not valid (field errors in 'email')",
      correlationId: 'x',
      errors: [{ message: "Error in 'fields.email'. Invalid email address 'x'", errorType: 'INVALID_EMAIL' }],
    }),
  },
  listmonk: {
    real: 'https://lists.clinic.example/api/public/subscription',
    encoding: 'json',
    extra: [['list_uuids[]', '6f1e']],
    email: ({ email, list_uuids }) => (Array.isArray(list_uuids) ? email : undefined),
    success: json(200, { data: { has_optin: true } }),
    known: json(200, { data: { has_optin: true } }),
    invalid: json(400, { message: 'Invalid email.' }),
    hasNoField: true,
  },
  'own-form': {
    real: 'https://clinic.example/subscribe',
    protocol: 'form',
    encoding: 'urlencoded',
    email: ({ email }) => email,
    success: json(200, { message: 'Thank you.' }),
    known: json(400, { message: 'email: Member Exists' }),
    invalid: json(400, { errors: [{ field: 'email', message: 'Please check this address.' }] }),
  },
  'contact-form-7': {
    real: 'https://clinic.example/wp-json/contact-form-7/v1/contact-forms/12/feedback',
    encoding: 'multipart',
    email: (fields) => (fields._wpcf7_unit_tag ? fields['your-email'] : undefined),
    success: json(200, {
      contact_form_id: 12,
      status: 'mail_sent',
      message: 'Thank you for your message. It has been sent.',
      into: '#wpcf7-f12-o1',
      invalid_fields: [],
    }),
    known: json(200, { contact_form_id: 12, status: 'mail_sent', message: 'Thank you.', invalid_fields: [] }),
    invalid: json(200, {
      contact_form_id: 12,
      status: 'validation_failed',
      message: 'One or more fields have an error. Please check and try again.',
      invalid_fields: [
        { field: 'your-email', message: 'Please enter an email address.', idref: null, error_id: '-ve-your-email' },
      ],
    }),
  },
  phplist: {
    real: 'https://lists.clinic.example/?p=asubscribe&id=1',
    encoding: 'urlencoded',
    email: ({ email }) => email,
    success: page(200, '<div class="note">Thank you for subscribing.</div>'),
    known: page(200, '<div class="note">Thank you for subscribing.</div>'),
    invalid: page(500, 'FAIL'),
    isBlunt: true,
  },
  brevo: {
    real: 'https://abc123.sibforms.com/serve/MUIFAB',
    encoding: 'urlencoded',
    email: (fields) => (fields.email_address_check === '' ? fields.EMAIL : undefined),
    success: json(200, { success: true, message: 'Your subscription has been successful.' }),
    known: json(200, { success: true, message: 'Your subscription has been successful.' }),
    invalid: json(400, { success: false, errors: { EMAIL: 'This field is not valid.' } }),
  },
  mailerlite: {
    real: 'https://assets.mailerlite.com/jsonp/1/forms/2/subscribe',
    encoding: 'urlencoded',
    email: (fields) => fields['fields[email]'],
    success: json(200, { success: true }),
    known: json(200, { success: true }),
    invalid: json(200, { success: false, errors: { fields: { email: ['Please enter a valid email.'] } } }),
  },
  kit: {
    real: 'https://app.kit.com/forms/123/subscriptions',
    encoding: 'urlencoded',
    email: ({ email_address }) => email_address,
    success: json(200, { consent: { enabled: false }, status: 'success' }),
    known: json(200, { consent: { enabled: false }, status: 'success' }),
    invalid: json(200, {
      status: 'failed',
      errors: { fields: ['email_address'], messages: ['Email address is invalid'] },
    }),
  },
  ghost: {
    real: 'https://blog.clinic.example/members/api/send-magic-link/',
    encoding: 'json',
    email: ({ email, emailType, integrityToken }) => (emailType === 'signup' && integrityToken ? email : undefined),
    success: json(201, {}),
    known: json(201, {}),
    invalid: json(400, ghostError('Email is not valid')),
    token: { status: 200, type: 'text/plain; charset=utf-8', body: '1795462520286:7da6:28e3' },
  },
};
