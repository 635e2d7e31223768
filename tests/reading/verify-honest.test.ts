import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/built.js';
import { freshFolder } from '../support/bot-server.js';

/** The fixed key of played databases (src/cli/stage/house.ts). */
const key = '70'.repeat(32);

it('GIVEN a quarter with corrections, late leave and every kind of proof THEN its ledger is found sound', () => {
  const place = freshFolder();
  const file = join(place.folder, 'zhibu.db');
  const run = (program: string, ...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/src/cli', program), ...words], {
      encoding: 'utf8',
      env: { ...process.env, ZHIBU_KEY: key },
    });
  for (const name of ['quarter', 'rulings-grades', 'attendance-late-leave']) {
    const database = `${file}.${name}`;
    run('play/main.js', join(root, 'tests/transcripts', `${name}.chat`), '--db', database);
    const { status, stdout } = run('main.js', 'verify', '--db', database);
    expect(stdout, name).toContain('完好');
    expect(status, name).toBe(0);
  }
  place.remove();
});
