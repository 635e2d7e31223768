import tseslint from 'typescript-eslint';

const chinese = '/[\\u4e00-\\u9fff]/';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'data', 'src/reading/generated', '.dependency-cruiser.cjs'] },
  {
    files: ['**/*.ts'],
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
  {
    // STYLE: time, ids and randomness come in as arguments.
    files: ['src/domain/**/*.ts', 'src/app/**/*.ts', 'src/chat/**/*.ts', 'commands/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", message: 'Time comes in as an argument.' },
      ],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'crypto'],
    },
  },
  {
    // STYLE: Chinese stands only in command metadata, chat/replies, rulebooks, forms and pages.
    files: ['src/domain/**/*.ts', 'src/app/**/*.ts', 'src/store/**/*.ts', 'src/jobs/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", message: 'Time comes in as an argument.' },
        {
          selector: `Literal[value=${chinese}]`,
          message: 'Chinese belongs in chat/replies, command metadata or rulebooks.',
        },
        {
          selector: `TemplateElement[value.raw=${chinese}]`,
          message: 'Chinese belongs in chat/replies, command metadata or rulebooks.',
        },
      ],
    },
  },
  {
    files: ['commands/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Literal[regex]',
          message: 'No regular expression stands in commands/: use a word of chat/words.',
        },
        {
          selector: "NewExpression[callee.name='RegExp']",
          message: 'No regular expression stands in commands/.',
        },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
