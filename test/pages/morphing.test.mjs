// Every element on pages that are written anew: with the server's copy by a morphing library, or with whatever a script writes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { addLetters } from '../support/letters.mjs';
import { startVisits } from '../support/page-server.mjs';

const LIBRARIES = [
  '@hotwired/turbo/dist/turbo.es2017-umd.js',
  'idiomorph/dist/idiomorph.js',
  'morphdom/dist/morphdom-umd.js',
];
const SCRIPTS = {
  'care-widgets.js': '<script type="module" src="/dist/care-widgets.js"></script>',
  'care-widgets.classic.js': '<script defer src="/dist/care-widgets.classic.js"></script>',
};
/** What elements put into the light DOM. */
const OURS =
  '[data-care-heading], [data-care-body], [data-care-structured-data], [data-care-benefits], [data-care-form], [data-care-channel]';

const { site, visit } = await startVisits();
let view;

const addressOf = (file) => `/lib/${file.split('/').at(-1)}`;
for (const file of LIBRARIES)
  site.addFile(addressOf(file), readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8'));
addLetters(site, { language: 'en' });

/** As the server writes it; the fallbacks are elements such as ours are, too. */
const MAIN = `<main id="main"><h1>Letters</h1>
  <care-config endpoint="/feed.json" source="json-feed">
  <care-article slug="letter-1" with-toc with-structured-data><a href="/letters/letter-1/">Letter one</a></care-article>
  <care-article slug="letter-2"><div>Letter two can be read <a href="/letters/letter-2/">here</a>.</div></care-article>
  <care-article slug="letter-3"></care-article>
  <care-article-card slug="letter-3"><a href="/letters/letter-3/">Letter three</a></care-article-card>
  <care-article-list with-search><p><a href="/letters/">All letters</a></p></care-article-list>
  <care-author slug="letter-1"><span>Robin Vale</span></care-author>
  <care-benefits slug="letter-1" layout="accordion"><div><a href="/letters/letter-1/">Letter one</a></div></care-benefits>
  <care-benefits with-comparison with-faq></care-benefits>
  <care-benefits with-faq layout="grid"><div><h3>Our own words</h3><p>In the mornings.</p></div></care-benefits>
  <care-categories><a href="/topics/">Topics</a></care-categories>
  <care-post-nav slug="letter-2"><a href="/letters/">All letters</a></care-post-nav>
  </care-config>
  <care-contact phone="+1 555 010 0142" text-number="+1 555 010 0143" email="hello@clinic.example" href="/contact/"
    hours="24/7" time-zone="America/Chicago" crisis-region="us"><a href="tel:+15550100142">Call us</a></care-contact>
  <care-newsletter action="/subscribe/" protocol="json" fields="email first-name" consent="required" privacy-url="/privacy/"
    ><a href="/letters/subscribe/">Sign up</a></care-newsletter>
  </main>`;

const page = (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
  <meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">
  ${LIBRARIES.map((file) => `<script src="${addressOf(file)}"></script>`).join('')}
  <script>
    // a feed has no categories of its own: the page hands them over, also to a further element
    globalThis.setUp = () => {
      for (const element of document.querySelectorAll('care-categories'))
        element.categories ??= [{ id: '1', slug: 'sleep', name: 'Sleep', count: 3 }];
    };
    document.addEventListener('DOMContentLoaded', () => {
      setUp();
      globalThis.copy = document.querySelector('template').content.firstElementChild.outerHTML;
    });
  </script>${SCRIPTS[script]}</head><body>${MAIN}<template>${MAIN}</template></body></html>`;

/** How pages write their content anew, each with the server's copy of `main`. In the page: not one of them is ours. */
const WAYS = {
  'a page refresh of Turbo 8': async () => {
    const done = new Promise((resolve) => addEventListener('turbo:render', resolve, { once: true }));
    globalThis.Turbo.session.refresh(location.href);
    await done;
  },
  'a stream of Turbo 8 that replaces by morphing': async () => {
    const done = new Promise((resolve) => addEventListener('turbo:morph-element', resolve, { once: true }));
    globalThis.Turbo.renderStreamMessage(
      `<turbo-stream action="replace" method="morph" target="main"><template>${globalThis.copy}</template></turbo-stream>`,
    );
    await done;
  },
  idiomorph: () => void globalThis.Idiomorph.morph(document.querySelector('main'), globalThis.copy),
  'idiomorph of the whole body': () =>
    void globalThis.Idiomorph.morph(document.body, globalThis.copy, { morphStyle: 'innerHTML' }),
  morphdom: () => void globalThis.morphdom(document.querySelector('main'), globalThis.copy),
  'morphdom after the fallbacks were taken away': async () => {
    for (const element of document.querySelectorAll('main care-config > *, care-contact, care-newsletter'))
      element.innerHTML = '';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    globalThis.morphdom(document.querySelector('main'), globalThis.copy);
  },
  'idiomorph after the fallbacks were taken away': async () => {
    for (const element of document.querySelectorAll('main care-config > *, care-contact, care-newsletter'))
      element.innerHTML = '';
    await new Promise((resolve) => requestAnimationFrame(resolve));
    globalThis.Idiomorph.morph(document.querySelector('main'), globalThis.copy);
  },
  'morphdom, ten times at once': () => {
    for (let round = 0; round < 10; round++) globalThis.morphdom(document.querySelector('main'), globalThis.copy);
  },
  'innerHTML of an ancestor': () => {
    document.querySelector('main').outerHTML = globalThis.copy;
    globalThis.setUp();
  },
  'a swap such as htmx makes': () => {
    const template = document.createElement('template');
    template.innerHTML = globalThis.copy;
    document.querySelector('main').replaceWith(document.importNode(template.content, true));
    globalThis.setUp();
  },
  'replaceChildren of each element': () => {
    const template = document.createElement('template');
    template.innerHTML = globalThis.copy;
    const fresh = template.content.querySelectorAll('care-config > *, care-contact, care-newsletter');
    document
      .querySelectorAll('main care-config > *, care-contact, care-newsletter')
      .forEach((element, index) => element.replaceChildren(...fresh[index].childNodes));
  },
};

/** What is taken away by hand, without the server's copy. Receives one of the children that are ours. */
const DEEDS = {
  'is removed': (child) => child.remove(),
  'is emptied': (child) => child.replaceChildren(),
  'is emptied by innerHTML, and removed': (child) => {
    child.innerHTML = '';
    child.remove();
  },
  'loses its attributes': (child) => {
    for (const { name } of [...child.attributes]) child.removeAttribute(name);
  },
  'loses its attributes and its content': (child) => {
    for (const { name } of [...child.attributes]) child.removeAttribute(name);
    child.textContent = '';
  },
  'loses its first part': (child) => child.firstChild.remove(),
};

/** All that a visitor reads of each element, and what is ours in the light DOM. Runs in the page. */
const portray = (ours) => {
  const read = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || /^(?:style|script)$/.test(node.localName)) return '';
    if (node.localName === 'slot' && node.getRootNode() instanceof ShadowRoot)
      return node.assignedNodes().map(read).join(' ');
    return [...(node.shadowRoot ?? node).childNodes].map(read).join(' ');
  };
  const write = (node) =>
    node.nodeType === 1
      ? [
          node.localName,
          ...[...node.attributes].map(({ name, value }) => `${name}=${value}`).sort(),
          ...[...node.childNodes].map(write),
        ].join(' ')
      : node.nodeValue;
  return [...document.querySelectorAll('main care-config > *, care-contact, care-newsletter')].map((element) => ({
    name: element.localName,
    state: element.state,
    words: read(element).replace(/\s+/g, ' '),
    // the ids of a form's fields are its own
    ours: [...element.querySelectorAll(ours)].map((child) => write(child).replace(/=care-[a-z\d]{6}-/g, '=care-')),
  }));
};

const open = async (script) => {
  view = await visit(site.add(page(script)));
  await view.page.waitForFunction(() => {
    const elements = [...document.querySelectorAll('main care-config > *')];
    return (
      elements.every(({ state }) => state === 'ready') &&
      document.querySelector('care-newsletter').isReady &&
      document.querySelectorAll('care-contact > [slot]').length === 4
    );
  });
  await view.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await view.page.locator('input[type=email]').fill('ada@example.org');
  return view.page.evaluate(portray, OURS);
};

/** Waits until the page is as it was before. */
const isWhole = async (wanted) => {
  const same = ([source, ours, expected]) => JSON.stringify((0, eval)(source)(ours)) === expected;
  try {
    await view.page.waitForFunction(same, [`(${portray})`, OURS, JSON.stringify(wanted)], { timeout: 3_000 });
  } catch {
    assert.deepEqual(await view.page.evaluate(portray, OURS), wanted);
  }
};

const email = () => view.page.locator('input[type=email]').inputValue();
const feedRequests = () => site.log.filter(({ url }) => url === '/feed.json').length;

for (const script of Object.keys(SCRIPTS)) {
  describe(`${script}: every element stays whole`, () => {
    for (const [way, write] of Object.entries(WAYS)) {
      it(`after ${way}`, async () => {
        const whole = await open(script);
        assert.equal(whole.length, 13);
        assert.match(whole[0].words, /Letter 1.*The words of letter 1/);
        const asked = feedRequests();
        await view.page.evaluate(() => {
          globalThis.kept = document.querySelector('care-newsletter');
        });
        for (const round of [1, 2]) {
          await view.page.evaluate(write);
          await isWhole(whole);
          const isKept = await view.page.evaluate(() => document.querySelector('care-newsletter') === globalThis.kept);
          assert.equal(await email(), isKept ? 'ada@example.org' : '', `what was typed, round ${round}`);
        }
        assert.equal(await view.page.locator('care-contact > a[href="tel:+15550100142"]:not([slot])').count(), 1);
        assert.equal(feedRequests(), asked);
      });
    }

    for (const [deed, act] of Object.entries(DEEDS)) {
      it(`where each child of ours ${deed}`, async () => {
        const whole = await open(script);
        const asked = feedRequests();
        for (let round = 0; round < 2; round++) {
          await view.page.evaluate(
            ([source, ours]) => document.querySelectorAll(ours).forEach((0, eval)(source)),
            [`(${act})`, OURS],
          );
          await isWhole(whole);
        }
        assert.equal(await email(), 'ada@example.org');
        // rendering into it again works, too
        await view.page.evaluate(() => {
          for (const element of document.querySelectorAll('care-config, care-contact, care-newsletter'))
            element.locale = 'es';
        });
        await view.page.getByRole('button', { name: 'Suscribirse' }).waitFor({ timeout: 5000 });
        await view.page.getByText('Llamar al').first().waitFor({ timeout: 5000 });
        assert.equal(feedRequests(), asked);
      });
    }

    it('where the page makes another child of one: then it has both', async () => {
      const whole = await open(script);
      await view.page.evaluate(() => {
        for (const child of document.querySelectorAll('care-article > [data-care-body], care-contact > [slot=phone]')) {
          for (const { name } of [...child.attributes]) child.removeAttribute(name);
          child.textContent = 'Of the page.';
        }
      });
      await isWhole(whole);
      const theirs = await view.page
        .locator('main')
        .evaluate((main) => main.textContent.match(/Of the page\./g).length);
      assert.equal(theirs, 4);
    });
  });
}
