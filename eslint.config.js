import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { care } from './eslint/plugin.js';

/** The one file that may read the page's address: for `slug-param`. */
const pageAddressFiles = ['src/controllers/slug-param.ts'];

const typed = ['src/**/*.ts', 'site/**/*.ts', 'test/**/*.ts', 'stories/**/*.ts', '.storybook/**/*.ts'];
const tests = ['test/**/*.{ts,mjs,js}'];
const nodeScripts = ['*.{js,mjs,ts}', 'eslint/**/*.js', 'scripts/**/*.{js,mjs}', 'site/*.mjs', 'test/**/*.{mjs,js}'];

const castThroughUnknown = {
  selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
  message: '`as unknown as` hides every mistake: narrow the value, or mend its type.',
};

const suite = '/^(describe|it|test|suite|context|before|after|beforeEach|afterEach)$/';
const testHabits = [
  {
    selector: `MemberExpression[object.name=${suite}][property.name=/^(only|skip|todo|skipIf|runIf|fails|fixme)$/]`,
    message: 'A test that is alone, skipped or promised proves nothing to the next reader: finish it or remove it.',
  },
  {
    selector: `CallExpression[callee.name=${suite}] > ObjectExpression > Property[key.name=/^(only|skip|todo)$/]`,
    message: 'A test that is alone, skipped or promised proves nothing to the next reader: finish it or remove it.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xdescribe|xcontext)$/]',
    message: 'A test that is alone or skipped proves nothing to the next reader: finish it or remove it.',
  },
  {
    selector: 'CallExpression[callee.object.type="ThisExpression"][callee.property.name="skip"]',
    message: 'A test that skips itself proves nothing to the next reader: choose the cases outside it.',
  },
  {
    selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"][arguments.1.value>0]',
    message: 'Tests never sleep: inject a clock, or wait for the event.',
  },
  {
    selector: 'CallExpression[callee.property.name="waitForTimeout"], CallExpression[callee.name="aTimeout"]',
    message: 'Tests never sleep: inject a clock, or wait for the event.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[object.property.name="prototype"]',
    message: 'Tests never stub prototypes: inject what the code needs.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'release/', 'coverage/', 'var/', 'stories/content/', 'stories/pages/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  // Everywhere.
  js.configs.recommended,
  {
    plugins: { care },
    rules: {
      'care/disable-with-reason': 'error',
      'no-restricted-syntax': ['error', castThroughUnknown],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-else-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'off',
    },
  },
  { files: nodeScripts, languageOptions: { globals: globals.node }, rules: { 'no-console': 'off' } },
  // Code that a test or a script hands to a page.
  {
    files: ['test/**/*.{js,mjs}', 'scripts/**/*.mjs', 'site/assets/**/*.js'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-redeclare': ['error', { builtinGlobals: false }] },
  },

  // TypeScript: strict; of the type-aware rules those that find mistakes a compiler and a reviewer both miss.
  { files: ['**/*.ts'], extends: [tseslint.configs.strict] },
  {
    files: typed,
    languageOptions: { parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-extraneous-class': 'off', // `static` only classes do not occur; decorated empty elements do
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },

  // src/: the house.
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      'care/import-direction': 'error',
      'care/element-names': 'error',
      'care/no-rem': 'error',
      'care/type-scale': 'error',
      'care/no-replaced-natives': 'error',
      'care/privacy': 'error',
      'lit/attribute-names': ['error', { convention: 'kebab' }],
      'lit/lifecycle-super': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/value-after-constraints': 'error',
    },
  },
  // No host page replaces anything where pages are rendered.
  { files: ['src/server/**/*.ts'], rules: { 'care/no-replaced-natives': 'off' } },
  // The space of running text follows the text's own size, as the page's does.
  { files: ['src/**/*.ts'], ignores: ['src/styles/prose*.ts'], rules: { 'care/space-scale': 'error' } },
  { files: ['src/**/*.ts'], ignores: ['src/http/**'], rules: { 'care/requests-only-in-http': 'error' } },
  { files: ['src/**/*.ts'], ignores: ['src/html/**'], rules: { 'care/html-only-in-html': 'error' } },
  { files: ['src/**/*.ts'], ignores: ['src/define/**'], rules: { 'care/define-only-in-define': 'error' } },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'lit/decorators.js',
          importNames: ['property'],
          message: 'Import it from elements/shared/property.js: there a text is a text, or undefined.',
        },
      ],
    },
  },
  { files: ['src/**/*.ts'], ignores: pageAddressFiles, rules: { 'care/location-only-for-slug-param': 'error' } },
  // It listens to the Navigation API to learn that the address has changed.
  { files: pageAddressFiles, rules: { 'care/privacy': 'off' } },

  // test/
  {
    files: ['test/**/*.ts'],
    rules: {
      // @open-wc/testing declares that every `equal` returns a promise, for the sake of its snapshots.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' }] },
      ],
    },
  },
  {
    files: tests,
    rules: {
      'no-restricted-syntax': ['error', castThroughUnknown, ...testHabits],
      'no-console': 'off',
      // `expect(x).to.be.true`
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['test/unit/**/*.ts'],
    ignores: ['test/unit/**/*.browser.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['before', 'after'].map((name) => ({
          name,
          message: 'Only in mocha; in Node write beforeEach, afterEach.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        { name: '@open-wc/testing', message: "Unit tests run in Node too: import { expect } from 'chai'." },
      ],
    },
  },
);
