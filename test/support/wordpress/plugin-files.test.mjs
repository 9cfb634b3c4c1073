// The WordPress plugin as far as it needs PHP only: its renderer writes the same bytes as the library's own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compiled } from '../compiled.mjs';

const fileOf = (name) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const PLUGIN = fileOf('dist/wordpress/care-widgets');
const GOLDEN = fileOf('test/golden');
const run = (...words) => execFileSync('php', words, { encoding: 'utf8', maxBuffer: 1e8 });

it('has every block and shortcode of the plugin in the manual', () => {
  const manual = readFileSync(fileOf('docs/wordpress.md'), 'utf8');
  const { modules } = JSON.parse(readFileSync(fileOf('dist/custom-elements.json'), 'utf8'));
  const tags = modules.flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []));
  for (const tag of tags) {
    assert.ok(manual.includes(`care-widgets/${tag.slice(5)}\``), tag);
    assert.match(manual, new RegExp(`\\[${tag.replaceAll('-', '_')}[ \\]]`));
  }
});

describe('the WordPress plugin', () => {
  const rendered = JSON.parse(run(fileOf('test/support/wordpress/render-golden.php'), PLUGIN, GOLDEN));
  const names = readdirSync(GOLDEN)
    .filter((name) => name.endsWith('.html') && !name.startsWith('care-benefits'))
    .map((name) => name.slice(0, -'.html'.length));

  for (const name of names) {
    it(`renders ${name} as the library does`, () => {
      assert.equal(rendered[name], readFileSync(`${GOLDEN}/${name}.html`, 'utf8'));
    });
  }

  it('dials every number that the library dials, and no other', async () => {
    const [{ parsePhone, telUrl }] = await compiled('src/phone/phone.ts');
    const numbers = [
      ...['+1 (555) 123-4567', 'tel:+15551234567', '+44 (0)20 7946 0000', '0044 20 7946 0000', '+1‑555‑123‑4567'],
      ...['(555) 123-4567', '1-800-662-HELP (4357)', '1-800-NEW-LIFE (639-5433)', '1-800-RECOVERYNOW', '988', '12'],
      ...['+1 555 123 4567 ext. 89', '+1 555 123 4567x89', 'tel:+15551234567;ext=89', '+1 512 555 0142 (24/7)'],
      ...['call us', '+1 555 123 4567 or 555 9999', '555+1234567', '+1 512 555 0142 247', '0800 111 999', ''],
      ...['555-0142 TTY', '988 TEXT', '988 24-7', '911 OR 988', '741741 HOME', '988/911', '1-800-662-4357 (HELP)'],
      ...['555-0142 / 555-0143', '+44 20 7946 0000/1', '030/1234567', '(512) 555-0142 5', '+1 555 0142', '1-555-0142'],
      ...['\u202a+1 512‑555‑0142\u202c', '+1 512 555 O142', '+44 20 7946 0000 FAX', '+61 1300 22 HELP', '13 YARN'],
      ...['011 44 20 7946 0000', '512-555-014²'],
    ];
    const cases = numbers.flatMap((number) => ['', 'us'].map((country) => [number, country]));
    const code = `define('ABSPATH', 1); require '${PLUGIN}/inc/render/phone.php';
      echo json_encode(array_map(static function ($one) { return care_widgets_tel($one[0], $one[1]); }, json_decode($argv[1])));`;
    assert.deepEqual(
      JSON.parse(run('-r', code, '--', JSON.stringify(cases))),
      cases.map(([number, country]) => telUrl(parsePhone(number, country)) ?? null),
    );
  });

  const files = readdirSync(PLUGIN, { recursive: true }).filter((name) => name.endsWith('.php'));

  it('is PHP without errors', () => {
    for (const name of files) assert.match(run('-l', `${PLUGIN}/${name}`), /No syntax errors/);
  });

  it('asks for functions that WordPress 6.1 lacks before it calls them', () => {
    const newer = ['wp_theme_has_theme_json', 'wp_enqueue_script_module', 'wp_interactivity', 'wp_admin_notice'];
    for (const name of files) {
      const source = readFileSync(`${PLUGIN}/${name}`, 'utf8');
      for (const one of newer) {
        if (new RegExp(`\\b${one}\\(`).test(source))
          assert.ok(source.includes(`function_exists( '${one}' )`), `${name}: ${one}`);
      }
    }
  });

  const elementsOf = () =>
    Object.entries(
      JSON.parse(
        run('-r', `define('ABSPATH', 1); echo json_encode((require '${PLUGIN}/generated/data.php')['elements']);`),
      ),
    );

  it('names blocks and their settings in whole sentences', () => {
    const elements = elementsOf();
    assert.ok(elements.length > 10);
    for (const [tag, { description, attributes }] of elements) {
      assert.match(description, /\.$/, tag);
      for (const [name, { label }] of Object.entries(attributes)) {
        assert.match(label, /[^\n]\.$/, name);
        assert.doesNotMatch(label, /\b(?:Dr|St|e\.g)\.$|`/, name);
      }
    }
  });

  it('has its own words in the files of translations, and no others', () => {
    const calls = /\b(?:esc_html__|esc_attr__|__)\(\s*'((?:[^'\\]|\\.)*)',\s*'care-widgets'\s*\)/g;
    const sources = files
      .filter((name) => !name.startsWith('languages'))
      .map((name) => readFileSync(`${PLUGIN}/${name}`, 'utf8'));
    const said = new Set(
      sources.flatMap((source) => [...source.matchAll(calls)].map(([, words]) => words.replace(/\\(.)/g, '$1'))),
    );
    assert.ok(said.size > 30);
    // WordPress translates what the list of plugins says
    said.add(/^ \* Description: +(.*)$/m.exec(readFileSync(`${PLUGIN}/care-widgets.php`, 'utf8'))[1]);
    // what the manifest of the elements says is not in the sources
    for (const [, { title, description, attributes }] of elementsOf())
      for (const words of [title, description, ...Object.values(attributes).map(({ label }) => label)]) said.add(words);
    assert.ok(said.size > 140);
    for (const name of ['care-widgets.pot', 'care-widgets-es_ES.po']) {
      const text = readFileSync(`${PLUGIN}/languages/${name}`, 'utf8').replaceAll('"\n"', '');
      const entries = [...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)];
      assert.deepEqual(entries.map(([, words]) => words.replace(/\\(.)/g, '$1')).sort(), [...said].sort(), name);
      if (name.endsWith('.po'))
        assert.ok(
          entries.every(([, , translated]) => translated),
          name,
        );
    }
  });

  it('escapes whatever it writes, where it writes it', () => {
    const escaped =
      /^(?:esc_\w+|wp_kses_post|wp_json_encode|absint|care_widgets_safe_output|selected|checked)\(|^(?:'[^']*'|")/;
    for (const name of files) {
      const source = readFileSync(`${PLUGIN}/${name}`, 'utf8').replace(/\/\*[^]*?\*\//g, '');
      assert.doesNotMatch(source, /<\?=|\bprint\b|\bvar_dump\b|\bprint_r\b|\b_e\(/, name);
      for (const [, words] of source.matchAll(/\becho\s+([^;]+);/g))
        assert.match(words.trim(), escaped, `${name}: echo ${words}`);
      for (const [, , words] of source.matchAll(/(?<!s)\bprintf\(\s*('[^']*'|esc_\w+\([^()]*\)),([^;]*)\);/g)) {
        for (const part of words.split(/,\s*\n\s*/)) assert.match(part.trim(), escaped, `${name}: printf ${part}`);
      }
    }
  });
});
