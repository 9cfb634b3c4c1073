/**
 * The declaration of a margin, a padding or a gap, and its value. Not of a scroll-margin, which makes no space between boxes.
 */
const DECLARATION = /(?:^|[\s;{])((?:margin|padding)(?:-[a-z-]+)?|(?:row-|column-)?gap):\s*([^;}]+)/g;
/** The parts of a value. `-1 *` (a negative step) and `/ 2` (half of the space that a line leaves) are one part each. */
const PART = /(?:var|env)\([^)]*\)|-1 \*|\/ 2(?![\w.])|[\w.%$-]+|\S/g;
/**
 * A step; 1 or 2 px of a border; the 6 px of a focus ring; the safe area of a screen; a percentage; the functions of CSS for
 * them.
 */
const ALLOWED = /^(?:var\(--_s[1-7]\)|0|auto|inherit|-?[126]px|env\([^)]*\)|[\d.]+%|calc|min|max|[-+(),]|-1 \*|\/ 2)$/;
/** The height of a line, and the least height of a target: what is centred in either follows no step. */
const OF_A_LINE = /^(?:1lh|var\(--_target\))$/;
/** The height of what is centred in a line. */
const HEIGHT = /^[\d.]+em$/;

const isOnScale = (value) => {
  const parts = value.replace('!important', '').match(PART) ?? [];
  const isCentred = parts.includes('1lh');
  return parts.every((part) => ALLOWED.test(part) || OF_A_LINE.test(part) || (isCentred && HEIGHT.test(part)));
};

/**
 * One scale of space. A value between its steps was not chosen for a reason, and does not follow `--care-space` and
 * `density`. Not for running text, whose space follows its own size.
 */
export const spaceScale = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { space: 'Write one of the steps var(--_s1) to var(--_s7): {{ property }}: {{ value }} is none.' },
  },
  create: (context) => ({
    'TaggedTemplateExpression[tag.name="css"]'(node) {
      // An expression counts as no step: its value cannot be seen here.
      const text = node.quasi.quasis.map(({ value }) => value.raw).join('$');
      for (const [, property, written] of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(DECLARATION)) {
        const value = written.trim();
        if (!isOnScale(value)) context.report({ node: node.quasi, messageId: 'space', data: { property, value } });
      }
    },
  }),
};
