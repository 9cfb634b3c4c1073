// What the diagnosis knows of attributes is what the elements have, and what it says has its section in the manual.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readManifest } from '../../scripts/docs.mjs';
import { headingIds } from '../support/markdown.mjs';
import { compiled } from '../support/compiled.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let vocabulary;
let findings;
let elements;
before(async () => {
  [vocabulary, findings] = await compiled('src/diagnosis/vocabulary.ts', 'src/diagnosis/finding.ts');
  elements = (await readManifest()).modules.flatMap(({ declarations }) => declarations);
});

describe('what the diagnosis knows', () => {
  it('are the attributes that the elements have', () => {
    const sorted = (pairs) => Object.fromEntries(pairs.sort(([a], [b]) => a.localeCompare(b)));
    assert.deepEqual(
      sorted(Object.entries(vocabulary.VOCABULARY).map(([tag, rules]) => [tag, Object.keys(rules).sort()])),
      sorted(elements.map(({ tagName, attributes }) => [tagName, attributes.map(({ name }) => name).sort()])),
    );
  });

  it('are the words that they take, and which of them are switches', () => {
    for (const { tagName, attributes } of elements) {
      for (const { name, type } of attributes) {
        const rule = vocabulary.VOCABULARY[tagName][name];
        const words = [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word);
        if (words.length) assert.deepEqual([...rule].sort(), words.sort(), `${tagName} ${name}`);
        assert.equal(rule === 'flag', type?.text === 'boolean', `${tagName} ${name}`);
      }
    }
  });

  it('has a section a finding in docs/troubleshooting.md', () => {
    const ids = headingIds(readFileSync(path.join(ROOT, 'docs/troubleshooting.md'), 'utf8'));
    assert.deepEqual(
      findings.FINDING_IDS.filter((id) => !ids.includes(id)),
      [],
    );
  });
});
