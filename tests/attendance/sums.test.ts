import { expect, it } from 'vitest';
import { ask } from '../support/ledger.js';
import { playFresh, transcriptsIn } from '../support/transcripts.js';

const transcripts = await transcriptsIn('tests/transcripts');

/** Plays a transcript and sums the ledger with plain SQL: name → points. */
const sums = (transcript: string) =>
  playFresh(transcripts.steps(`${transcript}.chat`), transcripts, (_, file) =>
    Object.fromEntries(
      ask(
        file,
        `SELECT p.name AS name, SUM(e.points) AS sum FROM ledger_entry e
         JOIN person p ON p.branch = e.branch AND p.id = e.member GROUP BY p.name`,
      ).map(({ name, sum }) => [name, sum]),
    ),
  );

it.each([
  ['attendance-chain', { 周涛: -3 }],
  ['attendance-third-leave', { 张三: -2 }],
  // Posted and reversed; the other two were drafts that fell or still wait.
  ['attendance-late-leave', { 张三: 0 }],
  ['attendance-open-points', { 周涛: -3 }],
  ['attendance-voluntary', {}],
  ['attendance-sign-in-hours', { 王芳: -3, 赵敏: -3 }],
])('%s: what the ledger holds at the end, summed by SQL', async (transcript, expected) => {
  expect(await sums(transcript)).toEqual(expected);
});
