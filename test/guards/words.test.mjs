// The words that care-widgets brings, and its sample clinic's: docs/words.md says which are not used, and why.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['src', 'site', 'stories', 'docs/elements'];
const READ = /\.(?:ts|json|html|md|mdx|njk)$/;

/** Names, which stay as they are. */
const NAMES =
  /Alcoholics Anonymous|Alcohólicos Anónimos|Substance Abuse (?:Counselor|Expert|Professional|and Mental Health)/g;

const AVOIDED = {
  'the person first': [
    /\b(?:drug[- ]?)?addicts?\b/i,
    /\balcoholics?\b/i,
    /\b(?:drug|substance|alcohol) abuse(?:rs?)?\b/i,
    /\bdrug (?:problem|habit)s?\b/i,
    /\bsuffer(?:s|ing|ed)? from (?:an )?(?:addiction|alcoholism)\b/i,
    /\baddicted bab(?:y|ies)\b/i,
    /\b(?:junk(?:ie|y)|crackhead|druggie)s?\b/i,
    /\b(?:drog)?adict[oa]s?\b/i,
    /\balcohólic[oa]s?\b/i,
    /\babuso de (?:drogas|sustancias|alcohol)\b/i,
    /\btoxicóman[oa]s?\b/i,
  ],
  'no blame': [
    /\b(?:stay|staying|get|getting|be|been|being) clean\b/i,
    /\b(?:clean|dirty) (?:drug )?(?:test|screen|urine)s?\b/i,
    /\bget(?:ting)? (?:high|drunk)\b|\bstrung out\b/i,
    /\brelaps(?:e|es|ed|ing)\b/i,
    /\brecaídas?\b/i,
    /\b(?:opioid replacement|substitution) therapy\b/i,
    /\bcommit(?:s|ted|ting)? suicide\b/i,
    /\b(?:failed|successful) suicide\b/i,
  ],
  'no promise': [
    /\bguarante(?:e|es|ed)\b.{0,40}\b(?:recovery|sobriety|cure)\b/i,
    /\b100 ?% (?:confidential|confidencial|anonymous|anónim)/i,
    /\bcures? (?:addiction|alcoholism)\b|\bcura la adicción\b/i,
  ],
};

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((name) => READ.test(name)),
);

describe('words for visitors', () => {
  it('are read in both languages', () => {
    for (const name of [
      'src/localize/spanish.ts',
      'stories/content/feed.json',
      'stories/pages/es.html',
      'site/builder/words.ts',
    ]) {
      assert.ok(files.includes(path.normalize(name)), name);
    }
  });

  for (const [rule, patterns] of Object.entries(AVOIDED)) {
    it(`${rule}: docs/words.md says what to write instead`, () => {
      const found = files.flatMap((file) => {
        const text = readFileSync(path.join(ROOT, file), 'utf8').replace(NAMES, '');
        return patterns.flatMap((pattern) => {
          const hit = pattern.exec(text);
          return hit ? [`${file}: ${text.slice(Math.max(0, hit.index - 30), hit.index + 40)}`] : [];
        });
      });
      assert.deepEqual(found, []);
    });
  }
});
