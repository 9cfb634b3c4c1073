// The demo's newsletter: what a clinic's own back end does with the form, with JavaScript and without.

const MAX_FORM_BYTES = 16_384;
const MAX_SUBMISSIONS = 1_000;

/** Words of the pages that answer a form posted without JavaScript. */
const WORDS = {
  en: {
    thanksTitle: 'Thank you',
    thanks: 'Please check your inbox: we have sent you a message to confirm your address.',
    problemTitle: 'One thing is missing',
    problem: 'Please go back and enter an email address such as name@example.com.',
    back: 'Back to the website',
  },
  es: {
    thanksTitle: 'Gracias',
    thanks: 'Revise su correo: le hemos enviado un mensaje para confirmar su dirección.',
    problemTitle: 'Falta un dato',
    problem: 'Vuelva atrás y escriba una dirección de correo, por ejemplo nombre@example.com.',
    back: 'Volver al sitio web',
  },
};

/**
 * Takes one sign-up into `submissions`, which keeps the newest ones.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {Readonly<Record<string, unknown>>[]} submissions
 * @returns {Promise<{ status: number, headers: Record<string, string>, type: '.html' | '.json', body: string }>} a page for
 *   a browser that posted the form by itself, else JSON
 */
export async function answerNewsletter(request, submissions) {
  const answer = (status, value, page, headers = {}) =>
    page && (request.headers.accept ?? '').includes('text/html')
      ? { status, headers, type: '.html', body: page }
      : { status, headers, type: '.json', body: JSON.stringify(value) };
  if (request.method !== 'POST') {
    return answer(405, { ok: false, message: 'Send the form with POST.' }, undefined, { allow: 'POST' });
  }
  const body = await readBody(request);
  if (!body) {
    // The rest of an oversized body is not read, so the connection cannot be used again.
    return answer(413, { ok: false, message: 'The form is too long.' }, undefined, { connection: 'close' });
  }
  const fields = await readFields(body, request.headers['content-type'] ?? '');
  if (!fields) return answer(400, { ok: false, message: 'The form could not be read.' });

  const language = String(fields.locale ?? '').startsWith('es') ? 'es' : 'en';
  const words = WORDS[language];
  const email = String(fields.email ?? '').trim();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) {
    const errors = [{ field: 'email', message: words.problem }];
    return answer(422, { ok: false, errors }, pageOf(language, words.problemTitle, words.problem, words.back));
  }
  // whoever was told "not confirmed" and sends again is not stored twice
  const number = fields.submissionId;
  if (number && submissions.some(({ submissionId }) => submissionId === number)) return answer(200, { ok: true });
  submissions.push(Object.freeze({ ...fields, email }));
  if (submissions.length > MAX_SUBMISSIONS) submissions.shift();
  return answer(200, { ok: true }, pageOf(language, words.thanksTitle, words.thanks, words.back));
}

/** The whole body, or nothing where it is longer than a form could be. */
async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > MAX_FORM_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What was posted as JSON, `application/x-www-form-urlencoded` or `multipart/form-data`. */
async function readFields(body, type) {
  try {
    if (type.startsWith('application/json')) {
      const value = JSON.parse(body.toString('utf8'));
      return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
    }
    return Object.fromEntries(await new Response(body, { headers: { 'content-type': type } }).formData());
  } catch {
    return undefined;
  }
}

/** Only fixed words enter this page, never what was posted. */
function pageOf(language, title, text, back) {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Harbor &amp; Pine Recovery</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<main class="message">
<h1>${title}</h1>
<p>${text}</p>
<p><a href="${language === 'es' ? '/es.html' : '/'}">${back}</a></p>
</main>
</body>
</html>
`;
}
