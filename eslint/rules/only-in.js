// A factory of rules of the form "this may occur only in that folder". Where it may occur is said in eslint.config.js
// (`files` and `ignores`); here stands what it is.

/** Names by which code reaches the global object, and members that lead from one global object to another. */
const globalObjects = ['window', 'globalThis', 'self', 'top', 'parent', 'frames', 'defaultView'];

/** `a.b`, `a['b']`, `a?.b` → `b`. */
const memberName = (node) => {
  if (!node.computed) return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : undefined;
};

/** The last name of an expression: `document` for `document` and for `this.ownerDocument.document`. */
const lastName = (node) => {
  if (node?.type === 'Identifier') return node.name;
  if (node?.type === 'MemberExpression') return memberName(node);
  if (node?.type === 'TSNonNullExpression' || node?.type === 'TSAsExpression' || node?.type === 'ChainExpression') {
    return lastName(node.expression);
  }
  return undefined;
};

/** In types (`typeof fetch`, `keyof Storage`) a name does nothing. */
const isInType = (node) => {
  for (let at = node; at; at = at.parent) if (at.type === 'TSTypeQuery') return true;
  return false;
};

/**
 * @param {object} what
 * @param {string} what.message why, and what to use instead
 * @param {string[]} [what.globals] global variables, also as members of `window`, `globalThis`, `self`
 * @param {string[]} [what.harmless] members of those globals that anyone may read
 * @param {string[]} [what.members] members of any object: only names that mean one thing wherever they stand
 * @param {Record<string, string[]>} [what.membersOf] members of objects with these names
 * @param {string[]} [what.imports] imported names
 * @param {RegExp} [what.templates] text in html`` templates
 */
export const onlyIn = ({
  message,
  globals = [],
  harmless = [],
  members = [],
  membersOf = {},
  imports = [],
  templates,
}) => ({
  meta: { type: 'problem', schema: [], messages: { elsewhere: `"{{name}}": ${message}` } },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'elsewhere', data: { name } });

    const isHarmless = ({ parent }) => parent.type === 'MemberExpression' && harmless.includes(memberName(parent));

    const isBanned = (object, name) =>
      members.includes(name) ||
      (globals.includes(name) && globalObjects.includes(object)) ||
      (Object.hasOwn(membersOf, object ?? '') && membersOf[object].includes(name));

    return {
      Program(node) {
        const scope = context.sourceCode.getScope(node);
        const references = [
          ...scope.through,
          ...scope.variables.filter(({ defs }) => defs.length === 0).flatMap((variable) => variable.references),
        ];
        for (const { identifier } of references) {
          if (!globals.includes(identifier.name) || isInType(identifier) || isHarmless(identifier)) continue;
          report(identifier, identifier.name);
        }
      },
      MemberExpression(node) {
        const name = memberName(node);
        if (name !== undefined && isBanned(lastName(node.object), name) && !isHarmless(node))
          report(node.property, name);
      },
      // `const { cookie } = document`
      ObjectPattern(node) {
        const object = lastName(node.parent.type === 'VariableDeclarator' ? node.parent.init : undefined);
        for (const property of node.properties) {
          if (property.type !== 'Property' || property.computed) continue;
          const name = property.key.name ?? String(property.key.value);
          if (isBanned(object, name)) report(property.key, name);
        }
      },
      ImportSpecifier(node) {
        const name = node.imported.name ?? node.imported.value;
        if (imports.includes(name)) report(node, name);
      },
      TaggedTemplateExpression(node) {
        if (!templates || !['html', 'svg', 'mathml'].includes(lastName(node.tag))) return;
        for (const quasi of node.quasi.quasis) {
          const found = templates.exec(quasi.value.raw);
          if (found) report(quasi, found[0].trim());
        }
      },
    };
  },
});
