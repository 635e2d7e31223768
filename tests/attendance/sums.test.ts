import Database from 'libsql';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Plays a transcript on a database file and sums the ledger with plain SQL: name → points. */
function sums(transcript: string): Readonly<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-sums-'));
  try {
    const file = join(folder, 'branch.db');
    const scene = fromRoot(`tests/transcripts/${transcript}.chat`);
    const played = spawnSync(process.execPath, [fromRoot('dist/src/cli/play/main.js'), scene, '--db', file]);
    expect(played.status).toBe(0);
    const db = new Database(file, { readonly: true });
    const rows = db
      .prepare(
        `SELECT p.name AS name, SUM(e.points) AS sum FROM ledger_entry e
         JOIN person p ON p.branch = e.branch AND p.id = e.member GROUP BY p.name`,
      )
      .all() as { name: string; sum: number }[];
    db.close();
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('what the ledger holds after a chain of attendance, summed by SQL', { timeout: 60_000 }, () => {
  it.each([
    ['attendance-chain', { 周涛: -3 }],
    ['attendance-third-leave', { 张三: -2 }],
    // Posted and reversed; the other two were drafts that fell or still wait.
    ['attendance-late-leave', { 张三: 0 }],
    ['attendance-open-points', { 周涛: -3 }],
    ['attendance-voluntary', {}],
    ['attendance-sign-in-hours', { 王芳: -3, 赵敏: -3 }],
  ])('%s', (transcript, expected) => {
    expect(sums(transcript)).toEqual(expected);
  });
});
