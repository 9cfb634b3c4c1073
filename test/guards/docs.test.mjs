// The documentation: its tables say what the manifest says, its links lead somewhere, its code can be parsed, and every
// console message has its place.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse as parseVue } from '@vue/compiler-sfc';
import { compile as compileSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { docs, readManifest, readPages } from '../../scripts/docs.mjs';
import { elementTables, fillTables, splitDefault } from '../../scripts/manifest/element-tables.mjs';
import { blocksOf, headingIds, linksOf } from '../support/markdown.mjs';
import { messagesIn } from '../support/messages.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const pages = await readPages();
const textOf = (file) => pages.find((page) => page.file === file)?.text ?? readFileSync(path.join(ROOT, file), 'utf8');
const manifest = await readManifest();
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const tags = elements.map(({ tagName }) => tagName);

const sourceOf = (tagName) => {
  const folder = path.join(ROOT, 'src/elements', tagName);
  return readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
};

/** The public tokens that declarations read, by themselves or through a private one, which is counted only where it is read. */
const tokensIn = (css) => {
  const privates = Map.groupBy(css.matchAll(/(--_[\w-]+):([^;}]+)/g), ([, name]) => name);
  const found = new Set();
  const visit = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (found.has(name)) continue;
      found.add(name);
      visit((privates.get(name) ?? []).map(([, , value]) => value).join());
    }
  };
  visit(css.replace(/--_[\w-]+:[^;}]+/g, ''));
  return [...found].filter((name) => name.startsWith('--care-'));
};

describe('README.md', () => {
  it('has at most 150 lines', () => {
    assert.ok(textOf('README.md').trimEnd().split('\n').length <= 150);
  });

  it('links every element', () => {
    const links = linksOf(textOf('README.md'));
    for (const tag of tags) assert.ok(links.includes(`docs/elements/${tag}.md`), tag);
  });
});

describe('docs/', () => {
  it('has the tables that the manifest gives: else run npm run build && npm run docs', async () => {
    const stale = (await docs()).filter(({ before, after }) => before !== after);
    assert.deepEqual(
      stale.map(({ file }) => file),
      [],
    );
  });

  it('has a page an element, with its table', () => {
    for (const tag of tags) assert.ok(textOf(`docs/elements/${tag}.md`).includes(`<!-- table: ${tag} -->`), tag);
  });

  it('links every page in its index', () => {
    const links = linksOf(textOf('docs/index.md')).map((target) => `docs/${target}`);
    const missing = pages
      .map(({ file }) => file)
      .filter((file) => /^docs\/(?!index)/.test(file) && !links.includes(file));
    assert.deepEqual(missing, []);
  });

  it('says in the drawing of the house what every chunk is for that is no element’s and no source’s', () => {
    const [, told] = textOf('docs/architecture.md').split('## Chunks');
    const chunks = Object.keys(JSON.parse(readFileSync(path.join(ROOT, 'dist/preload.json'), 'utf8')));
    const sources = readdirSync(path.join(ROOT, 'src/sources'));
    const shared = chunks.filter((name) => !name.startsWith('care-') && !sources.includes(name));
    const known = { es: 'a language beside English', dompurify: 'DOMPurify' };
    assert.deepEqual(
      shared.filter((name) => !told.includes(known[name] ?? `\`${name}\``)),
      [],
    );
  });

  it('says in the drawing of the house what every folder of src/ is for that is no element’s and no source’s', () => {
    const [house] = textOf('docs/architecture.md').split('## The way of a slug');
    const folders = readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${path.relative(path.join(ROOT, 'src'), path.join(entry.parentPath, entry.name))}/`)
      .map((folder) => folder.replaceAll(path.sep, '/'))
      .filter((folder) => !/^(?:elements\/care-|sources\/(?!shared))/.test(folder) || folder === 'sources/');
    assert.deepEqual(
      folders.filter((folder) => !house.includes(`\`${folder}\``)),
      [],
    );
  });

  it('tells what every attribute, event, slot and part means', () => {
    const undescribed = elements.flatMap(({ tagName, attributes, events = [], slots = [], cssParts = [] }) =>
      [...attributes, ...events, ...slots, ...cssParts]
        .filter(({ description }) => !splitDefault(description).meaning)
        .map(({ name }) => `${tagName} ${name}`),
    );
    assert.deepEqual(undescribed, []);
  });

  it('has the tokens that the styles of each element read, and no other', async () => {
    const library = await import('../../dist/index.js');
    for (const { tagName, name, cssProperties = [] } of elements) {
      const source = sourceOf(tagName);
      const ofTitle = source.includes('new LightHeading') ? textOf('src/elements/shared/light-heading.ts') : '';
      const css = [library[name].styles ?? []].flat(Infinity).join('\n') + source + ofTitle;
      const told = cssProperties.map((property) => property.name);
      // the ring in the sheet that all share: nothing of the care card's own can have the focus
      const unseen = tagName === 'care-urgent' ? '--care-color-focus' : '';
      const read = tokensIn(css).filter((token) => token !== unseen);
      assert.deepEqual(told.sort(), read.sort(), tagName);
    }
  });

  it('has every part of a shadow root that is written as such', () => {
    // the explainer writes most of its own into the page's tree, where `part` is no more than a name
    for (const { tagName, cssParts = [] } of elements.filter(({ tagName }) => tagName !== 'care-benefits')) {
      const told = cssParts.map(({ name }) => name);
      const written = [...sourceOf(tagName).matchAll(/ part="([\w -]+)"/g)].flatMap(([, names]) => names.split(' '));
      assert.deepEqual(
        written.filter((part) => !told.includes(part)),
        [],
        tagName,
      );
    }
  });
});

describe('links', () => {
  for (const file of [...pages.map((page) => page.file), 'CONTRIBUTING.md']) {
    it(`${file}: lead to files and headings that are there`, () => {
      const broken = linksOf(textOf(file)).filter((target) => {
        if (/^(?:https?|mailto):/.test(target)) return false;
        const [name, id] = target.split('#');
        const found = name ? path.posix.join(path.posix.dirname(file), name) : file;
        if (!existsSync(path.join(ROOT, found))) return true;
        return id !== undefined && !headingIds(textOf(found)).includes(id);
      });
      assert.deepEqual(broken, []);
    });
  }
});

/** The first thing that is wrong with a snippet, in its own language; nothing for languages that nobody here can parse. */
const faultIn = ({ language, text }) => {
  const asTypeScript = (extension, code = text) =>
    ts
      .transpileModule(code, {
        fileName: `snippet.${extension}`,
        reportDiagnostics: true,
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.ReactJSX },
      })
      .diagnostics.map(({ messageText }) => messageText)[0];
  switch (language) {
    case 'js':
    case 'ts':
    case 'tsx':
      return asTypeScript(language);
    case 'json':
      JSON.parse(text);
      return undefined;
    case 'svelte':
      compileSvelte(text, { generate: 'client' });
      return undefined;
    case 'vue': {
      const { descriptor, errors } = parseVue(text);
      return errors[0] ?? asTypeScript('ts', descriptor.scriptSetup?.content);
    }
    default:
      return undefined;
  }
};

describe('snippets', () => {
  const KNOWN = [
    'html',
    'css',
    'js',
    'ts',
    'tsx',
    'json',
    'vue',
    'svelte',
    'http',
    'php',
    'sh',
    'text',
    'yaml',
    'mermaid',
  ];
  for (const { file, text } of pages) {
    for (const block of blocksOf(text)) {
      it(`${file}, line ${block.line}: ${block.language} that can be parsed`, () => {
        assert.ok(KNOWN.includes(block.language), block.language);
        assert.equal(faultIn(block), undefined);
      });
    }
  }

  it('write only attributes, parts and tokens that there are', () => {
    const unknown = pages.flatMap(({ file, text }) => {
      const code = blocksOf(text)
        .map((block) => block.text)
        .join('\n');
      const written = [...code.matchAll(/<(care-[a-z-]+)((?:\s+[a-z][\w-]*(?:="[^"]*")?)*)\s*>/g)].flatMap(
        ([, tag, attributes]) =>
          [...attributes.matchAll(/\s([a-z][\w-]*)(?:="[^"]*")?/g)].map(([, name]) => ({ tag, name })),
      );
      const isKnown = ({ tag, name }) =>
        /^(?:id|class|lang|dir|slot|hidden|data-care-rendered)$/.test(name) ||
        elements.find(({ tagName }) => tagName === tag)?.attributes.some((attribute) => attribute.name === name);
      const tokens = elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
      const parts = [...code.matchAll(/(care-[a-z-]+)::part\(([\w-]+)\)/g)].filter(
        ([, tag, part]) =>
          !elements.find(({ tagName }) => tagName === tag)?.cssParts?.some(({ name }) => name === part),
      );
      return [
        ...written.filter((each) => !isKnown(each)).map(({ tag, name }) => `${file}: <${tag} ${name}>`),
        ...parts.map(([whole]) => `${file}: ${whole}`),
        ...[...text.matchAll(/--care-[a-z-]+/g)]
          .filter(([name]) => !tokens.includes(name))
          .map(([name]) => `${file}: ${name}`),
      ];
    });
    assert.deepEqual(unknown, []);
  });
});

describe('docs/troubleshooting.md', () => {
  const page = textOf('docs/troubleshooting.md');

  it('has a section for every code of a CareError', () => {
    const model = readFileSync(path.join(ROOT, 'src/model/care-error.ts'), 'utf8');
    const union = /type CareErrorCode =([^;]+);/.exec(model)?.[1] ?? '';
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
    assert.ok(codes.length > 10);
    const ids = headingIds(page);
    assert.deepEqual(
      codes.filter((code) => !ids.includes(code)),
      [],
    );
  });

  it('names every message that src/ writes to the console', () => {
    const messages = messagesIn(path.join(ROOT, 'src'));
    assert.ok(messages.length > 30, `${messages.length} messages`);
    const missing = messages.filter(({ piece }) => !page.includes(piece)).map(({ file, piece }) => `${file}: ${piece}`);
    assert.deepEqual(missing, []);
  });
});

describe('the tables', () => {
  const element = (tagName, parts) => ({ tagName, attributes: [], members: [], ...parts });
  const manifestOf = (...declarations) => ({
    modules: declarations.map((declaration) => ({ declarations: [declaration] })),
  });
  const CONFIG = element('care-config', {
    attributes: [{ name: 'endpoint', type: { text: 'string' }, description: 'Where.', fieldName: 'endpoint' }],
  });
  const X = element('care-x', {
    attributes: [
      { name: 'endpoint', type: { text: 'string' }, fieldName: 'endpoint' },
      { name: 'layout', type: { text: "'grid' | 'list'" }, description: 'How | where.', fieldName: 'layout' },
      { name: 'with-toc', type: { text: 'boolean' }, description: 'Adds.', fieldName: 'withToc' },
      { name: 'per-page', type: { text: 'number' }, description: 'How many. Default 6.', fieldName: 'perPage' },
    ],
    members: [
      { kind: 'field', name: 'layout', attribute: 'layout', default: "'grid'" },
      { kind: 'field', name: 'withToc', attribute: 'with-toc', default: 'false' },
      { kind: 'field', name: 'article', type: { text: 'Article' }, description: 'Given.' },
      { kind: 'method', name: 'reload', description: 'Again.' },
    ],
    slots: [{ name: '', description: 'Fallback.' }],
    cssParts: [{ name: 'title', description: 'The heading.' }],
    cssProperties: [{ name: '--care-radius' }, { name: '--care-space', description: 'Gaps. Default 2em.' }],
  });
  // a second one, so that not everything of the first is common to all
  const Y = element('care-y', { members: [{ kind: 'method', name: 'reload', description: 'Again.' }] });
  const markers = (...names) =>
    names.map((name) => `<!-- table: ${name} -->\n\nold\n\n<!-- /table -->`).join('\n\ntext\n\n');
  const fill = (text) => fillTables([{ file: 'docs/x.md', text }], elementTables(manifestOf(CONFIG, X, Y)))[0];
  const ALL = ['common', 'tokens', 'care-config', 'care-x', 'care-y'];

  it('take their place, and leave the rest of the page alone', () => {
    const text = fill(`# Before\n\n${markers(...ALL)}\n\nAfter`);
    assert.match(text, /^# Before\n\n<!-- table: common -->/);
    assert.match(text, /\n\nAfter$/);
    assert.ok(!text.includes('old'));
    assert.ok(text.includes('| `layout` | `grid`, `list` | `grid` | How \\| where. |'));
    assert.ok(text.includes('| `with-toc` | boolean | off | Adds. |'));
    assert.ok(text.includes('| `per-page` | number | 6 | How many. |'));
    assert.ok(text.includes('| `article` | `Article` | Given. |'));
    assert.ok(text.includes('| default | Fallback. |'));
    assert.ok(text.includes('| `title` | The heading. |'));
    assert.ok(text.includes('| `--care-space` | 2em | Gaps. |'));
    // settings and what all have are told once
    assert.equal(text.match(/`endpoint`/g).length, 1);
    assert.equal(text.match(/`reload\(\)`/g).length, 1);
  });

  it('must have a place for every element, one each, and none for others', () => {
    assert.throws(() => fill(markers(...ALL.filter((name) => name !== 'care-x'))), /care-x/);
    assert.throws(() => fill(markers(...ALL, 'care-x')), /both have a table for "care-x"/);
    assert.throws(() => fill(markers(...ALL, 'care-z')), /care-z/);
  });

  for (const [description, known, value, meaning] of [
    ['`card` (default), `banner` or `inline`.', {}, '`card`', '`card`, `banner` or `inline`.'],
    ['`list` (default) or `grid`.', { initial: "'list'" }, '`list`', '`list` or `grid`.'],
    ['Line. Default 42em.', {}, '42em', 'Line.'],
    ['Default 6; all where given.', {}, '6; all where given', ''],
    ['Default `auto`: the page. Others bring their own.', {}, '`auto`: the page', 'Others bring their own.'],
    ['Fields. Default `email`.', { initial: "'email'" }, '`email`', 'Fields.'],
    ['Adds.', { initial: 'false', type: 'boolean' }, 'off', 'Adds.'],
    ['A slug.', { type: 'string' }, '', 'A slug.'],
    ['Says "Default" nowhere else.', {}, '', 'Says "Default" nowhere else.'],
  ]) {
    it(`read "${description}" as ${value || 'no default'}`, () => {
      assert.deepEqual(splitDefault(description, known), { value, meaning });
    });
  }
});
