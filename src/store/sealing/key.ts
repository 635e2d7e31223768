import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bytesOf, type Connection } from '../connection.js';
import { createSeal, type Seal } from './seal.js';

/** What the canary says; `former`: before the rows of a branch were summed. */
export const canaries = { now: 'zhibu-bot, rows summed', former: 'zhibu-bot' } as const;
export const canaryPlace = 'meta|canary';

/** The key does not fit the database, or a new key would make existing data unreadable. */
export class KeyError extends Error {
  constructor(
    readonly reason: 'wrong' | 'missing' | 'malformed' | 'emptied',
    readonly file: string,
  ) {
    super(reason);
  }
}

interface OpenedKey {
  readonly seal: Seal;
  /** 32 bytes, for the reading thread; never leaves the process. */
  readonly master: Uint8Array;
  /** Set when a key file was just made, so that people hear that they must keep it safe. */
  readonly madeFile: string | null;
}

/**
 * The key from the environment, else from a file beside the database, which the first start makes with mode 0600. A
 * canary in the database exposes a wrong key before anything is written (SPEC §6).
 * @param fromEnvironment 64 hexadecimal digits
 * @throws KeyError
 */
export function openKey(
  db: Connection,
  databaseFile: string,
  fromEnvironment: string | undefined,
): OpenedKey {
  db.pragma('busy_timeout = 30000');
  // Two processes at the first start must not make two keys.
  db.exec('BEGIN IMMEDIATE');
  try {
    const opened = openLocked(db, `${databaseFile}.key`, fromEnvironment);
    db.exec('COMMIT');
    return opened;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.pragma('busy_timeout = 50');
  }
}

function openLocked(db: Connection, file: string, fromEnvironment: string | undefined): OpenedKey {
  const canary = db.prepare("SELECT value FROM meta WHERE key = 'canary'").get();
  const { hex, made } =
    fromEnvironment === undefined
      ? keyFile(file, canary === undefined)
      : { hex: fromEnvironment, made: false };
  const master = Buffer.from(hex, 'hex');
  const seal = createSeal(master);
  if (canary === undefined) {
    db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
      'canary',
      seal.close(canaryPlace, Buffer.from(canaries.now)),
    );
  } else {
    check(seal, bytesOf(canary['value']), file);
  }
  return { seal, master, madeFile: made ? file : null };
}

function check(seal: Seal, sealed: Uint8Array, file: string): void {
  try {
    seal.open(canaryPlace, sealed);
  } catch {
    throw new KeyError('wrong', file);
  }
}

/** An empty database beside a key in use is one that was lost: a new branch must not take its place in silence. */
function hasHistory(keyFile: string): boolean {
  const folder = dirname(keyFile);
  const name = basename(keyFile, '.key');
  const backups = join(folder, 'backups');
  return (
    readdirSync(folder).some((other) => other.startsWith(`${name}.before-`)) ||
    (existsSync(backups) && readdirSync(backups).some((copy) => copy.endsWith('.db'))) ||
    statSync(join(folder, name)).mtimeMs - statSync(keyFile).mtimeMs > firstDay
  );
}

/** A first start that was cut off made the key and nothing else; it is tried again on the same day. */
const firstDay = 24 * 60 * 60 * 1000;

function keyFile(file: string, mayMake: boolean): { readonly hex: string; readonly made: boolean } {
  if (existsSync(file)) {
    if (!statSync(file).isFile()) throw new KeyError('malformed', file);
    const hex = readFileSync(file, 'utf8').trim();
    if (!/^[0-9a-f]{64}$/u.test(hex)) throw new KeyError('malformed', file);
    if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32')
      throw new KeyError('malformed', file);
    if (mayMake && hasHistory(file)) throw new KeyError('emptied', file);
    return { hex, made: false };
  }
  if (!mayMake) throw new KeyError('missing', file);
  const hex = randomBytes(32).toString('hex');
  mkdirSync(dirname(file), { recursive: true });
  // On disk before it seals anything.
  writeFileSync(file, `${hex}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return { hex, made: true };
}
