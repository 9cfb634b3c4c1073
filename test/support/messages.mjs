// What `src/` may write to the console, read from its source: so that a test can say which message no page explains.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Functions whose text arguments end on the console. */
const TELLS = /^(?:console\.(?:warn|error)|complain|warn|warnOnce|tell|refuse|notConfigured|unconfirmed)$/;

/** Names of the properties and variables that hold the text of a `CareError` for the console. */
const HOLDS = /^detail$/;

/** The longest piece of a text that is the same in every message. */
const longestPiece = (node) => {
  const pieces = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    : [node.text];
  return pieces.map((piece) => piece.trim()).sort((a, b) => b.length - a.length)[0];
};

/** One text: a literal, a template, or the branches of a condition. */
const textsOf = (node) => {
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return [longestPiece(node)];
  return [];
};

/**
 * The longest constant piece of every message.
 *
 * @param {string} folder
 * @returns {{ file: string, piece: string }[]}
 */
export const messagesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.Latest);
      const pieces = [];
      const visit = (node) => {
        if (ts.isCallExpression(node) && TELLS.test(node.expression.getText(source)))
          pieces.push(...node.arguments.flatMap(textsOf));
        else if (
          (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
          HOLDS.test(node.name.getText(source)) &&
          node.initializer
        )
          pieces.push(...textsOf(node.initializer));
        ts.forEachChild(node, visit);
      };
      visit(source);
      // the head of a message is no message
      return pieces
        .filter((piece) => /[a-z]{2}/i.test(piece) && piece !== '> not-configured |')
        .map((piece) => ({ file, piece }));
    });
