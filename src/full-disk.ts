import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Less than a page or two: SQLite can write nothing there. */
const nothing = 64 * 1024;

/** The driver calls a full disk `SQLITE_ERROR` or `SQLITE_IOERR`; the log is to name it. */
export function namingFullDisk(file: string): (error: unknown) => unknown {
  return (error) => {
    if (!(error instanceof Error) || !('code' in error)) return error;
    if (!/^SQLITE_(?:ERROR|FULL|IOERR|CANTOPEN)/u.test(String(error.code))) return error;
    if (!isFull(dirname(file))) return error;
    error.code = 'ENOSPC';
    return error;
  };
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < nothing;
  } catch {
    return false;
  }
}
