import { describe, expect, it } from 'vitest';
import { examples, playText } from './support/examples.js';

describe('the transcripts that the documents show', () => {
  const shown = examples();

  it('are there: the README shows the bot at work', () => {
    expect(shown.map((example) => example.document)).toContain('README.md');
  });

  it.each(shown.map((example) => [`${example.document}:${example.line}`, example] as const))(
    'is what the bot really says: %s (if not: npm run build, npx tsx tests/support/examples.ts)',
    async (_place, { text }) => {
      // Play exits with 1 and tells the differences on standard error; so do the logs, whatever happens.
      const told = await playText(text, '--check').then(
        () => '',
        (error: unknown) => (error as { stderr: string }).stderr || String(error),
      );
      expect(told).toBe('');
    },
  );
});
