import { posix } from 'node:path';
import { lastRowWithoutLit, packages, rowOf, separateSubfolders, strangers, withoutLit } from '../rows.js';

/** `src/sources/wordpress/urls.ts` → `['sources', 'wordpress', 'urls.ts']`; undefined outside src/. */
const insideSrc = (path) => {
  const parts = path.replaceAll('\\', '/').split('/');
  const src = parts.lastIndexOf('src');
  return src < 0 ? undefined : parts.slice(src + 1);
};

/** The id of the message about an import that is not allowed; `undefined` for one that is. */
const obstacle = (from, to) => {
  const [fromFolder, toFolder] = [from[0], to[0]];
  if (from.length < 2) return undefined; // an entry directly in src/ brings everything together
  if (to.length < 2) return 'entry';
  if (fromFolder === toFolder) {
    const apart =
      separateSubfolders.includes(fromFolder) &&
      from.length > 2 &&
      to.length > 2 &&
      from[1] !== to[1] &&
      to[1] !== 'shared';
    return apart ? 'subfolder' : undefined;
  }
  const [fromRow, toRow] = [rowOf(fromFolder), rowOf(toFolder)];
  if (fromRow === undefined || toRow === undefined) return 'unknownFolder';
  if (strangers.some(([folder, others]) => folder === fromFolder && others.includes(toFolder))) return 'strangers';
  if (withoutLit.includes(fromFolder) && toRow > lastRowWithoutLit) return 'withoutLit';
  return fromRow > toRow ? undefined : 'direction';
};

/** The specifier of an import; of a template literal, the text before its first expression. */
const addressOf = (node) => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return { text: node.value, whole: true };
  if (node?.type === 'TemplateLiteral') {
    return { text: node.quasis[0].value.cooked ?? '', whole: node.expressions.length === 0 };
  }
  return undefined;
};

/** A folder of src/ imports only from rows above its own; packages only where the table allows them. */
export const importDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      direction:
        '{{from}}/ (row {{fromRow}}) must not import from {{to}}/ (row {{toRow}}): only from rows above its own.',
      withoutLit: '{{from}}/ runs without Lit and without a page: {{to}}/ (row {{toRow}}) is out of its reach.',
      strangers: '{{from}}/ and {{to}}/ must not know each other: context/ composes them over the ports in model/.',
      subfolder: '{{from}}/{{fromPart}} must not import from its neighbour {{toPart}}: move what both need to shared/.',
      entry: 'An entry directly in src/ is for users of the package: import the file that it re-exports.',
      unknownFolder: 'src/{{from}}/ or src/{{to}}/ has no row in eslint/rows.js: give it one.',
      package: '"{{name}}" must not be imported in {{from}}/ (see `packages` in eslint/rows.js).',
      ending: 'A relative import needs the ending of the built file (".js"): browsers do not guess it.',
    },
  },
  create(context) {
    const from = insideSrc(context.filename);
    if (!from) return {};
    const check = (node) => {
      const address = addressOf(node);
      if (!address) return;
      const { text, whole } = address;
      if (!text.startsWith('.')) {
        const entry = packages.find(({ name }) => name.test(text));
        const allowed = entry && (from.length < 2 || entry.folders.includes(from[0]));
        // A specifier that begins with an expression (`import(`${base}x.js`)`) names no package.
        if (!allowed && text) context.report({ node, messageId: 'package', data: { name: text, from: from[0] } });
        return;
      }
      if (whole && !/\.(js|json)$/.test(text)) context.report({ node, messageId: 'ending' });
      const to = insideSrc(posix.join('/src', posix.dirname(from.join('/')), text));
      if (!to) return;
      const messageId = obstacle(from, to);
      if (!messageId) return;
      const data = {
        from: from[0],
        to: to[0],
        fromRow: rowOf(from[0]),
        toRow: rowOf(to[0]),
        fromPart: from[1],
        toPart: to[1],
      };
      context.report({ node, messageId, data });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      // `import('./x.js').X` in a type.
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
