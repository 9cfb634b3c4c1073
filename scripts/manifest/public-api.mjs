// Turns what the analyzer read from src/ into what a user of the package may rely on: elements only, public members only,
// the paths of the built files, and a table of attributes without holes.

const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** `string | undefined | undefined` → `string | undefined`; a named union of literals becomes its literals. */
const readableType = (text, aliases) => {
  const parts = text.split('|').flatMap((part) => (aliases.get(part.trim()) ?? part).split('|'));
  return [...new Set(parts.map((part) => part.trim()))].filter(Boolean).join(' | ');
};

const isPublic = ({ name, privacy, static: isStatic }) =>
  !isStatic && privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

/** What an attribute takes as written in HTML: never `undefined`. */
const attributeType = (text) =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'undefined')
    .join(' | ');

const order = (a, b) => Number('inheritedFrom' in a) - Number('inheritedFrom' in b);

/**
 * @param {object} element a class declaration of the analyzer
 * @param {Map<string, object>} settings the attributes that care-config documents; every element with such a property
 *   takes them too, and their words are written only there
 */
const tidyElement = (element, settings, aliases) => {
  element.members = (element.members ?? []).filter(isPublic).sort(order);
  const fields = new Map(element.members.filter(({ kind }) => kind === 'field').map((field) => [field.name, field]));
  for (const field of fields.values()) {
    delete field.parsedType;
    if (field.type) field.type.text = readableType(field.type.text, aliases);
  }

  const attributes = new Map((element.attributes ?? []).map((attribute) => [attribute.name, attribute]));
  for (const [name, setting] of settings) {
    if (!attributes.has(name) && fields.has(camel(name))) attributes.set(name, structuredClone(setting));
  }
  for (const attribute of attributes.values()) {
    attribute.fieldName ??= camel(attribute.name);
    const field = fields.get(attribute.fieldName);
    if (field) {
      field.attribute = attribute.name;
      field.description ||= attribute.description;
    }
    attribute.type = { text: attributeType(readableType((attribute.type ?? field?.type)?.text ?? 'string', aliases)) };
    attribute.description ||= field?.description;
    delete attribute.parsedType;
    delete attribute.inheritedFrom;
  }
  element.attributes = [...attributes.values()];

  // Where an event is dispatched in code the analyzer guesses its name from the constructor's first argument.
  const events = (element.events ?? []).filter(({ name }) => /^care-/.test(name ?? ''));
  element.events = [...new Map(events.reverse().map((event) => [event.name, event])).values()].reverse();
  for (const event of element.events) delete event.inheritedFrom;
  for (const member of element.members) delete member.inheritedFrom;
  element.superclass = { name: 'LitElement', package: 'lit' };
  return element;
};

export const publicApi = () => {
  const aliases = new Map();
  return {
    name: 'public-api',

    collectPhase({ ts, node }) {
      const isLiteral = (type) => ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal);
      if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type) && node.type.types.every(isLiteral)) {
        aliases.set(node.name.text, node.type.getText());
      }
    },

    packageLinkPhase({ customElementsManifest }) {
      const elements = customElementsManifest.modules.flatMap(({ path, declarations = [] }) => {
        // src/elements/care-x/care-x.ts: class files do not register, so the file names the tag.
        const tag = /(?:^|\/)src\/elements\/(care-[a-z0-9-]+)\/\1\.ts$/.exec(path)?.[1];
        const declaration = declarations.find(({ kind, name }) => kind === 'class' && name === className(tag ?? ''));
        return tag && declaration ? [{ ...declaration, tagName: tag, customElement: true }] : [];
      });
      if (!elements.length)
        throw new Error('No element class was found in src/elements/: the manifest would be empty.');

      const config = elements.find(({ tagName }) => tagName === 'care-config');
      const settings = new Map((config?.attributes ?? []).map((attribute) => [attribute.name, attribute]));
      for (const element of elements) tidyElement(element, settings, aliases);
      elements.sort((a, b) => a.tagName.localeCompare(b.tagName));

      customElementsManifest.modules = elements.flatMap((declaration) => {
        const { name, tagName } = declaration;
        const module = `dist/elements/${tagName}.js`;
        return [
          {
            kind: 'javascript-module',
            path: module,
            declarations: [declaration],
            exports: [{ kind: 'js', name, declaration: { name, module } }],
          },
          {
            kind: 'javascript-module',
            path: `dist/define/${tagName}.js`,
            declarations: [],
            exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module } }],
          },
        ];
      });
    },
  };
};

const className = (tag) => tag.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter) => letter.toUpperCase());
