// Every element in pages whose libraries replace what the language brings: Prototype, MooTools, Datejs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startFormServer } from '../support/form-server.mjs';
import { addLetters } from '../support/letters.mjs';
import { startVisits } from '../support/page-server.mjs';

const DEBIAN = '/usr/share/javascript/';
const LIBRARIES = {
  'no library': [],
  'Prototype 1.7.3': [`${DEBIAN}prototype/prototype.js`],
  'MooTools 1.4.5, core': [`${DEBIAN}mootools/mootools-core.min.js`],
  'MooTools 1.4.5, core and more': [`${DEBIAN}mootools/mootools-core.min.js`, `${DEBIAN}mootools/mootools-more.min.js`],
  Datejs: [fileURLToPath(new URL('../../node_modules/datejs/lib/date.js', import.meta.url))],
};
/** SHA-256 of "Send me the letter." */
const HASH = '501229d75fbd876c61fb15789715cdcdc7ef3443f5ffda00668ba3c13b29ba1d';

const { site, visit } = await startVisits();
const forms = await startFormServer();
after(() => forms.close());
let view;
let count = 0;

const addressOf = (file) => `/lib/${file.split('/').at(-1)}`;
for (const file of Object.values(LIBRARIES).flat()) {
  assert.ok(existsSync(file), `${file} is absent: run "npm ci" and "node scripts/ensure-libraries.mjs"`);
}
for (const file of Object.values(LIBRARIES).flat()) site.addFile(addressOf(file), readFileSync(file, 'utf8'));
addLetters(site);
const SCRIPTS = {
  'care-widgets.js': '<script type="module" src="/dist/care-widgets.js"></script>',
  'care-widgets.classic.js': '<script defer src="/dist/care-widgets.classic.js"></script>',
};

/** All the elements, and what each says once it is there. */
const CONTENT = {
  'care-article': ['slug="letter-2"', /Letter 2.*The words of letter 2/s],
  'care-article-card': ['slug="letter-3"', /Letter 3/],
  'care-article-list': ['', /Letter 1/],
  'care-author': ['slug="letter-1"', /Robin Vale/],
  'care-benefits': ['slug="letter-1"', /Mornings.*Evenings/s],
  'care-categories': ['', /Sleep/],
  'care-post-nav': ['slug="letter-2"', /Letter 1.*Letter 3|Letter 3.*Letter 1/s],
};

/** Where 23:59, the one minute at which the clinic is closed, is not near: the two are half an hour apart. */
const ZONE = new Date().getUTCMinutes() < 30 ? 'America/Chicago' : 'Asia/Kolkata';

const page = (
  library,
  script,
  action,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
  ${LIBRARIES[library].map((file) => `<script src="${addressOf(file)}"></script>`).join('')}
  <script>
    globalThis.loads = {};
    globalThis.failures = [];
    globalThis.sent = [];
    addEventListener('care-load', (event) => { globalThis.loads[event.target.localName] = event; }, true);
    addEventListener('care-error', (event) => globalThis.failures.push(event.target.localName + event.error), true);
    for (const name of ['care-submit', 'care-submitted', 'care-submit-error', 'care-contact'])
      addEventListener(name, (event) => globalThis.sent.push([name, event.outcome || event.channel || '']), true);
    addEventListener('DOMContentLoaded', () => {
      // a feed has no categories of its own
      document.querySelector('care-categories').categories = [{ id: '1', slug: 'sleep', name: 'Sleep', count: 3 }];
    });
  </script>${SCRIPTS[script]}</head><body>
  <care-config endpoint="/feed.json" source="json-feed">
  ${Object.entries(CONTENT)
    .map(([tag, [attributes]]) => `<${tag} ${attributes}></${tag}>`)
    .join('')}
  </care-config>
  <care-article-card id="wordpress" endpoint="${site.newSite()}" slug="post-1"></care-article-card>
  <care-contact phone="+1 555 010 0142" hours="Mo-Su 00:00-23:59" time-zone="${ZONE}" crisis-region="us"></care-contact>
  <care-newsletter action="${action}" protocol="json" fields="email first-name" consent="required" consent-text="Send me the letter."></care-newsletter>
  </body></html>`;

/** All that a visitor reads of an element. */
const wordsOf = (tag) =>
  view.page.evaluate((name) => {
    const element = document.querySelector(name);
    const read = (node) => {
      if (node.nodeType === 3) return node.data;
      if (node.nodeType === 1 && /^(?:style|script)$/.test(node.localName)) return '';
      return [...(node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes].map(read).join(' ');
    };
    return read(element).replace(/\s+/g, ' ');
  }, tag);

for (const library of Object.keys(LIBRARIES)) {
  for (const script of Object.keys(SCRIPTS)) {
    describe(`${script} after ${library}`, () => {
      it('every element shows its words, and tells of it', async () => {
        view = await visit(site.add(page(library, script, 'https://example.org/')));
        const tags = Object.keys(CONTENT);
        await view.page.waitForFunction(
          (wanted) =>
            globalThis.failures.length ||
            [...wanted, '#wordpress'].every((tag) => document.querySelector(tag).state === 'ready'),
          tags,
        );
        assert.deepEqual(await view.page.evaluate(() => globalThis.failures), []);
        for (const tag of tags) assert.match(await wordsOf(tag), CONTENT[tag][1], tag);
        assert.match(await wordsOf('#wordpress'), /Post 1/);
        const loads = await view.page.evaluate(() => ({
          names: Object.keys(globalThis.loads).length,
          article: globalThis.loads['care-article'].article?.title,
          articles: globalThis.loads['care-article-list'].articles?.length,
          benefits: globalThis.loads['care-benefits'].benefits?.length,
        }));
        assert.deepEqual(loads, { names: tags.length, article: 'Letter 2', articles: 3, benefits: 2 });
      });

      it('an open clinic is open, and the crisis lines are there', async () => {
        view = await visit(site.add(page(library, script, 'https://example.org/')));
        await view.page.waitForFunction(() =>
          document.querySelector('care-contact').shadowRoot?.querySelector('[part=status]'),
        );
        const words = await wordsOf('care-contact');
        assert.match(words, /Open now/);
        assert.match(words, /988/);
        assert.match(words, /911/);
      });

      it('a sign-up goes through with the hash of the words', async () => {
        const room = `old-${count++}`;
        const action = `${forms.origin}/${room}/own-json/success/`;
        view = await visit(site.add(page(library, script, action)), { origins: [forms.origin] });
        const becomes = (state) =>
          view.page.waitForFunction((wanted) => document.querySelector('care-newsletter').state === wanted, state);
        await becomes('idle');
        await view.page.getByLabel('Email').fill('ada@example.org');
        await view.page.getByLabel('Send me the letter.').check();
        await view.page.getByRole('button', { name: 'Sign up' }).click();
        await becomes('success');
        const [post] = await (await fetch(`${forms.origin}/${room}/ledger?posts=1`)).json();
        assert.equal(post.fields.email, 'ada@example.org');
        assert.equal(post.fields.consent.textHash, HASH);
        await view.page.waitForFunction(() => globalThis.sent.length >= 2);
        assert.deepEqual(await view.page.evaluate(() => globalThis.sent), [
          ['care-submit', ''],
          ['care-submitted', 'stored'],
        ]);
      });
    });
  }
}
