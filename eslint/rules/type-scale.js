/** The steps: small, text, large, and the headings of widgets, of articles' sections and of pages. */
const STEPS = ['0.875em', '1em', '1.1875em', '1.375em', '1.75em'];
/** Sizes for print. */
const POINTS = /^\d+pt$/;
/** A step by its token, or the size of a title, which follows the width of its place. */
const BY_TOKEN = /^(?:var\(--_(?:sm|lg|xl|title)(?:, [\d.]+em)?\)|max\(1em, var\(--_title-least, 0px\)\))$/;

/** One type scale. A size between its steps was not chosen for a reason. Nothing is smaller than 14 px on a page of 16. */
export const typeScale = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      size: `Write one of the steps ${STEPS.join(', ')}, or its token: {{ size }} is none.`,
      font: 'Write font: inherit, and font-size for a size: a shorthand hides the step.',
    },
  },
  create: (context) => ({
    'TaggedTemplateExpression[tag.name="css"]'(node) {
      for (const quasi of node.quasi.quasis) {
        const text = quasi.value.raw.replace(/\/\*[\s\S]*?\*\//g, '');
        for (const [, written] of text.matchAll(/(?:^|[\s;{])font-size:\s*([^;}]+)/g)) {
          const size = written.replace('!important', '').trim();
          const isStep = size === 'inherit' || STEPS.includes(size) || POINTS.test(size) || BY_TOKEN.test(size);
          if (!isStep) context.report({ node: quasi, messageId: 'size', data: { size } });
        }
        if (/(?:^|[\s;{])font:(?!\s*inherit)/.test(text)) context.report({ node: quasi, messageId: 'font' });
      }
    },
  }),
};
