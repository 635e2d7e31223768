/** A branch with another rulebook: other numbers, items, wording, tiers, categories and cap, without a line of code. */
import { describe, expect, it } from 'vitest';
import { demandAsWritten, transcriptsIn } from '../support/transcripts.js';

const transcripts = await transcriptsIn('tests/transcripts-second', 'tests/support/rulebooks/second.yaml');

describe('换一份细则，每个对话也说得与写的一样', () => {
  it.each(transcripts.names)('%s', async (name) => {
    await demandAsWritten(name, transcripts);
  });
  it('对话不会悄悄一个也没有', () => {
    expect(transcripts.names.length).toBeGreaterThan(0);
  });
});
