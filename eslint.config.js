import tseslint from 'typescript-eslint';

const asArgument = (name) => ({ name, message: 'Comes in as an argument.' });
const noDate = { globals: [asArgument('Date')] };
/** What a pure function cannot see: the clock, chance, the process. */
const ambient = {
  globals: ['Date', 'process', 'setTimeout', 'setInterval', 'crypto'].map(asArgument),
  properties: [{ object: 'Math', property: 'random', message: 'Comes in as an argument.' }],
};
const chinese = '/[\\u4e00-\\u9fff]/';
const noChinese = {
  syntax: [`Literal[value=${chinese}]`, `TemplateElement[value.raw=${chinese}]`].map((selector) => ({
    selector,
    message: 'Chinese belongs in words, chat/replies, command metadata or rulebooks.',
  })),
};
const noRegularExpressions = {
  syntax: [
    'Literal[regex]',
    "NewExpression[callee.name='RegExp']",
    "CallExpression[callee.name='RegExp']",
  ].map((selector) => ({ selector, message: 'Read it with a word of chat/words.' })),
};

/** All bans of one folder in one block: where two blocks name a rule for the same file, only the later one holds. */
function banned(folder, ...bans) {
  const all = (kind) => ['error', ...bans.flatMap((ban) => ban[kind] ?? [])];
  return {
    files: [`${folder}/**/*.ts`],
    rules: {
      'no-restricted-globals': all('globals'),
      'no-restricted-properties': all('properties'),
      'no-restricted-syntax': all('syntax'),
    },
  };
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'data', 'src/reading/generated', '.dependency-cruiser.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  // STYLE: time, ids and randomness come in as arguments; no regular expression stands in commands/.
  banned('commands', ambient, noRegularExpressions),
  // Chinese stands only in command metadata, words, chat/replies, rulebooks, forms and pages.
  banned('src/{domain,app,jobs}', ambient, noChinese),
  banned('src/{chat,words}', ambient),
  banned('src/store', noDate, noChinese),
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
