/** A branch with another rulebook: other numbers, items, wording, tiers, categories and cap, without a line of code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faults } from './support/ledger.js';
import { root } from './support/built.js';
import { afterEveryLine, diff, parse, playFresh, secondRulebook } from './support/transcripts.js';

const folder = join(root, 'tests/transcripts-second');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.chat'))
  .sort();

describe('换一份细则,每个对话也说得与写的一样,重发不多说', () => {
  it.each(files)('%s', { timeout: 240_000 }, async (name) => {
    const steps = parse(readFileSync(join(folder, name), 'utf8'), secondRulebook);
    await playFresh(
      afterEveryLine(steps, 'again'),
      (played, file) => {
        expect(diff(played), name).toBe('');
        expect(faults(file)).toEqual([]);
      },
      secondRulebook,
    );
  });
});
