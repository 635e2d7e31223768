/** A whole year of a branch, changed by somebody who can write to the file and took its triggers off. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openConnection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import { examine, examineRows } from '../../src/store/soundness/examine.js';
import type { Finding } from '../../src/store/soundness/finding.js';
import { specs } from '../../src/store/tables.js';
import { ask } from '../support/branch/ledger.js';
import { playFresh, transcriptsIn } from '../support/transcripts.js';
import { prismaFolder } from './scene.js';

export const key = '70'.repeat(32);

export interface Column {
  readonly name: string;
  readonly kind: 'int' | 'text' | 'bool' | 'json';
}

export interface Table {
  readonly table: string;
  /** Without the branch. */
  readonly key: readonly string[];
  readonly plain: readonly Column[];
  readonly sealed: boolean;
}

const logs: readonly Table[] = [
  {
    table: 'inbox',
    key: ['channel', 'message_id'],
    plain: texts('channel', 'message_id', 'at'),
    sealed: false,
  },
  {
    table: 'audit',
    key: ['seq'],
    plain: [{ name: 'seq', kind: 'int' }, ...texts('at', 'use_case', 'ids', 'channel', 'message_id')],
    sealed: false,
  },
];

function texts(...names: readonly string[]): readonly Column[] {
  return names.map((name) => ({ name, kind: 'text' }));
}

export async function openYear() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-sound-'));
  const file = join(folder, 'year.db');
  const transcripts = await transcriptsIn('tests/transcripts');
  await playFresh(transcripts.steps('whole-year.chat'), transcripts, (_, database) => {
    const db = openConnection(database);
    db.prepare('VACUUM INTO ?').run(file);
    db.close();
    return Promise.resolve();
  });
  const triggers = ask(file, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
  let copies = 0;
  /** A copy with this done to it. */
  const tampered = (...sql: readonly string[]): string => {
    copies += 1;
    const copy = join(folder, `${copies}.db`);
    copyFileSync(file, copy);
    const db = new Database(copy);
    db.exec('PRAGMA foreign_keys = OFF');
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${String(name)}"`);
    for (const statement of sql) db.exec(statement);
    for (const trigger of triggers) db.exec(String(trigger['sql']));
    db.close();
    return copy;
  };
  const open = openConnection(tampered());
  const { seal } = openKey(open, file, key);
  open.exec('PRAGMA foreign_keys = OFF');
  for (const { name } of triggers) open.exec(`DROP TRIGGER "${String(name)}"`);
  const count = (table: string) =>
    Number(ask(file, `SELECT COUNT(*) AS count FROM "${table}"`)[0]?.['count']);
  return {
    folder,
    file,
    tampered,
    filled: [...Object.values(specs), ...logs].filter(({ table }) => count(table) > 0) as readonly Table[],
    count,
    /** Keys of the first rows of a table, as a finding gives them. */
    keys: ({ table, key }: Table): readonly string[] =>
      ask(file, `SELECT ${key.join(` || '/' || `)} AS key FROM "${table}" ORDER BY rowid`).map((row) =>
        String(row['key']),
      ),
    /** What is found in the rows after changes that are taken back. */
    rowsAfter: (...sql: readonly string[]): readonly Finding[] => {
      open.exec('BEGIN');
      try {
        for (const statement of sql) open.exec(statement);
        return examineRows(open, seal, () => undefined);
      } finally {
        open.exec('ROLLBACK');
      }
    },
    close: () => {
      open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function findingsIn(database: string): readonly Finding[] {
  const db = openConnection(database);
  try {
    return examine(db, openKey(db, database, key).seal, prismaFolder, () => undefined);
  } finally {
    db.close();
    rmSync(database, { force: true });
  }
}
