/** A margin, a padding or a gap, and what it is set to; not a scroll-margin, which is no room between things. */
const DECLARATION = /(?:^|[\s;{])((?:margin|padding)(?:-[a-z-]+)?|(?:row-|column-)?gap):\s*([^;}]+)/g;
/** `-1 *` and `/ 2` stand for themselves: a step is taken back, and what a line leaves over goes to both its sides. */
const PART = /(?:var|env)\([^)]*\)|-1 \*|\/ 2(?![\w.])|[\w.%$-]+|\S/g;
/** A step; a border's width; the 6 px of a focus ring; what the screen takes away; a share of the place. */
const ALLOWED = /^(?:var\(--_s[1-7]\)|0|auto|inherit|-?[126]px|env\([^)]*\)|[\d.]+%|calc|min|max|[-+(),]|-1 \*|\/ 2)$/;
/** A line's own height, and that of what can be hit: what stands in the middle of one follows no step. */
const OF_A_LINE = /^(?:1lh|var\(--_target\))$/;
/** How high the thing is that stands in a line. */
const HEIGHT = /^[\d.]+em$/;

const isOnScale = (value) => {
  const parts = value.replace('!important', '').match(PART) ?? [];
  const isCentred = parts.includes('1lh');
  return parts.every((part) => ALLOWED.test(part) || OF_A_LINE.test(part) || (isCentred && HEIGHT.test(part)));
};

/**
 * One scale of space: room between its steps is room that nobody chose, and a figure of its own does not follow
 * `--care-space` and `density`. Not for running text, whose space follows its own size.
 */
export const spaceScale = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { space: 'Write one of the steps var(--_s1) to var(--_s7): {{ property }}: {{ value }} is none.' },
  },
  create: (context) => ({
    'TaggedTemplateExpression[tag.name="css"]'(node) {
      // A hole is no step: nobody sees from here what stands in it.
      const text = node.quasi.quasis.map(({ value }) => value.raw).join('$');
      for (const [, property, written] of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(DECLARATION)) {
        const value = written.trim();
        if (!isOnScale(value)) context.report({ node: node.quasi, messageId: 'space', data: { property, value } });
      }
    },
  }),
};
