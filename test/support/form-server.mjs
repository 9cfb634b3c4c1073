// An HTTP server that answers as each form service does, and misbehaves as asked. It keeps a ledger of what reached it
// and what it stored, which is what the tests hold the submitters' words against.
//
//   /ROOM/SERVICE/BEHAVIOUR/...   the service; a test takes a room of its own
//   .../FIRST+SECOND+REST/...     another behaviour for each POST of the room, the last for all that follow
//   ...?by=address                holds nobody twice by the address, as newsletter services do; by `submissionId` without it
//   ...?who=known | refused       has held the address for long, or never takes it
//   /ROOM/ledger?posts=N          JSON of the room's POSTs, sent as soon as there are N of them
//
// As a program: node test/support/form-server.mjs [PORT]
import { createServer } from 'node:http';
import { services } from './form-services.mjs';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, content-type',
  'access-control-allow-methods': 'GET, POST',
};
const error = (status, message) => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ errors: [{ message }] }),
});
const PAGE = '<!doctype html><title>Just a page</title><p>Hello</p>';

/**
 * What may become of a POST. `keep`: the service stores it. `answer`: what it says (`undefined` where it says what the
 * service says to success). `end`: how the connection ends, where it does not end well.
 */
const behaviours = {
  success: { keep: true },
  known: { say: 'known' },
  invalid: { say: 'invalid' },
  'rate-limited': { answer: { ...error(429, 'Too many attempts'), headers: { 'retry-after': '60' } } },
  forbidden: { answer: error(403, 'Not from here') },
  missing: { answer: { status: 404, type: 'text/html', body: PAGE } },
  'server-error': { answer: error(500, 'It broke') },
  'server-error-page': { answer: { status: 500, type: 'text/html', body: PAGE } },
  unavailable: { answer: { status: 503, type: 'text/html', body: PAGE } },
  'gateway-timeout': { keep: true, answer: { status: 504, type: 'text/html', body: PAGE } },
  'cors-refused': { keep: true, hasNoCors: true },
  'answer-hidden': { keep: true, hasNoCorsOnPost: true },
  'error-hidden': { answer: error(500, 'It broke'), hasNoCorsOnPost: true },
  hang: { keep: true, end: 'hang' },
  'cut-early': { end: 'cut-early' },
  'cut-late': { keep: true, end: 'cut' },
  'cut-answer': { keep: true, end: 'cut-answer' },
  endless: { keep: true, end: 'endless' },
  page: { keep: true, answer: { status: 200, type: 'text/html', body: PAGE } },
  empty: { keep: true, answer: { status: 200, type: 'text/plain', body: '' } },
  'created-empty': { keep: true, answer: { status: 201, type: 'text/plain', body: '' } },
  'created-text': { keep: true, answer: { status: 201, type: 'text/plain', body: 'Created.' } },
  truncated: { keep: true, answer: { status: 200, type: 'application/json', body: '{"ok": tr' } },
  redirect: { keep: true, answer: { status: 303, type: 'text/html', body: '', headers: { location: '../elsewhere' } } },
  'redirect-away': { answer: { status: 307, type: 'text/html', body: '', headers: { location: '../success/taken' } } },
  'token-missing': { keep: true, token: { status: 404, type: 'text/plain', body: 'Not found' } },
  'token-error': { keep: true, token: error(500, 'It broke') },
};

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** The fields by their names, and how they were sent. */
const parse = async (raw, contentType = '') => {
  if (contentType.startsWith('application/json')) return { encoding: 'json', fields: JSON.parse(raw.toString()) };
  const form = await new Response(raw, { headers: { 'content-type': contentType } }).formData();
  const encoding = contentType.startsWith('multipart/') ? 'multipart' : 'urlencoded';
  return { encoding, fields: Object.fromEntries(form) };
};

/** Starts the server; `port` 0 takes any free one. */
export const startFormServer = async (port = 0) => {
  const rooms = new Map();
  const room = (name) => {
    if (!rooms.has(name)) rooms.set(name, { posts: [], waiting: [] });
    return rooms.get(name);
  };
  const send = (response, { status, type, body, headers = {} }, cors) => {
    response.writeHead(status, { 'content-type': type, ...cors, ...headers });
    response.end(body);
  };
  const tell = (at) => {
    at.waiting = at.waiting.filter(({ count, answer }) => {
      if (at.posts.length < count) return true;
      answer();
      return false;
    });
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const [, name, service, script = ''] = pathname.split('/');
    const at = room(name);
    const turns = script.split('+');
    const behaviour = turns[at.posts.length] ?? turns.at(-1);
    if (service === 'ledger') {
      const answer = () =>
        send(response, { status: 200, type: 'application/json', body: JSON.stringify(at.posts) }, CORS);
      at.waiting.push({ count: Number(searchParams.get('posts') ?? 0), answer });
      return tell(at);
    }
    const known = services[service];
    const rule = behaviours[behaviour];
    if (!known || !rule) return send(response, { status: 404, type: 'text/plain', body: 'no such service' }, CORS);
    const cors = rule.hasNoCors || (rule.hasNoCorsOnPost && request.method === 'POST') ? {} : CORS;
    if (request.method === 'OPTIONS') return send(response, { status: 204, type: 'text/plain' }, cors);
    if (request.method === 'GET') return send(response, rule.token ?? known.token ?? error(404, 'No page'), cors);

    const post = { service, behaviour, headers: request.headers, url: request.url, isStored: false };
    if (rule.end === 'cut-early') {
      at.posts.push(post);
      tell(at);
      return request.socket.destroy();
    }
    const raw = await bodyOf(request);
    const { encoding, fields } = await parse(raw, request.headers['content-type']).catch(() => ({ fields: {} }));
    const email = behaviour === 'token-missing' ? fields.email : known.email(fields);
    const isRight = encoding === known.encoding && Boolean(email);
    const isSame = searchParams.get('by') === 'address' ? 'email' : 'submissionId';
    const key = { ...fields, email }[isSame];
    const isHeld =
      searchParams.get('who') === 'known' ||
      (Boolean(key) &&
        at.posts.some((earlier) => earlier.isStored && { ...earlier.fields, email: earlier.email }[isSame] === key));
    const isRefused = !isRight || searchParams.get('who') === 'refused';
    at.posts.push(
      Object.assign(post, { fields, encoding, email, isStored: Boolean(rule.keep) && !isRefused && !isHeld }),
    );
    tell(at);
    const heldAnswer = isSame === 'email' || searchParams.get('who') === 'known' ? known.known : known.success;
    const answer = rule.answer ?? (isRefused ? known.invalid : isHeld ? heldAnswer : known[rule.say ?? 'success']);
    const delay = Number(searchParams.get('delay') ?? 0);
    const finish = () => {
      if (rule.end === 'hang') return;
      if (rule.end === 'cut') return request.socket.destroy();
      if (rule.end === 'cut-answer') {
        // of a connection that was to be closed anyway WebKitGTK does not notice that it was cut
        const promise = { 'content-length': 1000, connection: 'keep-alive' };
        response.writeHead(answer.status, { 'content-type': answer.type, ...cors, ...promise });
        return response.write(answer.body, () => request.socket.destroy());
      }
      if (rule.end === 'endless') {
        response.writeHead(answer.status, { 'content-type': answer.type, ...cors });
        // about as fast as a good line, not as loopback: that keeps a browser too busy to hang up
        const more = () => response.destroyed || response.write(' '.repeat(65_536), () => setTimeout(more, 5));
        return more();
      }
      send(response, answer, cors);
    };
    if (delay) setTimeout(finish, delay);
    else finish();
  });
  // A browser repeats a POST by itself where a kept connection broke before any answer, and no page learns of it: here each
  // POST of the page is one at the service.
  server.maxRequestsPerSocket = 1;
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};

/** For `@web/test-runner`: the server runs as long as the tests; `/form-server.json` says where and what it plays. */
export const formServerPlugin = () => {
  let server;
  return {
    name: 'form-server',
    async serverStart() {
      server = await startFormServer();
    },
    serve({ path }) {
      if (path !== '/form-server.json') return undefined;
      const played = Object.fromEntries(
        Object.entries(services).map(([name, { real, protocol, extra, hasNoField, isBlunt }]) => [
          name,
          { real, protocol, extra, hasNoField, isBlunt },
        ]),
      );
      return { body: JSON.stringify({ origin: server.origin, services: played }), type: 'json' };
    },
    serverStop: () => server?.close(),
  };
};

if (import.meta.filename === process.argv[1]) {
  const { origin } = await startFormServer(Number(process.argv[2] ?? 8899));
  console.log(`${origin}/ROOM/${Object.keys(services).join('|')}/${Object.keys(behaviours).join('|')}/`);
}
