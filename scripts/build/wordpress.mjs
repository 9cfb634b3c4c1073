// The WordPress plugin: PHP as it stands in src/wordpress, what must not be written twice generated from the library, the
// library's own files, and all of it as one zip. Run by `npm run build` once dist/ and its manifest are there.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { KINDS, credentials } from '../../src/data/credentials.ts';
import { ATTRIBUTES, ELEMENTS } from '../../src/html/sanitise/allow-list.ts';
import { SPEEDS } from '../../src/localize/reading-time.ts';
import { spanish } from '../../src/localize/spanish.ts';
import { ARTICLE_SIZES, CARD_SIZES } from '../../src/model/card-layout.ts';
import { SETTING_NAMES } from '../../src/model/settings.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = path.join(ROOT, 'dist');
const TARGET = path.join(DIST, 'wordpress/care-widgets');

/** A literal of PHP. */
const php = (value) => {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (value === null || typeof value !== 'object') return String(value);
  const entries = Array.isArray(value)
    ? value.map(php)
    : Object.entries(value).map(([name, one]) => `${php(name)} => ${php(one)}`);
  return `array( ${entries.join(', ')} )`;
};

const DAY = Date.UTC(2026, 6, 1);

/** How CLDR writes a day and a list in a locale, as patterns. */
const formatsOf = (locale) => {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    .formatToParts(DAY)
    .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
    .join('');
  const list = new Intl.ListFormat(locale);
  const separator = (items) => list.formatToParts(items).at(-2).value;
  return { day, pair: separator(['a', 'b']), last: separator(['a', 'b', 'c']) };
};

/** The formats of each language, and of those regions that differ from it. */
const formats = () => {
  const found = {};
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const regions = ['419', '001', '150', ...letters.flatMap((a) => letters.map((b) => a + b))];
  for (const language of ['en', 'es']) {
    found[language] = formatsOf(language);
    for (const region of regions) {
      const own = formatsOf(`${language}-${region}`);
      if (JSON.stringify(own) !== JSON.stringify(found[language])) found[`${language}-${region}`] = own;
    }
  }
  return found;
};

const monthsOf = (locale) =>
  Array.from(
    { length: 12 },
    (_, month) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
        .formatToParts(Date.UTC(2026, month, 1))
        .find(({ type }) => type === 'month').value,
  );

/** Settings that an editor may give a single block; the others are the site's. */
const BLOCK_SETTINGS = ['theme', 'look', 'density', 'locale', 'article-url', 'category-url'];

/** Elements that show what an author puts inside. */
const HOLDING = ['care-benefits', 'care-config', 'care-newsletter', 'care-urgent'];
/** Those of them that show nothing without it. */
const EMPTY = ['care-config', 'care-urgent'];

/** The first sentence, however its lines are broken; a full stop within an example ends none. */
const sentenceOf = (words) =>
  /^(?:`[^`]*`|[^`.]|\.(?!\s|$))*\.?/.exec(words)[0].replaceAll('`', '').replace(/\s+/g, ' ').trim();

/** Each element: what it is, what may stand in it, and its attributes that an editor may set. */
const elements = () => {
  const { modules } = JSON.parse(readFileSync(path.join(DIST, 'custom-elements.json'), 'utf8'));
  const declared = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return Object.fromEntries(
    declared
      .sort((a, b) => (a.tagName < b.tagName ? -1 : 1))
      .map(({ tagName, summary = '', description = '', attributes = [] }) => [
        tagName,
        {
          title: tagName[5].toUpperCase() + tagName.slice(6).replaceAll('-', ' '),
          description: sentenceOf(summary || description),
          holds: HOLDING.includes(tagName),
          preview: !EMPTY.includes(tagName),
          attributes: Object.fromEntries(
            attributes
              .filter(({ name }) => !SETTING_NAMES.includes(name) || BLOCK_SETTINGS.includes(name))
              .map(({ name, type, description: words = '' }) => {
                const choices = [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, choice]) => choice);
                return [
                  name,
                  {
                    type: type?.text === 'boolean' ? 'boolean' : 'string',
                    enum: choices.length > 1 ? choices : null,
                    label: sentenceOf(words) || name,
                  },
                ];
              }),
          ),
        },
      ]),
  );
};

const speeds = Object.fromEntries(SPEEDS.split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]));

/** The built-in explainer as it stands in the element, in both languages. */
const benefits = async () => {
  const { renderWidget } = await import(path.join(DIST, 'server.js'));
  return Object.fromEntries(['en', 'es'].map((locale) => [locale, renderWidget('care-benefits', { locale }, null)]));
};

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));

/** The translations of the plugin's own words for administrators, from the .po file: PHP that WordPress 6.5+ reads. */
const compileTranslations = (folder) => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.po'))) {
    const text = readFileSync(path.join(folder, file), 'utf8').replace(/"\n"/g, '');
    const messages = Object.fromEntries(
      [...text.matchAll(/^msgid "((?:[^"\\]|\\.)+)"\nmsgstr "((?:[^"\\]|\\.)+)"$/gm)].map(([, id, words]) =>
        [id, words].map((one) => one.replace(/\\(.)/g, '$1')),
      ),
    );
    const head = {
      domain: 'care-widgets',
      language: /care-widgets-(\w+)\.po/.exec(file)[1],
      'plural-forms': 'nplurals=2; plural=(n != 1);',
    };
    writeFileSync(
      path.join(folder, file.replace(/\.po$/, '.l10n.php')),
      `<?php\nreturn ${php({ ...head, messages })};\n`,
    );
  }
};

/** The files to preload, by element. */
const preload = () => {
  const files = JSON.parse(readFileSync(path.join(DIST, 'preload.json'), 'utf8'));
  return Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('care-')));
};

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

rmSync(path.dirname(TARGET), { recursive: true, force: true });
cpSync(path.join(ROOT, 'src/wordpress'), TARGET, { recursive: true });
mkdirSync(path.join(TARGET, 'generated'), { recursive: true });
const data = {
  about: { version },
  elements: elements(),
  preload: preload(),
  spanish,
  formats: formats(),
  months: { en: monthsOf('en'), es: monthsOf('es') },
  sizes: { ...CARD_SIZES, article: ARTICLE_SIZES },
  speeds,
  credentials: Object.fromEntries(
    [...credentials].map(([letters, { kind, ...rest }]) => [letters, { ...rest, kind: KINDS[kind] }]),
  ),
  allowed: { elements: ELEMENTS, attributes: ATTRIBUTES },
  benefits: await benefits(),
};
writeFileSync(
  path.join(TARGET, 'generated/data.php'),
  `<?php\n// Written by scripts/build/wordpress.mjs.\ndefined( 'ABSPATH' ) || exit;\nreturn ${php(data)};\n`,
);
for (const file of ['care-widgets.php', 'readme.txt']) {
  const to = path.join(TARGET, file);
  writeFileSync(to, readFileSync(to, 'utf8').replaceAll('{version}', version));
}
compileTranslations(path.join(TARGET, 'languages'));
for (const file of ['care-widgets.js', 'care-widgets.classic.js', 'care-widgets.css', 'care-widgets.looks.css'])
  cpSync(path.join(DIST, file), path.join(TARGET, 'assets', file));
cpSync(path.join(DIST, 'chunks'), path.join(TARGET, 'assets/chunks'), {
  recursive: true,
  filter: (file) => !file.endsWith('.map'),
});
cpSync(path.join(ROOT, 'LICENSE'), path.join(TARGET, 'LICENSE'));

// the same bytes from the same sources: no time of the build in the archive
const options = { mtime: new Date(1980, 0, 1) };
const entries = filesBelow(TARGET)
  .sort()
  .map((file) => [
    `care-widgets/${path.relative(TARGET, file).split(path.sep).join('/')}`,
    [new Uint8Array(readFileSync(file)), options],
  ]);
writeFileSync(path.join(DIST, 'wordpress/care-widgets.zip'), zipSync(Object.fromEntries(entries), { level: 9 }));
