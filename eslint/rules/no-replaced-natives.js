// What old libraries on host pages replace, delete or shadow, and what serves instead. Found by comparing every global of a
// browser before and after each library had loaded: Prototype 1.7.3 (and what 1.6 and 1.7.0 did besides), MooTools 1.4.5
// Core and More with its compatibility layer, Datejs 1.0.

/** Methods that may not be called, by name, and on which objects; without `on`: on any. */
const methods = {
  entries: {
    except: ['Object'],
    why: 'Prototype deletes or replaces Array.prototype.entries',
    instead: 'forEach((item, index) => …), or for…of over a Map or FormData itself',
  },
  from: {
    on: ['Array'],
    why: 'Prototype and MooTools replace Array.from: no mapping function, no Set, no iterator',
    instead: '[...items].map(…)',
  },
  values: {
    on: ['Object'],
    why: 'Prototype and MooTools replace Object.values',
    instead: 'Object.entries() or Object.keys()',
  },
  parse: {
    on: ['Date'],
    why: 'Datejs and MooTools More replace Date.parse: it answers with an object',
    instead: 'new Date(text).getTime()',
  },
  now: { on: ['Date'], why: 'Datejs replaces Date.now', instead: 'new Date().getTime()' },
  toISOString: { why: 'MooTools More replaces it: local time', instead: 'toIso() of sources/shared/read.ts' },
  escape: { on: ['RegExp'], why: 'Prototype replaces RegExp.escape', instead: 'a replacement of your own' },
  scrollTo: {
    except: ['window', 'globalThis', 'self'],
    why: 'Prototype and MooTools replace it on elements',
    instead: 'scrollIntoView(), or scrollTop and scrollLeft',
  },
};

/** Constructors that MooTools replaces: neither `new`, `extends`, `instanceof` nor members of them can be relied on. */
const constructors = {
  Event: 'CustomEvent',
  Element: 'HTMLElement, or nodeType === 1',
  Document: 'nodeType === 9, or the document itself',
  Window: 'the window itself',
  Request: 'fetch(url, init)',
};

const nameOf = (node) => (node?.type === 'Identifier' ? node.name : undefined);
const memberName = ({ computed, property }) =>
  computed ? (property.type === 'Literal' ? String(property.value) : undefined) : property.name;

/** Code of ours runs on pages of others: it may not rely on natives that widespread old libraries replace. */
export const noReplacedNatives = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { replaced: '"{{name}}": {{why}} on host pages; use {{instead}}.' },
  },
  create(context) {
    const report = (node, name, why, instead) =>
      context.report({ node, messageId: 'replaced', data: { name, why, instead } });

    const isGlobal = (node) => {
      for (let scope = context.sourceCode.getScope(node); scope; scope = scope.upper) {
        const variable = scope.set.get(node.name);
        if (variable) return variable.defs.length === 0;
      }
      return true;
    };

    const checkConstructor = (node) => {
      const name = nameOf(node);
      if (!name || !Object.hasOwn(constructors, name) || !isGlobal(node)) return;
      report(node, name, 'MooTools replaces it', constructors[name]);
    };

    return {
      MemberExpression(node) {
        const name = memberName(node);
        if (nameOf(node.object)) checkConstructor(node.object);
        if (name === undefined || !Object.hasOwn(methods, name)) return;
        const { on, except, why, instead } = methods[name];
        const object = nameOf(node.object);
        if (on ? !on.includes(object) : except?.includes(object)) return;
        if (!on && !(node.parent.type === 'CallExpression' && node.parent.callee === node)) return;
        report(node.property, name, why, instead);
      },
      'CallExpression[callee.property.name="bind"][arguments.length>1]'(node) {
        report(
          node.callee.property,
          'bind',
          'MooTools replaces Function.prototype.bind: bound arguments take the place of those of the call',
          'an arrow function',
        );
      },
      NewExpression: ({ callee }) => checkConstructor(callee),
      'BinaryExpression[operator="instanceof"]': ({ right }) => checkConstructor(right),
      'ClassDeclaration[superClass], ClassExpression[superClass]': ({ superClass }) => checkConstructor(superClass),
    };
  },
};
