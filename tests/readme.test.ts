import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differenceText } from '../src/cli/play/check.js';
import { playHere, stepsOf } from '../src/cli/play/here.js';
import { examplesIn } from '../src/cli/play/update.js';
import { loadRulebook } from '../src/start/files/rulebook-file.js';

const rulebook = await loadRulebook('rulebooks/2018.yaml');
const guides = readdirSync('docs').filter((name) => name.endsWith('.md'));
const shown = ['README.md', ...guides.map((name) => `docs/${name}`)].flatMap((document) =>
  examplesIn(readFileSync(document, 'utf8')).map(({ line, text }) => ({
    place: `${document}:${line}`,
    text,
  })),
);

describe('the transcripts that the documents show', () => {
  it('are there: the README shows the bot at work', () => {
    expect(shown.map(({ place }) => place.replace(/:.*/u, ''))).toContain('README.md');
  });

  it.each(shown)(
    'is what the bot really says: $place (if not: npm run play -- --update docs README.md)',
    async ({ text }) => {
      expect(differenceText(await playHere(stepsOf(text, { rulebook }), { rulebook }))).toBe('');
    },
  );
});
