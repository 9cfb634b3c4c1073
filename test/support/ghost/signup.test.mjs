// The ghost submitter against a real Ghost:   node --test test/support/ghost/signup.test.mjs
// The first run installs Ghost (about six minutes); it keeps running afterwards: ghost-lab.sh stop.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { registerHooks } from 'node:module';
import { after, before, test } from 'node:test';
import { services } from '../form-services.mjs';
import { startMailSink } from './mail-sink.mjs';

// Node reads TypeScript, but takes `./x.js` for what it says.
registerHooks({
  resolve: (specifier, context, next) =>
    next(context.parentURL?.includes('/src/') ? specifier.replace(/\.js$/, '.ts') : specifier, context),
});
const { ghostSubmitter } = await import('../../../src/submitters/ghost.ts');
const { RejectedError } = await import('../../../src/model/submitter.ts');

const MAIL_PORT = Number(process.env.MAIL_PORT ?? 2525);
const lab = new URL('ghost-lab.sh', import.meta.url).pathname;
const name = `ada-${Date.now().toString(36)}`;
const { signal } = new AbortController();

let origin;
let sink;
/** Every answer to a POST, to hold the recorded ones against. */
const answers = [];
const transport = async (url, init) => {
  const response = await fetch(url, { ...init, headers: { ...init.headers, origin: 'https://clinic.example' } });
  assert.equal(response.headers.get('access-control-allow-origin'), '*', `${url} can be read from any origin`);
  if (init.method === 'POST') answers.push({ status: response.status, body: await response.clone().json() });
  return response;
};
const submit = (submission, action = `${origin}/members/`) =>
  ghostSubmitter({ action, extra: [['labels', 'Website']] }, { transport }).submit(
    { locale: 'en', ...submission },
    signal,
  );
/** The shape of an answer: what a fixture must have in common with the real one. */
const shape = ({ status, body }) => [
  status,
  Object.keys(body),
  body.errors?.map(({ message, type }) => ({ message, type })),
];
const recorded = ({ status, body }) => shape({ status, body: JSON.parse(body) });

before(async () => {
  sink = await startMailSink(MAIL_PORT);
  const env = { ...process.env, MAIL_PORT: String(MAIL_PORT) };
  execFileSync(lab, ['start'], { env, stdio: 'inherit' });
  origin = /http:\S+/.exec(execFileSync(lab, ['status'], { env, encoding: 'utf8' }))[0];
});
after(() => sink.close());

for (const [what, path] of [
  ['site', '/'],
  ['members area', '/members/'],
  ['sign-up', '/members/api/send-magic-link/'],
]) {
  test(`signs up by the address of the ${what}`, async () => {
    const email = `${name}-${what.replace(/\W/g, '')}@example.org`;
    assert.deepEqual(await submit({ email, firstName: 'Ada', lastName: 'Roe' }, origin + path), { outcome: 'stored' });
    assert.deepEqual(shape(answers.at(-1)), recorded(services.ghost.success));
    assert.match(await sink.mailTo(email), /\/members\/\?token=/);
  });
}

test('says the same of an address that is a member already', async () => {
  const email = `${name}@example.org`;
  assert.deepEqual(await submit({ email }), { outcome: 'stored' });
  const [link] = /http:\S+\/members\/\?token=[^\s"<]+/.exec(await sink.mailTo(email));
  const followed = await fetch(link.replaceAll('&amp;', '&'), { redirect: 'manual' });
  assert.match(followed.headers.get('location') ?? '', /success=true/);
  assert.deepEqual(await submit({ email }), { outcome: 'stored' });
  assert.deepEqual(shape(answers.at(-1)), recorded(services.ghost.known));
});

test('puts a refusal at the address', async () => {
  const error = await submit({ email: 'ada@@example.org' }).catch((reason) => reason);
  assert.ok(error instanceof RejectedError);
  assert.deepEqual(error.problems, [{ field: 'email', message: 'Email is not valid' }]);
  assert.deepEqual(shape(answers.at(-1)), recorded(services.ghost.invalid));
});

test('says that nothing is stored where Ghost cannot send its mail', async () => {
  await sink.close();
  const error = await submit({ email: `${name}-later@example.org` }).catch((reason) => reason);
  assert.equal(error.code, 'server');
  assert.equal(answers.at(-1).status, 500);
  sink = await startMailSink(MAIL_PORT);
});
