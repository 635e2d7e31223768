import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failureOf } from '../../app/failure.js';
import type { Backup, BackupFailure, Backups, Heads } from '../../app/ports/store/backups.js';
import { sync } from './copy.js';
import type { Elsewhere } from './elsewhere.js';
import { writeHeads } from './heads.js';
import { copiesIn, makeRoom, nameOf } from './names.js';

type Made = Extract<Backup, { kind: 'made' }>;

/**
 * Copies of the whole database in one folder. A copy gets its name only when SQLite finds it sound and every branch's
 * chain ends where the branch says (SPEC §1). Neither the database key nor ballot keys are copied: keep them elsewhere.
 *
 * @param copySound makes and checks a copy, in a thread of its own (src/store/backups/copy.ts)
 */
export function createBackups(
  copySound: (part: string) => Promise<Heads>,
  folder: string,
  elsewhere: Elsewhere,
  onFailure: (error: unknown) => void,
  end: 'db' | 'dump' = 'db',
): Backups {
  const copyTo = async (name: string): Promise<Made> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `.${name}.${process.pid}.part`);
    try {
      const heads = await copySound(part);
      renameSync(part, join(folder, name));
      if (process.platform !== 'win32') sync(folder);
      const bytes = statSync(join(folder, name)).size;
      return { kind: 'made', folder: basename(folder), file: name, bytes, heads };
    } finally {
      rmSync(part, { force: true });
    }
  };
  const make: Backups['make'] = async (which, at) => {
    const day = at.slice(0, 10);
    if (which === 'daily' && copiesIn(folder).some((copy) => copy.daily && copy.at.startsWith(day)))
      return { kind: 'present' };
    try {
      const made = await copyTo(nameOf(which, at, end));
      writeHeads(folder, at, made.heads);
      // Last, so that a failing disk does not cost the older copies.
      makeRoom(folder);
      elsewhere.send(join(folder, made.file), at);
      return made;
    } catch (error) {
      onFailure(error);
      return { kind: 'failed', why: reasonOf(error) };
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One after another: two branches may ask within one second, for a file of one name.
    make(which, at) {
      const made = last.then(() => make(which, at));
      last = made;
      return made;
    },
    latest: () => copiesIn(folder).at(-1)?.at ?? null,
    elsewhere: () => elsewhere.state(),
    async settled() {
      await last;
      await elsewhere.settled();
    },
  };
}

function reasonOf(error: unknown): BackupFailure {
  const { code = '' } = failureOf(error);
  if (code === 'BACKUP_DAMAGED') return 'damaged';
  if (code === 'BACKUP_CHAIN') return 'chain';
  if (code === 'BACKUP_TOOLS') return 'tools';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return 'space';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code) || code.startsWith('SQLITE_CANTOPEN'))
    return 'permission';
  return 'other';
}
