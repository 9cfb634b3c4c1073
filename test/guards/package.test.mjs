// The package as npm hands it out: what it brings along, and that every entry is there and can be imported.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { DIST } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const namesIn = (folder) =>
  readdirSync(path.join(DIST, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `care-widgets/${folder}/${file}`);
const ENTRIES = [
  ...['care-widgets', 'care-widgets/client.js', 'care-widgets/server'],
  ...['elements', 'define', 'sources'].flatMap(namesIn),
];

describe('the npm package', () => {
  it('brings along what its code imports, and no Node binary', () => {
    assert.deepEqual(Object.keys(manifest.dependencies), [
      ...[
        '@lit/context',
        'dompurify',
        'fast-xml-parser',
        'feedsmith',
        'hast-util-sanitize',
        'linkedom',
        'lit',
        'parse5',
      ],
      ...['robots-parser', 'tslib'],
    ]);
    assert.deepEqual(manifest.peerDependencies, { sharp: '>=0.33' });
    assert.deepEqual(manifest.peerDependenciesMeta, { sharp: { optional: true } });
    for (const field of ['optionalDependencies', 'bundleDependencies']) assert.equal(manifest[field], undefined, field);
  });

  it('has every file that it names', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of [...targets, manifest.types, manifest.customElements, manifest['web-types']]) {
      const folder = path.join(ROOT, target.includes('*') ? target.slice(0, target.indexOf('*')) : target);
      assert.ok(existsSync(folder), target);
    }
  });

  it('has types for every entry', () => {
    const options = {
      module: typescript.ModuleKind.NodeNext,
      moduleResolution: typescript.ModuleResolutionKind.NodeNext,
    };
    for (const entry of ENTRIES) {
      const { resolvedModule } = typescript.resolveModuleName(
        entry,
        path.join(ROOT, 'importing.mts'),
        options,
        typescript.sys,
      );
      assert.match(resolvedModule?.resolvedFileName ?? '', /\/dist\/types\/.*\.d\.ts$/, entry);
    }
  });

  it('has types by which a template of any framework can do what docs/npm-and-frameworks.md says', () => {
    const file = path.join(ROOT, 'importing.mts');
    const text = `
      import 'care-widgets/care-widgets.css';
      import 'care-widgets/care-widgets.looks.css';
      import type {} from 'care-widgets/vue';
      import type {} from 'care-widgets/svelte';
      import type { GlobalComponents } from 'vue';
      import type { SvelteHTMLElements } from 'svelte/elements';
      import type { Article, CareLoadEvent } from 'care-widgets';
      import type { CareElements } from 'care-widgets/jsx';

      declare const article: Article;
      declare const isMore: boolean;
      const given = { 'with-more': isMore || null, 'per-page': 3, articles: [article] } as const;
      export const jsx: CareElements['care-article-list'] = {
        ...given,
        'oncare-load': (event: CareLoadEvent) => event.articles?.length,
        'oncare-navigate': (event) => event.url.length,
      };
      export const svelte: SvelteHTMLElements['care-article-list'] = {
        ...given,
        'oncare-load': (event) => event.articles?.length,
      };
      export const vue: InstanceType<GlobalComponents['care-article-list']>['$props'] = {
        ...given,
        withMore: isMore || null,
        onCareLoad: (event) => event.articles?.length,
      };
      // @ts-expect-error no such layout
      export const odd: CareElements['care-article-card'] = { layout: 'sideways' };
    `;
    const options = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] },
      target: typescript.ScriptTarget.ES2022,
      module: typescript.ModuleKind.NodeNext,
      moduleResolution: typescript.ModuleResolutionKind.NodeNext,
    };
    const host = typescript.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (name) => name === file || fileExists(name);
    host.readFile = (name) => (name === file ? text : readFile(name));
    host.getSourceFile = (name, ...rest) =>
      name === file ? typescript.createSourceFile(name, text, ...rest.slice(0, 1)) : getSourceFile(name, ...rest);
    const program = typescript.createProgram([file], options, host);
    const said = typescript
      .getPreEmitDiagnostics(program)
      .filter((diagnostic) => !/node_modules/.test(diagnostic.file?.fileName ?? ''))
      .map((diagnostic) => typescript.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
    assert.deepEqual(said, []);
  });

  it('can be imported where there is no DOM', () => {
    const code = `for (const entry of ${JSON.stringify(ENTRIES)}) {
      await import(entry).catch((error) => { throw new Error(entry, { cause: error }); });
    }`;
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, stdio: 'pipe' });
  });

  it('names the files that each element and source loads, itself first', () => {
    const preload = JSON.parse(readFileSync(path.join(DIST, 'preload.json'), 'utf8'));
    const elements = readdirSync(path.join(ROOT, 'src/define')).map((file) => path.basename(file, '.ts'));
    for (const name of [
      ...elements.filter((tag) => /^care-/.test(tag)),
      'wordpress',
      'json-feed',
      'ghost',
      'html',
      'es',
    ]) {
      const [first, ...others] = preload[name];
      assert.ok(first.startsWith(`chunks/${name}-`), first);
      for (const file of [first, ...others]) assert.ok(existsSync(path.join(DIST, file)), file);
    }
  });

  it('knows the hash of every script that a page loads', () => {
    const hashes = JSON.parse(readFileSync(path.join(DIST, 'integrity.json'), 'utf8'));
    const scripts = [...readdirSync(DIST), ...readdirSync(path.join(DIST, 'chunks')).map((file) => `chunks/${file}`)];
    for (const file of scripts.filter((name) => name.endsWith('.js'))) {
      const hash = createHash('sha384').update(readFileSync(path.join(DIST, file)));
      assert.equal(hashes[file], `sha384-${hash.digest('base64')}`, file);
    }
  });
});
