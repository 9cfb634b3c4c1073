// Fills the README's tables from the manifest, between the marker lines `<!-- table: care-x -->` and `<!-- /table -->`.
// `<!-- table: common -->` takes what every element that shows content has.

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim() || '-';

const table = (head, rows) =>
  rows.length
    ? [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n') + '\n'
    : '';

/** `'grid' | 'list'` as words that a webmaster may write; types of TypeScript mean nothing to them. */
const values = (type = '') => {
  if (type === 'boolean') return 'present';
  const parts = type.split('|').map((part) => part.trim());
  const literals = parts.filter((part) => /^'.*'$/.test(part));
  if (literals.length) return literals.map((part) => `\`${part.slice(1, -1)}\``).join(', ');
  return parts.includes('number') ? 'number' : 'text';
};

/** `Shows … Default 6.` → what it means, and the default: of the field, or as the last sentence tells it. */
const meaning = (description = '', field) => {
  const [whole, words] = /\s*\bDefault:?\s+([^.;]+)\.?\s*$/.exec(description) ?? [''];
  const value = field?.default && !['false', 'undefined'].includes(field.default) ? field.default : undefined;
  if (value) return [`\`${value.replaceAll("'", '')}\``, description];
  const rest = whole ? description.slice(0, -whole.length) : description;
  return rest ? [words ?? '', rest] : ['', description];
};

const attributeRows = (element, names) =>
  names.map((name) => {
    const { type, description, fieldName } = element.attributes.find((attribute) => attribute.name === name);
    const field = element.members.find((member) => member.name === fieldName);
    return [`\`${name}\``, values(type?.text), ...meaning(description ?? field?.description, field)];
  });

const code = (name) => `\`${name}\``;
const codes = (list) => list.map(code).join(', ');

const namesIn = (list = []) => list.map(({ name }) => name);
/** Names that all of these elements have. */
const inAll = (elements, list) => {
  const [first = [], ...rest] = elements.map((element) => namesIn(list(element)));
  return first.filter((name) => rest.every((names) => names.includes(name)));
};
const inAny = (elements, list) => [...new Set(elements.flatMap((element) => namesIn(list(element))))];

const attributesOf = ({ attributes }) => attributes;
/** What only JavaScript can reach. */
const membersOf = ({ members }) => members.filter(({ attribute }) => !attribute);
const slotsOf = ({ slots = [] }) => slots;
const eventsOf = ({ events = [] }) => events;
const partsOf = ({ cssParts = [] }) => cssParts;

const memberLine = ({ kind, name, type, description = '' }) =>
  kind === 'method'
    ? `- ${code(`${name}()`)}: ${description}`
    : `- ${code(name)} (${code((type?.text ?? '').replace(' | undefined', ''))}): ${description}`;

const lines = (title, list) =>
  list.length ? `${title}\n\n${list.map((line) => line.replace(/\s+/g, ' ')).join('\n')}\n` : '';

const ATTRIBUTES = ['attribute', 'values', 'default', 'meaning'];

/** What an element has beyond what all have: the rest is told once. */
const elementTable = (element, common) => {
  const own = (kind, list) => list(element).filter(({ name }) => !common[kind].includes(name));
  const order = namesIn(element.members);
  const attributes = own('attributes', attributesOf).sort(
    (a, b) => order.indexOf(a.fieldName) - order.indexOf(b.fieldName),
  );
  const parts = partsOf(element).filter(({ name }) => !common.parts.includes(name));
  return [
    table(ATTRIBUTES, attributeRows(element, namesIn(attributes))),
    lines('Properties:', own('members', membersOf).map(memberLine)),
    lines(
      'Slots:',
      own('slots', slotsOf).map(({ name, description }) => `- ${name ? code(name) : 'default'}: ${description}`),
    ),
    lines(
      'Events:',
      own('events', eventsOf).map(({ name, description }) => `- ${code(name)}: ${description}`),
    ),
    parts.length ? `Parts: ${codes(namesIn(parts))}.\n` : '',
  ]
    .filter(Boolean)
    .join('\n');
};

const commonTable = (content, common, settings) => {
  const [any] = content;
  const find = (list, name) => list(any).find((entry) => entry.name === name);
  return [
    table(
      ATTRIBUTES,
      attributeRows(
        any,
        common.attributes.filter((name) => !settings.includes(name)),
      ),
    ),
    lines(
      'Properties and methods:',
      common.members.map((name) => memberLine(find(membersOf, name))),
    ),
    `States: ${codes(inAny(content, ({ cssStates = [] }) => cssStates).map((name) => `:state(${name})`))}.\n`,
    `Parts of all: ${codes(common.parts)}.\n`,
    `Tokens: ${codes(inAny(content, ({ cssProperties = [] }) => cssProperties).sort())}.\n`,
  ].join('\n');
};

/**
 * @param {string} readme
 * @param {object} manifest dist/custom-elements.json
 * @returns {string} the README with its tables made anew
 * @throws where a marker names no element, or an element has no marker
 */
export const fillTables = (readme, manifest) => {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  const content = elements.filter(({ members }) => members.some(({ name }) => name === 'reload'));
  const settings = elements.find(({ tagName }) => tagName === 'care-config').attributes.map(({ name }) => name);
  const common = {
    attributes: [...new Set([...inAll(content, attributesOf), ...settings])],
    members: inAll(content, membersOf),
    slots: inAll(content, slotsOf),
    events: [...new Set([...inAll(content, eventsOf), 'care-navigate'])],
    parts: inAll(content, partsOf),
  };
  const nothing = { attributes: [], members: [], slots: [], events: [], parts: [] };
  const tables = new Map(
    elements.map((element) => [
      element.tagName,
      elementTable(element, element.tagName === 'care-config' ? nothing : common),
    ]),
  );
  tables.set('common', commonTable(content, common, settings));

  const filled = new Set();
  const text = readme.replace(/^<!-- table: (\S+) -->$[^]*?^<!-- \/table -->$/gm, (_, name) => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`README.md has a table for "${name}", which the manifest does not know.`);
    filled.add(name);
    return `<!-- table: ${name} -->\n\n${found.trim()}\n\n<!-- /table -->`;
  });
  const missing = [...tables.keys()].filter((name) => !filled.has(name));
  if (missing.length) {
    throw new Error(`README.md lacks the lines <!-- table: x --> and <!-- /table --> for: ${missing.join(', ')}.`);
  }
  return text;
};
