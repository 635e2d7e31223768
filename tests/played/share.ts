import { describe, expect, it } from 'vitest';
import { demandAsWritten, transcriptsIn } from '../support/transcripts.js';

/** Files that play the transcripts, so that they go on beside each other. */
const shares = 4;

const transcripts = await transcriptsIn('tests/transcripts');

/** What `npm test -- --changed` found to be near a change; otherwise all. */
export const touched = process.env['ZHIBU_TRANSCRIPTS']?.split(',');

/** The longest first, one to each share in turn: all take about as long. */
const byLength = transcripts.names
  .filter((name) => touched?.includes(name) ?? true)
  .map((name) => ({ name, lines: transcripts.steps(name).length }))
  .sort((one, other) => other.lines - one.lines);

export function playShare(number: number): void {
  const mine = byLength.filter((_, at) => at % shares === number - 1).map(({ name }) => name);
  let compared = 0;
  describe('每个对话都说得与写的一样，重发任何一行不多说一句话，积分与分录之和相同', () => {
    it.each(mine)('%s', async (name) => {
      compared += await demandAsWritten(name, transcripts);
    });
  });
  if (touched !== undefined) return;
  it('对话不会悄悄一个也没有，积分也真的核对过', () => {
    expect(mine.length).toBeGreaterThan(2);
    // Many end before anything is confirmed, or with several branches.
    expect(compared).toBeGreaterThan(9);
  });
}
