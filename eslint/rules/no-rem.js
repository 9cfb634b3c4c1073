/** A `rem` follows the page's root, not the place of the widget: on a page with `html{font-size:62.5%}` all shrinks. */
export const noRem = {
  meta: { type: 'problem', schema: [], messages: { rem: 'Use em (the inherited font size), never rem.' } },
  create: (context) => ({
    'TaggedTemplateExpression[tag.name="css"]'(node) {
      node.quasi.quasis.forEach((quasi, index) => {
        const text = quasi.value.raw.replace(/\/\*[\s\S]*?\*\//g, '');
        // `${size}rem`: the number is the expression before.
        if (/(^|[^\w-])[\d.]+rem\b/i.test(text) || (index > 0 && /^rem\b/i.test(text))) {
          context.report({ node: quasi, messageId: 'rem' });
        }
      });
    },
  }),
};
