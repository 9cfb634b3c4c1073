// Every house rule sees a violation, and lets the allowed form pass: a rule that no longer fires would keep nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The snippets are in no program, so the rules that ask the type checker rest; they are not ours to test.
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [tseslint.configs.disableTypeChecked],
});

const rulesHit = async (filePath, code) => {
  const [result] = await eslint.lintText(code, { filePath });
  const fatal = result.messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, `${filePath} is not read: ${fatal?.message}`);
  return result.messages.map(({ ruleId }) => ruleId);
};

/** Rule, file, code that it must report. */
const violations = [
  ['care/import-direction', 'src/http/x.ts', `import '../client/x.js';`],
  ['care/import-direction', 'src/http/x.ts', `import type { X } from '../elements/care-x/care-x.js';`],
  ['care/import-direction', 'src/styles/x.ts', `export * from '../events/x.js';`],
  ['care/import-direction', 'src/styles/x.ts', `export { x } from '../events/x.js';`],
  ['care/import-direction', 'src/context/x.ts', `export const load = () => import('../elements/x.js');`],
  ['care/import-direction', 'src/context/x.ts', `export type X = import('../elements/x.js').X;`],
  [
    'care/import-direction',
    'src/elements/care-x/care-x.template.ts',
    'export const go = (t: string) => import(`../../define/${t}.js`);',
  ],
  ['care/import-direction', 'src/client/x.ts', `import '../sources/wordpress/x.js';`],
  ['care/import-direction', 'src/client/x.ts', `import '../submitters/json.js';`],
  ['care/import-direction', 'src/sources/wordpress/x.ts', `import '../../submitters/json.js';`],
  ['care/import-direction', 'src/submitters/x.ts', `import '../client/x.js';`],
  ['care/import-direction', 'src/sources/ghost/x.ts', `import '../wordpress/x.js';`],
  ['care/import-direction', 'src/sources/shared/x.ts', `import '../wordpress/x.js';`],
  ['care/import-direction', 'src/hours/x.ts', `import '../phone/phone.js';`],
  ...['styles/tokens.js', 'context/settings.js', 'elements/shared/heading.js', 'loader/chunks.js'].map((file) => [
    'care/import-direction',
    'src/server/x.ts',
    `import '../${file}';`,
  ]),
  ['care/import-direction', 'src/server/x.ts', `import { html } from 'lit';`],
  ['care/import-direction', 'src/elements/shared/x.ts', `import '../../index.js';`],
  ['care/import-direction', 'src/attic/x.ts', `import '../model/article.js';`],
  ['care/import-direction', 'src/elements/shared/x.ts', `import './y';`],
  ['care/import-direction', 'src/elements/shared/x.ts', `import './y.ts';`],
  ...['model', 'http', 'html', 'localize', 'sources', 'submitters', 'client'].flatMap((folder) => [
    ['care/import-direction', `src/${folder}/x.ts`, `import { html } from 'lit';`],
    ['care/import-direction', `src/${folder}/x.ts`, `import type { Context } from '@lit/context';`],
  ]),
  ['care/import-direction', 'src/elements/shared/x.ts', `import purify from 'dompurify';`],
  ['care/import-direction', 'src/client/x.ts', `import { readFile } from 'node:fs/promises';`],
  ['care/import-direction', 'src/client/x.ts', `import _ from 'lodash';`],

  ...[
    'fetch("/x");',
    'window.fetch("/x");',
    'globalThis["fetch"]("/x");',
    'export const transport = fetch;',
    'new XMLHttpRequest();',
    'new EventSource("/x");',
    'const { fetch: get } = globalThis; get("/x");',
  ].map((code) => ['care/requests-only-in-http', 'src/client/x.ts', code]),

  ...[
    'e.innerHTML = s;',
    'e["outerHTML"] = s;',
    'e.insertAdjacentHTML("beforeend", s);',
    'e.setHTML(s);',
    'e.setHTMLUnsafe(s);',
    'Document.parseHTMLUnsafe(s);',
    'new DOMParser();',
    'parser.parseFromString(s, "text/html");',
    'range.createContextualFragment(s);',
    'document.write(s);',
    'this.ownerDocument.writeln(s);',
    'frame.srcdoc = s;',
    'import { unsafeHTML } from "lit/directives/unsafe-html.js";',
    'import { unsafeSVG as svg } from "lit/directives/unsafe-svg.js";',
    'import { unsafeStatic } from "lit/static-html.js";',
    'html`<p .innerHTML=${s}></p>`;',
    'html`<iframe srcdoc=${s}></iframe>`;',
  ].map((code) => ['care/html-only-in-html', 'src/elements/shared/x.ts', code]),

  ...[
    'customElements.define("care-x", X);',
    'window.customElements?.define("care-x", X);',
    'import { customElement } from "lit/decorators.js";',
  ].map((code) => ['care/define-only-in-define', 'src/elements/shared/x.ts', code]),

  ['no-restricted-imports', 'src/elements/shared/x.ts', 'import { property } from "lit/decorators.js";'],

  ...[
    'localStorage.getItem("x");',
    'window.sessionStorage.clear();',
    'indexedDB.open("x");',
    'caches.open("x");',
    'document.cookie = "x";',
    'const { cookie } = document;',
    'navigator.sendBeacon("/x");',
    'navigator.serviceWorker.register("/x");',
    'document.referrer;',
    'document.title;',
    'this.ownerDocument.title;',
    'history.pushState({}, "", "/x");',
  ].map((code) => ['care/privacy', 'src/controllers/x.ts', code]),

  ...[
    'location.href;',
    'window.location.search;',
    'document.location;',
    'document.URL;',
    'new URL(location.href);',
  ].map((code) => ['care/location-only-for-slug-param', 'src/controllers/x.ts', code]),

  ['care/no-rem', 'src/styles/x.ts', 'css`p { margin: 1.5rem; }`;'],
  ['care/no-rem', 'src/styles/x.ts', 'css`p { margin: calc(1em+.5rem) }`;'],
  ['care/no-rem', 'src/elements/care-x/care-x.styles.ts', 'css`p { margin: ${n}rem; }`;'],

  ['care/type-scale', 'src/styles/x.ts', 'css`p { font-size: 0.9em; }`;'],
  ['care/type-scale', 'src/styles/x.ts', 'css`p { font-size: 13px !important }`;'],
  ['care/type-scale', 'src/elements/care-x/care-x.styles.ts', 'css`p { color: red; font: 1em/1.5 serif; }`;'],

  ...[
    'margin: 0 0 0.4em',
    'padding-inline: calc(1.25 * var(--_space))',
    'gap: var(--_s2) 12px',
    'row-gap: calc(2 * var(--_s3))',
    'column-gap: var(--care-space, 1em)',
    'margin-block-start: -0.5em !important',
    'padding: calc(0.5em + env(safe-area-inset-bottom, 0px))',
    'gap: ${space}',
  ].map((css) => ['care/space-scale', 'src/elements/care-x/care-x.styles.ts', `css\`p { color: red; ${css}; }\`;`]),

  ...[
    'for (const [i, x] of list.entries()) use(i, x);',
    'Array.from(new Set(list));',
    'Array.from(bytes, hex);',
    'export const all = Object.values(table);',
    'Date.parse(text);',
    'export const clock = { now: Date.now };',
    'new Date(0).toISOString();',
    'element.scrollTo(0, 0);',
    'go.bind(this, 1);',
    'new Event("x");',
    'export class X extends Event {}',
    'if (node instanceof Element) go(node);',
    'if (root instanceof Document) go(root);',
    'Element.prototype.attachShadow.call(e);',
    'new Request("/x");',
  ].map((code) => ['care/no-replaced-natives', 'src/elements/care-x/care-x.template.ts', code]),

  [
    'care/element-names',
    'src/elements/care-article-card/care-article-card.ts',
    'export class ArticleCard extends LitElement {}',
  ],
  ['care/element-names', 'src/elements/care-article-card/care-article-card.ts', 'export const x = 1;'],
  ['care/element-names', 'src/elements/care-article-card/card.ts', 'export const x = 1;'],
  ['care/element-names', 'src/elements/care-article-card/care-article-card.template.ts', 'export class Helper {}'],
  ['care/element-names', 'src/elements/care-x/care-x.part.ts', 'export class CareX {}'],
  ['care/element-names', 'src/elements/article-card/article-card.ts', 'export class ArticleCard extends LitElement {}'],
  ['care/element-names', 'src/elements/shared/content-element.ts', 'export abstract class Base extends LitElement {}'],
  [
    'care/element-names',
    'src/elements/care-article-card/care-article-card.ts',
    `export class CareArticleCard extends LitElement {}
     declare global { interface HTMLElementTagNameMap { 'care-card': CareArticleCard } }`,
  ],
  [
    'care/element-names',
    'src/elements/care-article-card/care-article-card.ts',
    `/** @tag care-card */ export class CareArticleCard extends LitElement {}`,
  ],
  [
    'care/element-names',
    'src/define/care-article-card.ts',
    `import { CareArticleCard } from '../elements/care-article-card/care-article-card.js'; define('care-card', CareArticleCard);`,
  ],
  [
    'care/element-names',
    'src/define/care-article-card.ts',
    `import { CareConfig } from '../elements/care-config/care-config.js'; define('care-article-card', CareConfig);`,
  ],

  ['care/disable-with-reason', 'src/model/x.ts', '/* eslint-disable */\nexport {};'],
  ['care/disable-with-reason', 'src/model/x.ts', '// eslint-disable-next-line no-var\nvar a = 1;'],
  ['care/disable-with-reason', 'scripts/x.mjs', 'var a = 1; // eslint-disable-line no-var'],
  ['no-restricted-syntax', 'src/model/x.ts', 'export const a = b as unknown as string;'],
  ['no-restricted-syntax', 'test/unit/x.test.ts', 'export const a = b as unknown as string;'],
  ['@typescript-eslint/no-explicit-any', 'src/model/x.ts', 'export const a = (b: any) => b;'],
  ['@typescript-eslint/ban-ts-comment', 'src/model/x.ts', '// @ts-ignore\nexport const a = b;'],

  ...[
    'it.only("x", () => {});',
    'describe.only("x", () => {});',
    'describe.skip("x", () => {});',
    'it.skip("x", () => {});',
    'test.todo("x");',
    'it("x", { skip: true }, () => {});',
    'xit("x", () => {});',
    'it("x", function () { this.skip(); });',
    'await new Promise((resolve) => setTimeout(resolve, 50));',
    'await aTimeout(50);',
    'await page.waitForTimeout(50);',
    'Element.prototype.animate = () => {};',
  ].flatMap((code) => [
    ['no-restricted-syntax', 'test/unit/x.test.ts', code],
    ['no-restricted-syntax', 'test/guards/x.test.mjs', code],
  ]),
  ['no-restricted-globals', 'test/unit/http/x.test.ts', `before(() => {});`],
  ['no-restricted-imports', 'test/unit/http/x.test.ts', `import { expect } from '@open-wc/testing';`],
];

/** File, code without any report by the house rules. */
const allowed = [
  [
    'src/model/x.ts',
    `for (const [k, v] of Object.entries(table)) use(k, v); [...bytes].map(hex); new Date(text).getTime(); go.bind(this);
     new CustomEvent('x'); export class X extends CustomEvent<null> {} if (node instanceof HTMLElement) window.scrollTo(0, 0);
     class Element {} new Element(); export type R = Event | Document;`,
  ],
  ['src/elements/care-x/care-x.template.ts', `import '../../model/article.js'; import '../shared/byline.js';`],
  [
    'src/elements/care-list/care-list.template.ts',
    `import type { CareX } from '../care-x/care-x.js'; export type A = CareX;`,
  ],
  ['src/sources/wordpress/x.ts', `import '../shared/x.js'; import '../../html/read/text.js'; import './y.js';`],
  [
    'src/context/x.ts',
    `import { ContextProvider } from '@lit/context'; export const l = () => [import('../sources/ghost/x.js'), ContextProvider];`,
  ],
  [
    'src/loader/x.ts',
    `import '../sources/wordpress/urls.js'; export const f = (t: string) => import(\`../define/\${t}.js\`);`,
  ],
  [
    'src/server/x.ts',
    `import 'node:stream'; import '../client/content-client.js'; import '../sources/wordpress/x.js';`,
  ],
  ['src/index.ts', `export * from './model/article.js'; export * from './elements/care-x/care-x.js';`],
  [
    'src/html/x.ts',
    `export const engine = () => import('dompurify'); new DOMParser().parseFromString(s, 'text/html'); e.setHTML(s);`,
  ],
  ['src/http/x.ts', `export const transport: typeof fetch = (...args) => fetch(...args);`],
  ['src/client/x.ts', `export type Transport = typeof fetch; export const x = (fetch: () => void) => fetch();`],
  [
    'src/define/define.ts',
    `export const define = (tag: string, type: CustomElementConstructor) => customElements.define(tag, type);`,
  ],
  [
    'src/define/care-article-card.ts',
    `import { CareArticleCard } from '../elements/care-article-card/care-article-card.js';
     import { define } from './define.js';
     define('care-article-card', CareArticleCard);`,
  ],
  [
    'src/elements/care-article-card/care-article-card.ts',
    `/** A card. @tag care-article-card */ export class CareArticleCard extends Base {}
     declare global { interface HTMLElementTagNameMap { 'care-article-card': CareArticleCard } }`,
  ],
  ['src/elements/shared/content-element.ts', 'export abstract class ContentElement extends Base {}'],
  [
    'src/controllers/slug-param.ts',
    'export const slug = (name: string) => new URLSearchParams(location.search).get(name);',
  ],
  ['src/context/x.ts', 'export const own = [location.origin, window.location.origin, document.baseURI];'],
  [
    'src/controllers/x.ts',
    'export const x = (article: { title: string; location: string }) => [article.title, article.location];',
  ],
  [
    'src/elements/shared/x.ts',
    'customElements.get("care-x"); e.referrerPolicy = "no-referrer"; document.createElement("p");',
  ],
  [
    'src/styles/x.ts',
    'export const s = css`p { font: inherit; font-size: var(--_sm); } h2 { font-size: 1.375em !important; }`;',
  ],
  [
    'src/styles/x.ts',
    'export const s = css`/* 1rem is 16 px */ .premium, .x-2rem-y { inline-size: 1.5em; block-size: ${n}em; }`;',
  ],
  ...[
    'margin: 0 auto var(--_s7)',
    'margin-inline: -1px calc(-1 * var(--_s1))',
    'padding: calc(var(--_s1) - 1px) 6px !important',
    'padding-block: calc((var(--_target) - 1lh) / 2)',
    'margin-block: calc((1lh - 0.8em) / 2)',
    'padding-block-end: calc(var(--_s2) + env(safe-area-inset-bottom, 0px))',
    'gap: var(--_s1) min(var(--_s4), 3%)',
    'scroll-margin: 1.3em',
  ].map((css) => ['src/styles/x.ts', `export const s = css\`p { color: red; ${css}; }\`;`]),
  ['src/styles/prose-x.ts', 'export const s = css`p { margin: 1.3em; }`;'],
  ['src/model/x.ts', '// eslint-disable-next-line no-var -- the oldest browser that we try\nvar a = 1; export { a };'],
  [
    'test/unit/x.test.ts',
    `import { expect } from 'chai'; it('x', async () => { await new Promise((r) => setTimeout(r)); expect(1).to.equal(1); });`,
  ],
  ['test/guards/x.test.mjs', `import { it } from 'node:test'; it('x', { timeout: 1000 }, () => {});`],
];

const houseRules = /^care\/|^no-restricted-|ban-ts-comment|no-explicit-any/;

describe('house rules', () => {
  for (const [rule, filePath, code] of violations) {
    it(`${rule} reports in ${filePath}: ${code}`, async () => {
      assert.ok((await rulesHit(filePath, code)).includes(rule));
    });
  }
  for (const [filePath, code] of allowed) {
    it(`nothing to report in ${filePath}: ${code}`, async () => {
      assert.deepEqual(
        (await rulesHit(filePath, code)).filter((rule) => rule === null || houseRules.test(rule)),
        [],
      );
    });
  }
});
