/** What a database refuses for now, by the driver's code or the server's (PostgreSQL, appendix A). */

/** Another process is at work. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === '55P03';
}

/** The connection to the server is gone, and with it what was not committed. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && 'isLost' in error && error.isLost === true;
}

/** Two processes stood in each other's way, or the server went away: the same is tried again. */
export function mayRepeat(error: unknown): boolean {
  return isLost(error) || ['40001', '40P01', '55P03'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
