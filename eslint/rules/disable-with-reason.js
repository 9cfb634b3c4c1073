/** Where a rule is switched off without a reason, nobody can tell whether the next failure matters. */
export const disableWithReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { reason: 'Write why: `eslint-disable-next-line the-rule -- the reason`, and name the rule.' },
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const directive = /^\s*eslint-disable(?:-next-line|-line)?\b([\s\S]*)$/.exec(comment.value);
        if (!directive || /^\s+[\w@/, -]+?\s-{2,}\s+\S/.test(directive[1])) continue;
        // Column -1: before the comment itself, else `eslint-disable` would hide this very report.
        context.report({ loc: { line: comment.loc.start.line, column: -1 }, messageId: 'reason' });
      }
    },
  }),
};
