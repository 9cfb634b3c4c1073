// The README's tables say what the manifest says.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { docs } from '../../scripts/docs.mjs';
import { fillTables } from '../../scripts/manifest/readme-tables.mjs';

const element = (tagName, parts) => ({ tagName, attributes: [], members: [], ...parts });
const manifest = (...elements) => ({ modules: elements.map((declaration) => ({ declarations: [declaration] })) });
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
});
// a second one, so that not everything of the first is common to all
const Y = element('care-y', { members: [{ kind: 'method', name: 'reload', description: 'Again.' }] });
const markers = (...names) =>
  names.map((name) => `<!-- table: ${name} -->\n\nold\n\n<!-- /table -->`).join('\n\ntext\n\n');

describe('README.md', () => {
  it('has the tables that the manifest gives: else run npm run build && npm run docs', async () => {
    const { before, after } = await docs();
    assert.equal(before, after);
  });

  it('gets attributes with their values and defaults, and leaves the rest of the page alone', () => {
    const text = fillTables(
      `# Before\n\n${markers('common', 'care-config', 'care-x', 'care-y')}\n\nAfter`,
      manifest(CONFIG, X, Y),
    );
    assert.match(text, /^# Before\n\n<!-- table: common -->/);
    assert.match(text, /\n\nAfter$/);
    assert.ok(!text.includes('old'));
    assert.ok(text.includes('| `layout` | `grid`, `list` | `grid` | How \\| where. |'));
    assert.ok(text.includes('| `with-toc` | present | - | Adds. |'));
    assert.ok(text.includes('| `per-page` | number | 6 | How many. |'));
    assert.ok(text.includes('- `article` (`Article`): Given.'));
    assert.ok(text.includes('- default: Fallback.'));
    // settings and what all have are told once
    assert.equal(text.match(/`endpoint`/g).length, 1);
    assert.equal(text.match(/`reload\(\)`/g).length, 1);
  });

  it('must have a place for every element, and none for others', () => {
    assert.throws(() => fillTables(markers('common', 'care-config', 'care-y'), manifest(CONFIG, X, Y)), /care-x/);
    assert.throws(
      () => fillTables(markers('common', 'care-config', 'care-x', 'care-y', 'care-z'), manifest(CONFIG, X, Y)),
      /care-z/,
    );
  });
});
