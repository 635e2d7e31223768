import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import type { Heads } from '../../app/ports/store/backups.js';
import { emptyHead } from '../../domain/points/chain-content.js';
import { intOf, openReadOnly, textOf, type Connection } from '../connection.js';
import { decodeRow } from '../row-codec.js';
import { link } from '../sealing/chain.js';
import type { Seal } from '../sealing/seal.js';
import { isSealed } from '../soundness/examine.js';

/** Entries read at once while checking a chain. */
const pageSize = 1000;

/** The copy was made but failed its check. Its code crosses from thread to thread. */
export class BadCopy extends Error {
  constructor(readonly code: 'BACKUP_DAMAGED' | 'BACKUP_CHAIN' | 'BACKUP_TOOLS' | 'BACKUP_DUMP') {
    super(code);
  }
}

/**
 * Copies the database to `part`, safe on the disk, and looks it through; over a connection of its own, since it takes
 * as long as the file is large. `VACUUM INTO` copies what was committed at one moment, whatever is written meanwhile.
 * @throws BadCopy
 */
export function copySound(databaseFile: string, part: string, seal: Seal): Heads {
  makePrivate(part);
  const db = openReadOnly(databaseFile);
  try {
    db.prepare('VACUUM INTO ?').run(part);
  } finally {
    db.close();
  }
  const heads = lookThrough(part, seal);
  sync(part);
  return heads;
}

/** @throws BadCopy */
function lookThrough(file: string, seal: Seal): Heads {
  const copy = openReadOnly(file);
  try {
    const answer = copy.prepare('PRAGMA integrity_check').get();
    if (answer?.['integrity_check'] !== 'ok') throw new BadCopy('BACKUP_DAMAGED');
    return headsOf(copy, seal);
  } finally {
    copy.close();
  }
}

/**
 * Follows every branch's chain to its end.
 * @throws BadCopy
 */
export function headsOf(copy: Connection, seal: Seal): Heads {
  const branches = copy.prepare('SELECT id, entry_count, head FROM branch').all();
  return new Map(
    branches.map((row) => {
      const found = followChain(copy, seal, textOf(row, 'id'));
      if (found.count !== intOf(row, 'entry_count') || found.head !== textOf(row, 'head'))
        throw new BadCopy('BACKUP_CHAIN');
      if (!isSealed(copy, seal, textOf(row, 'id'))) throw new BadCopy('BACKUP_CHAIN');
      return [textOf(row, 'id'), found];
    }),
  );
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
        throw new BadCopy('BACKUP_CHAIN');
      count = entry.seq;
      head = entry.hash;
    }
  }
}

/** Made first, so that others can never read it; whoever copies accepts an empty file. */
export function makePrivate(part: string): void {
  rmSync(part, { force: true });
  closeSync(openSync(part, 'wx', 0o600));
}

/** Safe on the disk: a file, or the names in a folder. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
