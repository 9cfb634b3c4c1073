import { basename, dirname } from 'node:path';

/** `care-article-card` → `CareArticleCard`. */
const className = (tag) => tag.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter) => letter.toUpperCase());

const exportedClass = (node) => (node.declaration?.type === 'ClassDeclaration' ? node.declaration : undefined);

/** The rows of `interface HTMLElementTagNameMap`, wherever it is declared in the file. */
const tagMapListener = (report) => ({
  'TSInterfaceDeclaration[id.name="HTMLElementTagNameMap"] > TSInterfaceBody > TSPropertySignature': report,
});

const inElements = (context, folder, file) => {
  const tag = folder;
  const isShared = folder === 'shared' || folder === 'elements';
  const isElementFile = !isShared && file === tag;
  // `care-x.submit-controller.ts`, a part that only this element has, may hold the class SubmitController
  const partClass = className(file.slice(tag.length + 1));
  let found = false;

  const checkClass = (node) => {
    const declaration = exportedClass(node);
    if (!declaration) return;
    const name = declaration.id?.name;
    if (isElementFile && name === className(tag)) found = true;
    else if (isElementFile) {
      context.report({ node: declaration, messageId: 'class', data: { name, expected: className(tag), file } });
    } else if (!isShared && name !== partClass) {
      context.report({ node: declaration, messageId: 'otherFile', data: { name, tag } });
    } else if (isShared && name !== className(file.replaceAll('.', '-'))) {
      const expected = className(file.replaceAll('.', '-'));
      context.report({ node: declaration, messageId: 'class', data: { name, expected, file } });
    }
  };

  return {
    ExportNamedDeclaration: checkClass,
    ExportDefaultDeclaration: checkClass,
    ...tagMapListener((node) => {
      const name = node.key.value ?? node.key.name;
      const type = node.typeAnnotation?.typeAnnotation.typeName?.name;
      if (name !== tag || type !== className(tag)) {
        context.report({ node, messageId: 'tagMap', data: { name, tag, expected: className(tag) } });
      }
    }),
    'Program:exit'(node) {
      if (!isShared && file !== tag && !file.startsWith(`${tag}.`)) {
        context.report({ node, messageId: 'file', data: { file, tag } });
      }
      if (!isShared && !/^care-[a-z0-9-]+$/.test(tag)) context.report({ node, messageId: 'folder', data: { tag } });
      if (isElementFile && !found) {
        context.report({ node, messageId: 'missing', data: { expected: className(tag), file } });
      }
      for (const comment of context.sourceCode.getAllComments()) {
        const named = /@(?:tag|tagname|customElement)\s+(\S+)/.exec(comment.value)?.[1];
        if (isElementFile && named && named !== tag) {
          context.report({
            loc: comment.loc,
            messageId: 'tagMap',
            data: { name: named, tag, expected: className(tag) },
          });
        }
      }
    },
  };
};

const inDefine = (context, tag) => {
  let importsClass = false;
  let registers = false;
  return {
    ImportDeclaration(node) {
      const isOwn = node.source.value === `../elements/${tag}/${tag}.js`;
      importsClass ||=
        isOwn &&
        node.specifiers.some(({ type, imported }) => type === 'ImportSpecifier' && imported.name === className(tag));
    },
    'CallExpression > Literal.arguments:first-child'(node) {
      if (typeof node.value !== 'string' || !/^care-/.test(node.value)) return;
      if (node.value === tag) registers = true;
      else context.report({ node, messageId: 'define', data: { name: node.value, tag } });
    },
    'Program:exit'(node) {
      if (!importsClass || !registers) {
        context.report({ node, messageId: 'defineFile', data: { tag, expected: className(tag) } });
      }
    },
  };
};

/** Class, file, folder and tag of an element bear one name, so that each is found from any other. */
export const elementNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      class: 'Class {{name}} in {{file}}.ts must be called {{expected}}.',
      otherFile:
        'Exported class {{name}} belongs in {{tag}}.ts (the element), in {{tag}}.part-of-that-name.ts, or outside this folder.',
      file: '{{file}}.ts in elements/{{tag}}/ must be called {{tag}}.ts or {{tag}}.something.ts.',
      folder: 'The folder elements/{{tag}}/ must bear the name of its tag: care-...',
      missing: '{{file}}.ts must export the class {{expected}}.',
      tagMap: '"{{name}}" here must be the tag "{{tag}}" of class {{expected}}.',
      define: 'define/{{tag}}.ts registers "{{tag}}" only, not "{{name}}".',
      defineFile: 'define/{{tag}}.ts must import { {{expected}} } from its element file and register "{{tag}}".',
    },
  },
  create(context) {
    const path = context.filename.replaceAll('\\', '/');
    const file = basename(path, '.ts');
    const folder = basename(dirname(path));
    if (/\/src\/elements\//.test(path)) return inElements(context, folder, file);
    if (/\/src\/define\/care-[^/]+\.ts$/.test(path)) return inDefine(context, file);
    return {};
  },
};
