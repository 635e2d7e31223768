/** Rules of this house that oxlint does not bring; `.oxlintrc.json` says where each holds. */

const chinese = /[\u4e00-\u9fff]/u;
const filing = 'Chinese belongs in words, chat/replies, command metadata or rulebooks.';
const reading = 'Read it with a word of chat/words.';

/** A rule that reports a node whenever `isWrong` says so. */
function banned(message, nodes) {
  const visitors = (context) =>
    Object.entries(nodes).map(([type, isWrong]) => [
      type,
      (node) => {
        if (isWrong(node)) context.report({ node, message });
      },
    ]);
  return { create: (context) => Object.fromEntries(visitors(context)) };
}

const isRegExp = ({ callee }) => callee.type === 'Identifier' && callee.name === 'RegExp';

export default {
  meta: { name: 'house' },
  rules: {
    'no-chinese': banned(filing, {
      Literal: ({ value }) => typeof value === 'string' && chinese.test(value),
      TemplateElement: ({ value }) => chinese.test(value.raw),
    }),
    'no-regular-expressions': banned(reading, {
      Literal: ({ regex }) => regex !== undefined,
      NewExpression: isRegExp,
      CallExpression: isRegExp,
    }),
  },
};
