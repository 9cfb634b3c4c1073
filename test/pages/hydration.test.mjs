// Pages that Vue and React write on a server, and take over in the browser once the widgets have settled there.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createElement } from 'react';
import { renderToString as reactToString } from 'react-dom/server';
import { createSSRApp, h } from 'vue';
import { renderToString as vueToString } from 'vue/server-renderer';
import { bundleForPage } from '../support/bundle.mjs';
import { startVisits } from '../support/page-server.mjs';

const BEFORE = '+1-512-555-0142';
const AFTER = '+1-512-555-0143';

/** What both write, as `[tag, properties, ...children]`: the number is bound, so that the framework may write another one. */
const treeOf = (number) => [
  'main',
  {},
  [
    'care-contact',
    { phone: number, email: 'hello@clinic.example', 'crisis-region': 'us' },
    ['a', { href: `tel:${number}` }, 'Call us'],
  ],
  [
    'care-newsletter',
    { action: '/subscribe/', fields: 'email first-name', consent: 'required' },
    ['a', { href: '/letter/' }, 'Our letter'],
  ],
  ['care-article', { slug: 'post-1' }, ['a', { href: '/post-1/' }, 'Read it there']],
  ['care-article-card', { slug: 'post-2' }, ['a', { href: '/post-2/' }, 'Read it there']],
  ['care-benefits', { 'with-faq': '' }, ['a', { href: '/iop/' }, 'What an IOP is']],
];
const make = (create, [tag, properties, ...children]) =>
  create(
    tag,
    properties,
    children.map((child) => (Array.isArray(child) ? make(create, child) : child)),
  );

/**
 * What the server sends, the script by which the page is taken over, and whether a field that an element has made keeps what was
 * typed where the element is there first.
 */
const FRAMEWORKS = {
  'Vue 3': {
    keepsTyped: true,
    markup: () => vueToString(createSSRApp({ render: () => make(h, treeOf(BEFORE)) })),
    client: `import { createSSRApp, h, ref } from 'vue';
      const number = ref('${BEFORE}');
      globalThis.hydrate = () => createSSRApp({ render: () => make(h, treeOf(number.value)) }).mount('#app');
      globalThis.change = () => (number.value = '${AFTER}');`,
  },
  // makes the page's elements anew where it meets children that it did not write
  'React 19': {
    keepsTyped: false,
    markup: () =>
      reactToString(make((tag, properties, children) => createElement(tag, properties, ...children), treeOf(BEFORE))),
    client: `import { createElement, useState } from 'react';
      import { hydrateRoot } from 'react-dom/client';
      const create = (tag, properties, children) => createElement(tag, properties, ...children);
      const App = () => {
        const [number, setNumber] = useState('${BEFORE}');
        globalThis.change = () => setNumber('${AFTER}');
        return make(create, treeOf(number));
      };
      globalThis.hydrate = () => hydrateRoot(document.querySelector('#app'), createElement(App));`,
  },
};

const { site, visit } = await startVisits();
let view;

/** In the page: settles once every widget shows what it has. */
const isSettled = () => {
  const all = [...document.querySelectorAll('main > *')];
  return (
    all.length === 5 &&
    all.every((element) => !('state' in element) || ['ready', 'idle'].includes(element.state)) &&
    document.querySelector('care-contact [slot=phone]') &&
    document.querySelector('care-newsletter form input[type=email]') &&
    document.querySelector('care-article [data-care-body] p')
  );
};

/** What a visitor can see and use. */
const seen = () =>
  view.page.evaluate(() => {
    const visible = (selector) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
    return {
      call: [...document.querySelectorAll('care-contact a[slot=phone]')]
        .filter((link) => link.checkVisibility())
        .map((link) => link.getAttribute('href')),
      fields: visible('care-newsletter input[type=email], care-newsletter input[type=text]'),
      buttons: visible('care-newsletter form button'),
      bodies: visible('care-article [data-care-body] p') > 0,
      explainer: visible('care-benefits h2') > 0,
      card: document.querySelector('care-article-card').shadowRoot.querySelector('[part=link]')?.textContent,
      crisis: document.querySelector('care-contact').shadowRoot.querySelectorAll('[part=crisis] a').length > 2,
      fallbacks: visible('main > * > a:not([slot])'),
    };
  });

/** A page whose widgets come with it, or once the framework has taken it over. */
const open = async ({ markup, client }, isLate, options) => {
  const endpoint = site.newSite();
  const code = await bundleForPage(`const treeOf = ${treeOf};\nconst make = ${make};\n${client}`);
  const tag = `<script type="module" src="/dist/care-widgets.js" data-care-endpoint="${endpoint}"></script>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${isLate ? '' : tag}</head>
    <body><div id="app">${await markup()}</div><script>${code}</script></body></html>`;
  view = await visit(site.add(html), options);
  if (!isLate) return view.page.waitForFunction(isSettled);
  await view.page.evaluate(() => globalThis.hydrate());
  await view.page.evaluate((url) => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: '/dist/care-widgets.js' });
    script.setAttribute('data-care-endpoint', url);
    document.head.append(script);
  }, endpoint);
  return view.page.waitForFunction(isSettled);
};

/** The framework writes another number: everything is as it was, but for the number. */
const changes = async (before) => {
  const call = `tel:${AFTER.replaceAll('-', '')}`;
  await view.page.evaluate(() => globalThis.change());
  await view.page.waitForFunction(
    (href) => document.querySelector('care-contact a[slot=phone]')?.getAttribute('href') === href,
    call,
  );
  assert.deepEqual(await seen(), { ...before, call: [call] });
};

for (const [name, framework] of Object.entries(FRAMEWORKS)) {
  describe(`a page that ${name} has written on a server`, () => {
    const email = () => view.page.locator('care-newsletter input[type=email]');

    it('shows every widget that is registered once it is taken over, without a word on the console', async () => {
      await open(framework, true);
      const before = await seen();
      assert.deepEqual(before.call, [`tel:${BEFORE.replaceAll('-', '')}`]);
      assert.ok(before.fields === 2 && before.bodies && before.explainer && before.crisis && before.card);
      await email().fill('ada@example.org');
      await changes(before);
      assert.equal(await email().inputValue(), 'ada@example.org');
      assert.deepEqual(view.warnings, []);
    });

    it('keeps every widget whole where it is taken over once they have settled', async () => {
      await open(framework, false, { errors: true }); // what the framework says of children that it did not write
      const before = await seen();
      await email().fill('ada@example.org');
      await view.page.evaluate(() => globalThis.hydrate());
      // whatever was taken away has been put back two frames later
      await view.page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      await view.page.waitForFunction(isSettled);
      assert.deepEqual(await seen(), before);
      assert.equal(await email().inputValue(), framework.keepsTyped ? 'ada@example.org' : '');
      await changes(before);
    });
  });
}
