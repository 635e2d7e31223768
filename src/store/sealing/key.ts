import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bytesOf, putMeta, type Connection } from '../connection.js';
import { createSeal, keptKeysOf, keyIdOf, type KeptKeys, type Seal } from './seal.js';

/** What the canary says; `former`: before the rows of a branch were summed. */
export const canaries = { now: 'zhibu-bot, rows summed', former: 'zhibu-bot' } as const;
export const canaryPlace = 'meta|canary';

/** The key does not fit the database, or a new key would make existing data unreadable. */
export class KeyError extends Error {
  constructor(
    readonly reason: 'wrong' | 'missing' | 'malformed' | 'emptied' | 'replaced' | 'unmarked',
    readonly file: string,
  ) {
    super(reason);
  }
}

export interface OpenedKey {
  readonly seal: Seal;
  /** 32 bytes, for the reading thread; never leaves the process. */
  readonly master: Uint8Array;
  readonly kept: KeptKeys;
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
  db.exec('BEGIN EXCLUSIVE');
  try {
    const file = `${databaseFile}.key`;
    const opened = openLocked(db, file, fromEnvironment);
    db.exec('COMMIT');
    if (opened.madeFile !== null) finishNewKey(file, metaOf(db, 'canary') ?? Buffer.alloc(0));
    return opened;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.pragma('busy_timeout = 50');
  }
}

function openLocked(db: Connection, file: string, fromEnvironment: string | undefined): OpenedKey {
  const canary = metaOf(db, 'canary');
  if (canary !== undefined) finishNewKey(file, canary);
  if (canary === undefined && db.prepare('SELECT 1 FROM branch LIMIT 1').get() !== undefined)
    throw new KeyError('unmarked', file);
  // An empty database beside a key in use is one that was lost: a new branch must not take its place in silence.
  if (canary === undefined && (fromEnvironment === undefined ? existsSync(file) : hasHistory(file)))
    throw new KeyError(existsSync(file) && hexIn(file) === undefined ? 'malformed' : 'emptied', file);
  const { hex, made } =
    fromEnvironment === undefined
      ? keyFile(file, canary === undefined)
      : { hex: fromEnvironment, made: false };
  const master = Buffer.from(hex, 'hex');
  if (canary === undefined) {
    const sealed = createSeal(master).close(canaryPlace, Buffer.from(canaries.now));
    db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING').run('canary', sealed);
  } else if (!fits(hex, canary)) {
    const isReplaced = fromEnvironment !== undefined && fits(hexIn(file), canary);
    throw new KeyError(isReplaced ? 'replaced' : 'wrong', file);
  }
  const kept = keptOf(db, master);
  return { seal: createSeal(master, kept), master, kept, madeFile: made ? file : null };
}

function metaOf(db: Connection, key: string): Uint8Array | undefined {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key);
  return row === undefined ? undefined : bytesOf(row['value']);
}

const keptPlace = 'meta|kept';

/** Those of the first key, once it was replaced. */
function keptOf(db: Connection, master: Uint8Array): KeptKeys {
  const sealed = metaOf(db, 'kept');
  if (sealed === undefined) return keptKeysOf(master);
  const { chain, notice } = JSON.parse(
    createSeal(master).open(keptPlace, sealed).toString('utf8'),
  ) as Readonly<Record<keyof KeptKeys, string>>;
  return { chain: Buffer.from(chain, 'hex'), notice: Buffer.from(notice, 'hex') };
}

/** Inside the transaction that seals everything with another key: from COMMIT on this one fits. */
export function writeKeyMarks(db: Connection, seal: Seal, { chain, notice }: KeptKeys): void {
  const write = db.prepare(putMeta);
  const hex = { chain: Buffer.from(chain).toString('hex'), notice: Buffer.from(notice).toString('hex') };
  write.run('canary', seal.close(canaryPlace, Buffer.from(canaries.now)));
  write.run('kept', seal.close(keptPlace, Buffer.from(JSON.stringify(hex))));
}

/** Whether something was sealed with this key. */
export function fits(hex: string | undefined, canary: Uint8Array): boolean {
  if (hex === undefined) return false;
  try {
    createSeal(Buffer.from(hex, 'hex')).open(canaryPlace, canary);
    return true;
  } catch {
    return false;
  }
}

const nextKey = (keyFile: string) => `${keyFile}.next`;

/** The key that is to take the place of the one in use: on disk before it seals anything. */
export function makeNextKey(file: string): Buffer {
  const made = hexIn(nextKey(file));
  if (made !== undefined) return Buffer.from(made, 'hex');
  const hex = randomBytes(32).toString('hex');
  writeFileSync(nextKey(file), `${hex}\n`, { mode: 0o600, flush: true });
  return Buffer.from(hex, 'hex');
}

/**
 * A change of keys ends here, also one that was cut off after its commit: what is sealed says which key is in use. The
 * former one is kept for older backups.
 */
export function finishNewKey(file: string, canary: Uint8Array, former = hexIn(file)): void {
  if (!existsSync(nextKey(file)) || !fits(hexIn(nextKey(file)), canary)) return;
  if (former !== undefined)
    writeFileSync(formerKeyFile(file, former), `${former}\n`, { mode: 0o600, flush: true });
  renameSync(nextKey(file), file);
}

export function formerKeyFile(file: string, hex: string): string {
  return `${file}.old-${keyIdOf(Buffer.from(hex, 'hex'))}`;
}

/** Undefined: there is none, or none that a start would take. */
export function hexIn(file: string): string | undefined {
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  const hex = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f]{64}$/u.test(hex) ? hex : undefined;
}

/** Beside the database: traces of one that was in use. */
function hasHistory(keyFile: string): boolean {
  const folder = dirname(keyFile);
  const backups = join(folder, 'backups');
  return (
    readdirSync(folder).some((other) => other.startsWith(`${basename(keyFile, '.key')}.before-`)) ||
    (existsSync(backups) && readdirSync(backups).some((copy) => copy.endsWith('.db')))
  );
}

/** A key is made under another name, and called the key once the database is sealed with it: a start cut off before is tried again. */
function keyFile(file: string, mayMake: boolean): { readonly hex: string; readonly made: boolean } {
  if (existsSync(file)) {
    const hex = hexIn(file);
    const isOpen = (statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32';
    if (hex === undefined || isOpen) throw new KeyError('malformed', file);
    return { hex, made: false };
  }
  if (!mayMake) throw new KeyError('missing', file);
  return { hex: makeNextKey(file).toString('hex'), made: true };
}
