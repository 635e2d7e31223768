import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bytesOf, type Connection } from '../connection.js';
import { createSeal, type Seal } from './seal.js';

const canaryText = 'zhibu-bot';

/** The key does not fit the database, or a new key would make existing data unreadable. */
export class KeyError extends Error {
  constructor(
    readonly reason: 'wrong' | 'missing' | 'malformed',
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
      seal.close('meta|canary', Buffer.from(canaryText)),
    );
  } else {
    check(seal, bytesOf(canary['value']), file);
  }
  return { seal, master, madeFile: made ? file : null };
}

function check(seal: Seal, sealed: Uint8Array, file: string): void {
  try {
    seal.open('meta|canary', sealed);
  } catch {
    throw new KeyError('wrong', file);
  }
}

function keyFile(file: string, mayMake: boolean): { readonly hex: string; readonly made: boolean } {
  if (existsSync(file)) {
    const hex = readFileSync(file, 'utf8').trim();
    if (!/^[0-9a-f]{64}$/u.test(hex)) throw new KeyError('malformed', file);
    if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32')
      throw new KeyError('malformed', file);
    return { hex, made: false };
  }
  if (!mayMake) throw new KeyError('missing', file);
  const hex = randomBytes(32).toString('hex');
  mkdirSync(dirname(file), { recursive: true });
  // On disk before it seals anything.
  writeFileSync(file, `${hex}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return { hex, made: true };
}
