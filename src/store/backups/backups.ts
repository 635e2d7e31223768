import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup, BackupFailure, Backups } from '../../app/ports/backups.js';
import { emptyHead } from '../../domain/points/chain-content.js';
import { link } from '../sealing/chain.js';
import { intOf, openReadOnly, textOf, type Connection } from '../connection.js';
import type { Seal } from '../sealing/seal.js';
import { decodeRow } from '../row-codec.js';
import { isSealed } from '../soundness/examine.js';
import type { Elsewhere } from './elsewhere.js';
import { writeHeads } from './heads.js';
import { copiesIn, makeRoom, nameOf } from './names.js';

/** Entries read at once while checking a chain. */
const pageSize = 1000;

type Made = Extract<Backup, { kind: 'made' }>;

/** The copy was made but failed its check. */
class BadCopy extends Error {
  constructor(readonly why: 'damaged' | 'chain') {
    super(why);
  }
}

/**
 * Copies of the whole database in one folder. `VACUUM INTO` copies one moment, whatever else is being written. A copy
 * gets its name only when SQLite finds it sound and every branch's chain ends where the branch says (SPEC §1). Neither
 * the database key nor ballot keys are copied: keep them elsewhere.
 */
export function createBackups(
  db: Connection,
  seal: Seal,
  folder: string,
  elsewhere: Elsewhere,
  onFailure: (error: unknown) => void,
): Backups {
  const copyTo = (name: string): Made => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `.${name}.${process.pid}.part`);
    try {
      // Made first, so that others can never read it; SQLite accepts an empty file.
      rmSync(part, { force: true });
      closeSync(openSync(part, 'wx', 0o600));
      db.prepare('VACUUM INTO ?').run(part);
      const heads = lookThrough(part, seal);
      sync(part);
      renameSync(part, join(folder, name));
      if (process.platform !== 'win32') sync(folder);
      const bytes = statSync(join(folder, name)).size;
      return { kind: 'made', folder: basename(folder), file: name, bytes, heads };
    } finally {
      rmSync(part, { force: true });
    }
  };
  return {
    make(which, at) {
      const day = at.slice(0, 10);
      if (which === 'daily' && copiesIn(folder).some((copy) => copy.daily && copy.at.startsWith(day)))
        return { kind: 'present' };
      try {
        const made = copyTo(nameOf(which, at));
        writeHeads(folder, at, made.heads);
        // Last, so that a failing disk does not cost the older copies.
        makeRoom(folder);
        elsewhere.send(join(folder, made.file), at);
        return made;
      } catch (error) {
        onFailure(error);
        return { kind: 'failed', why: reasonOf(error) };
      }
    },
    latest: () => copiesIn(folder).at(-1)?.at ?? null,
    elsewhere: () => elsewhere.state(),
    settled: () => elsewhere.settled(),
  };
}

/** @throws BadCopy */
function lookThrough(file: string, seal: Seal): Made['heads'] {
  const copy = openReadOnly(file);
  try {
    const answer = copy.prepare('PRAGMA integrity_check').get();
    if (answer?.['integrity_check'] !== 'ok') throw new BadCopy('damaged');
    const branches = copy.prepare('SELECT id, entry_count, head FROM branch').all();
    return new Map(
      branches.map((row) => {
        const found = followChain(copy, seal, textOf(row, 'id'));
        if (found.count !== intOf(row, 'entry_count') || found.head !== textOf(row, 'head'))
          throw new BadCopy('chain');
        if (!isSealed(copy, seal, textOf(row, 'id'))) throw new BadCopy('chain');
        return [textOf(row, 'id'), found];
      }),
    );
  } finally {
    copy.close();
  }
}

/** @throws BadCopy when an entry is not as signed, or does not follow the one before */
function followChain(copy: Connection, seal: Seal, branch: string): { count: number; head: string } {
  const page = copy.prepare('SELECT * FROM ledger_entry WHERE branch = ? AND seq > ? ORDER BY seq LIMIT ?');
  let count = 0;
  let head = emptyHead;
  for (;;) {
    const rows = page.all(branch, count, pageSize);
    if (rows.length === 0) return { count, head };
    for (const row of rows) {
      const entry = decodeRow('entry', row, branch, seal);
      if (entry.seq !== count + 1 || link(seal, branch, entry, head).hash !== entry.hash)
        throw new BadCopy('chain');
      count = entry.seq;
      head = entry.hash;
    }
  }
}

function reasonOf(error: unknown): BackupFailure {
  if (error instanceof BadCopy) return error.why;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return 'space';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code) || code.startsWith('SQLITE_CANTOPEN'))
    return 'permission';
  return 'other';
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
