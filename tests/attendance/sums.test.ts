import { describe, expect, it } from 'vitest';
import { ask } from '../support/branch/ledger.js';
import { playFresh, transcriptsIn } from '../support/transcripts.js';

const transcripts = await transcriptsIn('tests/transcripts');

describe('what the ledger holds after a chain of attendance, summed by SQL', () => {
  it.each([
    ['attendance-chain', { 周涛: -3 }],
    ['attendance-third-leave', { 张三: -2 }],
    // Posted and reversed; the other two were drafts that fell or still wait.
    ['attendance-late-leave', { 张三: 3 }],
    ['attendance-open-points', { 周涛: -3 }],
    ['attendance-voluntary', {}],
    ['attendance-sign-in-hours', { 王芳: -3, 赵敏: -3 }],
  ])('%s', async (name, expected) => {
    const sums = await playFresh(transcripts.steps(`${name}.chat`), transcripts, (_, file) =>
      ask(
        file,
        `SELECT p.name AS name, SUM(e.points) AS sum FROM ledger_entry e
         JOIN person p ON p.branch = e.branch AND p.id = e.member GROUP BY p.name`,
      ),
    );
    expect(Object.fromEntries(sums.map(({ name: member, sum }) => [member, sum]))).toEqual(expected);
  });
});
