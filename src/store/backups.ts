import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup, BackupFailure, Backups } from '../app/ports/backups.js';
import { emptyHead } from '../domain/points/chain-content.js';
import { link } from './sealing/chain.js';
import { intOf, openReadOnly, textOf, type Connection } from './connection.js';
import type { Seal } from './sealing/seal.js';
import { decodeRow } from './row-codec.js';
import { isSealed } from './soundness/examine.js';

/** Number of daily copies to keep; copies that somebody asked for stay until they remove them. */
const dailiesKept = 14;
/** Entries read at once while checking a chain. */
const pageSize = 1000;
const fileName = /^zhibu-(daily-)?(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.db$/u;

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
  onFailure: (error: unknown) => void,
): Backups {
  const files = () =>
    namesIn(folder)
      .flatMap((name) => nameParts(name) ?? [])
      .sort((one, other) => (one.at < other.at ? -1 : 1));
  const copyTo = (name: string): Backup => {
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
      const daily = which === 'daily';
      const day = at.slice(0, 10);
      if (daily && files().some((file) => file.daily && file.at.startsWith(day))) return { kind: 'present' };
      try {
        const stamp = at.replaceAll('-', '').replaceAll(':', '').replace('T', '-');
        const made = copyTo(`zhibu-${daily ? 'daily-' : ''}${stamp}.db`);
        // Last, so that a failing disk does not cost the older copies.
        const dailies = files().filter((file) => file.daily);
        for (const { name } of dailies.slice(0, -dailiesKept)) rmSync(join(folder, name));
        return made;
      } catch (error) {
        onFailure(error);
        return { kind: 'failed', why: reasonOf(error) };
      }
    },
    latest: () => files().at(-1)?.at ?? null,
  };
}

/** Empty when the folder is unreadable: then no copy is of use. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function nameParts(name: string) {
  const match = fileName.exec(name);
  if (match === null) return undefined;
  const [, daily, year = '', month = '', day = '', hour = '', minute = '', second = ''] = match;
  return {
    name,
    daily: daily !== undefined,
    at: `${year}-${month}-${day}T${hour}:${minute}:${second}`,
  };
}

/** @throws BadCopy */
function lookThrough(file: string, seal: Seal): Extract<Backup, { kind: 'made' }>['heads'] {
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
