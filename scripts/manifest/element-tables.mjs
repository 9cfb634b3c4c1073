// Reference tables of the documentation, from the manifest: one set a tag, `common` for what every element that shows
// content has, and `tokens`. They replace what stands between the marker lines `<!-- table: care-x -->` and
// `<!-- /table -->`.
import { TOKENS } from './tokens.mjs';

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim() || '-';

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** A heading and its table; nothing where the table would be empty. */
const section = (title, head, rows) => (rows.length ? `## ${title}\n\n${table(head, rows)}` : '');

const code = (text) => `\`${text}\``;

/** `'grid' | 'list'` as words that a webmaster may write; types of TypeScript mean nothing to them. */
const valuesOf = (type = '') => {
  const parts = type.split('|').map((part) => part.trim());
  const literals = parts.filter((part) => /^'.*'$/.test(part));
  if (literals.length) return literals.map((part) => code(part.slice(1, -1))).join(', ');
  return ['boolean', 'number'].find((name) => parts.includes(name)) ?? 'text';
};

const DEFAULT_SENTENCE = /(^|[.;] )Default:? (.+?)(?:\.(?= |$)|$) ?/;

/**
 * What a description says, split into the default and the rest. The default is, in this order: the value marked
 * "(default)", the field's own initial value, the sentence that begins with "Default", and "off" for a boolean.
 *
 * @param {string | undefined} description
 * @param {{ initial?: string, type?: string }} [known] the field's initial value, and its type
 * @returns {{ value: string, meaning: string }} `value` is empty where there is no default
 */
export const splitDefault = (description = '', { initial, type } = {}) => {
  const text = description.replace(/\s+/g, ' ').trim();
  const marked = /(`[^`]+`) \(default\)/.exec(text);
  if (marked) return { value: marked[1], meaning: text.replace(' (default)', '') };
  const found = DEFAULT_SENTENCE.exec(text);
  const meaning = found ? text.replace(DEFAULT_SENTENCE, '$1').trim() : text;
  if (initial && !['false', 'undefined', "''"].includes(initial))
    return { value: code(initial.replaceAll("'", '')), meaning };
  return { value: found?.[2] ?? (type === 'boolean' ? 'off' : ''), meaning };
};

const namesIn = (list = []) => list.map(({ name }) => name);

/** Names that all of these elements have in one of their lists. */
const inAll = (elements, listOf) => {
  const [first = [], ...rest] = elements.map((element) => namesIn(listOf(element)));
  return first.filter((name) => rest.every((names) => names.includes(name)));
};

const attributesOf = ({ attributes }) => attributes;
/** What only JavaScript can reach. */
const membersOf = ({ members }) => members.filter(({ attribute }) => !attribute);
const slotsOf = ({ slots = [] }) => slots;
const eventsOf = ({ events = [] }) => events;
const partsOf = ({ cssParts = [] }) => cssParts;
const statesOf = ({ cssStates = [] }) => cssStates;
const tokensOf = ({ cssProperties = [] }) => cssProperties;

/** In the order in which the class declares the fields. */
const attributeRows = ({ members }, attributes) => {
  const order = namesIn(members);
  return [...attributes]
    .sort((a, b) => order.indexOf(a.fieldName) - order.indexOf(b.fieldName))
    .map(({ name, type, description, fieldName }) => {
      const field = members.find((member) => member.name === fieldName);
      const { value, meaning } = splitDefault(description ?? field?.description, {
        initial: field?.default,
        type: type?.text,
      });
      return [code(name), valuesOf(type?.text), value, meaning];
    });
};

const memberRow = ({ kind, name, type, description }) =>
  kind === 'method'
    ? [code(`${name}()`), 'method', description]
    : [code(name), code((type?.text ?? '').replace(' | undefined', '')), description];

const TOKEN_HEAD = ['token', 'default', 'what it colours or sizes'];

const tokenRow = ({ name, description }) => {
  if (!TOKENS[name]) throw new Error(`scripts/manifest/tokens.mjs does not say what ${name} is.`);
  const [initial, purpose] = TOKENS[name];
  const { value, meaning } = splitDefault(description);
  return [code(name), value || initial, meaning || purpose];
};

const described = (entries, nameOf = ({ name }) => code(name)) =>
  entries.map((entry) => [nameOf(entry), entry.description]);

const stateName = ({ name }) => code(`:state(${name})`);
const slotName = ({ name }) => (name ? code(name) : 'default');

const sectionsOf = (element, { attributes, members, slots, parts }) =>
  [
    section('Attributes', ['attribute', 'values', 'default', 'meaning'], attributeRows(element, attributes)),
    section('Properties and methods', ['name', 'type', 'meaning'], members.map(memberRow)),
    section(
      'Events',
      ['event', 'class', 'when, and what it carries'],
      eventsOf(element).map(({ name, type, description }) => [code(name), code(type?.text ?? 'Event'), description]),
    ),
    section('Slots', ['slot', 'content'], described(slots, slotName)),
    section('Parts', ['part', 'what it is'], described(parts)),
    section('States', ['state', 'when'], described(statesOf(element), stateName)),
    section('Tokens', TOKEN_HEAD, tokensOf(element).map(tokenRow)),
  ]
    .filter(Boolean)
    .join('\n\n');

/** The entry of that name whose description is the shortest: the others add what is special to one element. */
const plainest = (elements, listOf, name) =>
  elements
    .flatMap((element) => listOf(element).filter((entry) => entry.name === name))
    .sort((a, b) => (a.description ?? '').length - (b.description ?? '').length)[0];

const commonSections = (content, common, settings) => {
  const [any] = content;
  const pick = (kind, listOf) => common[kind].map((name) => plainest(content, listOf, name));
  const own = attributesOf(any).filter(({ name }) => common.attributes.includes(name) && !settings.includes(name));
  return sectionsOf(
    { members: any.members },
    {
      attributes: own,
      members: pick('members', membersOf),
      slots: pick('slots', slotsOf),
      parts: pick('parts', partsOf),
    },
  );
};

/**
 * @param {object} manifest dist/custom-elements.json
 * @returns {Map<string, string>} Markdown by marker name: every tag, `common` and `tokens`
 */
export const elementTables = (manifest) => {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  const content = elements.filter(({ members }) => namesIn(members).includes('reload'));
  const settings = namesIn(attributesOf(elements.find(({ tagName }) => tagName === 'care-config')));
  const common = {
    attributes: [...inAll(content, attributesOf), ...settings],
    members: inAll(content, membersOf),
    slots: inAll(content, slotsOf).filter(Boolean), // the default slot means something else in each
    parts: inAll(content, partsOf),
  };
  const nothing = { attributes: [], members: [], slots: [], parts: [] };
  const tables = elements.map((element) => {
    const elsewhere = content.includes(element) ? common : nothing;
    const own = (kind, listOf) => listOf(element).filter(({ name }) => !elsewhere[kind].includes(name));
    return [
      element.tagName,
      sectionsOf(element, {
        attributes: own('attributes', attributesOf),
        members: own('members', membersOf),
        slots: own('slots', slotsOf),
        parts: own('parts', partsOf),
      }),
    ];
  });
  const tokens = new Set(elements.flatMap((element) => namesIn(tokensOf(element))));
  const tokenTable = table(
    TOKEN_HEAD,
    Object.keys(TOKENS)
      .filter((name) => tokens.has(name))
      .map((name) => tokenRow({ name })),
  );
  return new Map([...tables, ['common', commonSections(content, common, settings)], ['tokens', tokenTable]]);
};

/**
 * Fills the tables of all pages.
 *
 * @param {{ file: string, text: string }[]} pages
 * @param {Map<string, string>} tables
 * @returns {string[]} the pages' new texts, in their order
 * @throws where a marker names no element, and where an element has no marker or several
 */
export const fillTables = (pages, tables) => {
  const filled = new Map();
  const texts = pages.map(({ file, text }) =>
    text.replace(/^<!-- table: (\S+) -->$[^]*?^<!-- \/table -->$/gm, (_, name) => {
      const found = tables.get(name);
      if (found === undefined) throw new Error(`${file} has a table for "${name}", which the manifest does not know.`);
      if (filled.has(name)) throw new Error(`${filled.get(name)} and ${file} both have a table for "${name}".`);
      filled.set(name, file);
      return `<!-- table: ${name} -->\n\n${found}\n\n<!-- /table -->`;
    }),
  );
  const missing = [...tables.keys()].filter((name) => !filled.has(name));
  if (missing.length) {
    throw new Error(`No page has the lines <!-- table: x --> and <!-- /table --> for: ${missing.join(', ')}.`);
  }
  return texts;
};
