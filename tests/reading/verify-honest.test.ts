import { expect, it } from 'vitest';
import { run } from '../../src/cli/verify.js';
import { call } from '../support/command-line.js';
import { playFresh, transcriptsIn } from '../support/transcripts.js';

/** The fixed key of played databases (src/cli/stage/house.ts). */
const key = '70'.repeat(32);
const transcripts = await transcriptsIn('tests/transcripts');

it.each(['quarter', 'rulings-grades', 'attendance-late-leave'])(
  'GIVEN %s, with corrections, late leave and every kind of proof THEN its ledger is found sound',
  async (name) => {
    const { code, out } = await playFresh(transcripts.steps(`${name}.chat`), transcripts, (_, database) =>
      call(run, { database, key }),
    );
    expect(out).toContain('完好');
    expect(code).toBe(0);
  },
);
