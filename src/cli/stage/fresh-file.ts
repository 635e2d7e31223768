import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../project-folder.js';
import { openConnection } from '../../store/connection.js';
import { migrate } from '../../store/migrate.js';

/** A file with all tables and no row, made once in each process. */
let template: string | undefined;

/** Stages open files by the thousand: the migrations run for the first one, which the others copy. */
export function putFreshFile(databaseFile: string, now: string): void {
  if (existsSync(databaseFile) || !existsSync(dirname(databaseFile))) return;
  copyFileSync((template ??= makeTemplate(now)), databaseFile);
}

function makeTemplate(now: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-tables-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'zhibu.db');
  const db = openConnection(file);
  migrate(db, file, `${projectFolder()}prisma`, now);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return file;
}
