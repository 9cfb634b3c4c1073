// The sign-up form in whole pages: without JavaScript, and from the built script under a strict policy.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { startFormServer } from '../support/form-server.mjs';
import { startVisits } from '../support/page-server.mjs';

const { site, visit } = await startVisits();
const forms = await startFormServer();
after(() => forms.close());
let view;
let count = 0;

const posts = async (room, atLeast = 0) => (await fetch(`${forms.origin}/${room}/ledger?posts=${atLeast}`)).json();

const own = (action) => `<care-newsletter protocol="form"><form action="${action}" method="post">
  <label>Email <input type="email" name="email" autocomplete="email" required></label><button>Sign up</button>
</form></care-newsletter>`;

const open = (body, options = {}) => {
  const { script = 'care-widgets.js', lang = 'en', ...rest } = options;
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${forms.origin}; form-action ${forms.origin}; require-trusted-types-for 'script'`;
  const tag = `<script ${script.includes('classic') ? 'defer' : 'type="module"'} src="/dist/${script}"></script>`;
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>${tag}<body>${body}`;
  return visit(site.add(html, { 'content-security-policy': policy }), {
    origins: [forms.origin],
    ...rest,
  });
};
const becomes = (state) =>
  view.page.waitForFunction((wanted) => document.querySelector('care-newsletter').state === wanted, state);

describe('a sign-up', () => {
  it('reaches the server with JavaScript off', async () => {
    const room = `page-${count++}`;
    view = await open(own(`${forms.origin}/${room}/own-form/success/`), { javaScriptEnabled: false, errors: true }); // the browser asks the service for an icon
    await view.page.getByLabel('Email').fill('ada@example.org');
    await view.page.getByRole('button', { name: 'Sign up' }).click();
    const [post] = await posts(room, 1);
    assert.deepEqual(post.fields, { email: 'ada@example.org' });
    assert.equal(post.isStored, true);
  });

  for (const script of ['care-widgets.js', 'care-widgets.classic.js']) {
    it(`stays in the page with ${script}, under a strict policy`, async () => {
      const room = `page-${count++}`;
      view = await open(own(`${forms.origin}/${room}/own-form/success/`), { script });
      const { page } = view;
      const url = page.url();
      await becomes('idle');
      await page.getByLabel('Email').fill('ada@example.org');
      await page.getByRole('button', { name: 'Sign up' }).click();
      await becomes('success');
      assert.equal(page.url(), url);
      const [post] = await posts(room, 1);
      assert.deepEqual([post.fields, post.headers.referer], [{ email: 'ada@example.org' }, undefined]);
    });
  }

  it('says offline in the middle, keeps the address, and goes on once the connection is back', async () => {
    const room = `page-${count++}`;
    view = await open(
      `<care-newsletter action="${forms.origin}/${room}/own-json/success/" protocol="json"></care-newsletter>`,
      { errors: true },
    );
    const { page, context } = view;
    await becomes('idle');
    // all that sending needs is there with the form
    await context.setOffline(true);
    await page.getByLabel('Email').fill('ada@example.org');
    await page.waitForFunction(() => !navigator.onLine);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await becomes('error');
    assert.match(await page.getByRole('status').textContent(), /offline/);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await becomes('success');
    assert.equal((await posts(room, 1)).length, 1);
  });

  for (const { state, name, message, note } of [
    {
      state: 'invalid',
      name: 'what is missing',
      message: 'Esto no se ha enviado. Revise lo que está marcado.',
      note: 'Escriba su dirección de correo.',
    },
    {
      state: 'error',
      name: 'what the service refused',
      message: 'El servicio de suscripción no lo ha aceptado. No se ha guardado nada. Revise lo que escribió.',
      note: 'El servicio respondió: This address cannot be used.',
    },
  ]) {
    it(`says ${name} again in Spanish, where these words arrive after the complaint`, async () => {
      const release = site.hold(/\/chunks\/es-/);
      const action = `${forms.origin}/page-${count++}/own-json/${state === 'invalid' ? 'success' : 'invalid'}/`;
      view = await open(`<care-newsletter action="${action}" protocol="json"></care-newsletter>`, {
        lang: 'es',
        errors: true,
      });
      const { page } = view;
      await becomes('idle');
      if (state === 'error') await page.getByLabel('Email address').fill('ada@example.org');
      await page.getByRole('button', { name: 'Sign up' }).click();
      await becomes(state);
      const told = () =>
        page.evaluate(() => {
          const newsletter = document.querySelector('care-newsletter');
          const { textContent, lang } = newsletter.querySelector('[data-care-problem]');
          return [newsletter.shadowRoot.querySelector('[part=status]').textContent, textContent, lang];
        });
      const before = await told();
      assert.equal(before.at(-1), 'en');
      release();
      await page.getByRole('button', { name: 'Suscribirse' }).waitFor();
      assert.deepEqual(await told(), [message, note, 'es']);
    });
  }

  it('is whole in the accessibility tree, and fits 320 px, from right to left too', async () => {
    view = await open(
      `<div dir="rtl"><care-newsletter action="${forms.origin}/x/own-json/success/" protocol="json" consent="required" privacy-url="/p" fields="email first-name"></care-newsletter></div>`,
      { viewport: { width: 320, height: 700 } },
    );
    const { page, context } = view;
    await page.getByRole('button', { name: 'Sign up' }).click();
    await becomes('invalid');
    const client = await context.newCDPSession(page);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const tree = nodes
      .filter(({ ignored, role }) => !ignored && role)
      .map(({ role, name, description, properties = [] }) => ({
        role: role.value,
        name: name?.value ?? '',
        description: description?.value ?? '',
        ...Object.fromEntries(properties.map(({ name: key, value }) => [key, value.value])),
      }));
    const find = (role, name) => tree.find((node) => node.role === role && name.test(node.name));
    const email = find('textbox', /^Email address$/);
    assert.equal(email.invalid, 'true');
    assert.equal(email.required, true);
    assert.match(email.description, /enter your email/);
    assert.equal(email.focused, true);
    assert.ok(find('textbox', /^First name \(optional\)$/));
    assert.match(find('checkbox', /^Yes, send me/).description, /tick this box/);
    assert.ok(find('heading', /Sign up for our newsletter/));
    assert.ok(find('form', /Sign up for our newsletter/));
    assert.ok(tree.some(({ role }) => role === 'status'));
    assert.equal(find('textbox', /Leave this/), undefined);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    const { right, aligned, link, icon, status } = await page.evaluate(() => {
      const newsletter = document.querySelector('care-newsletter');
      const boxOf = (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      };
      const parts = ['svg', '[part=status]'].map((one) => newsletter.shadowRoot.querySelector(`[part=message] ${one}`));
      return {
        right: newsletter.querySelector('form').getBoundingClientRect().right,
        aligned: [...newsletter.querySelectorAll('p[dir=auto], form > p > [data-care-problem]')].map((words) => [
          words.textContent,
          Math.round(boxOf(words).right),
        ]),
        link: newsletter.querySelector('a').getBoundingClientRect().height,
        icon: parts[0].getBoundingClientRect().toJSON(),
        status: parts[1].getBoundingClientRect().toJSON(),
      };
    });
    // English words in a page from right to left begin where its own do
    assert.equal(aligned.length, 4);
    for (const [words, edge] of aligned) assert.ok(Math.abs(edge - right) <= 2, `${words}: ${edge}, not ${right}`);
    assert.ok(link >= 24, `${link} px`);
    assert.ok(icon.top >= status.top && icon.bottom <= status.bottom, 'the icon stands beside the words');
  });
});
