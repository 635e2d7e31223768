import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bytesOf, openConnection, openReadOnly } from '../connection.js';
import { fits, hexIn } from '../sealing/key.js';
import { headFile } from './heads.js';
import { isPacked, unpack } from './packed.js';
import { markRestored } from './restored.js';

/** Where a backup is looked through and made ready. */
export const workCopy = (databaseFile: string) => `${databaseFile}.restoring`;

/**
 * A copy of the backup beside the database: the backup itself stays as it is.
 * @param passphrase asked for only where the backup is packed
 * @returns the key that came with it
 * @throws NotUnpacked
 */
export async function copyOfBackup(
  file: string,
  databaseFile: string,
  passphrase: () => Promise<string>,
): Promise<string | undefined> {
  const copy = workCopy(databaseFile);
  removeWorkCopy(databaseFile);
  if (isPacked(file)) return (await unpack(file, await passphrase(), copy)).toString('hex');
  copyFileSync(file, copy);
  return undefined;
}

export function removeWorkCopy(databaseFile: string): void {
  const name = basename(workCopy(databaseFile));
  for (const part of readdirSync(dirname(databaseFile)))
    if (part.startsWith(name)) rmSync(join(dirname(databaseFile), part));
}

/** The first of the keys that opens the copy: the one of today, or one of before a change of keys. */
export function keyOfCopy(databaseFile: string, given: readonly (string | undefined)[]): string | undefined {
  const folder = dirname(databaseFile);
  const name = basename(databaseFile);
  const beside = readdirSync(folder).filter(
    (other) => other === `${name}.key` || other.startsWith(`${name}.key.old-`),
  );
  const db = openReadOnly(workCopy(databaseFile));
  try {
    const row = db.prepare("SELECT value FROM meta WHERE key = 'canary'").get();
    if (row === undefined) return undefined;
    const canary = bytesOf(row['value']);
    return [...given, ...beside.map((key) => hexIn(join(folder, key)))].find((hex) => fits(hex, canary));
  } finally {
    db.close();
  }
}

/**
 * Letters that were not sent when the backup was made have most likely arrived since: they are in doubt, and go again
 * only when somebody wants them to (ADR 0010).
 * @returns how many
 */
export function doubtLetters(databaseFile: string): number {
  const db = openConnection(workCopy(databaseFile));
  try {
    markRestored(db);
    return db
      .prepare("UPDATE outbox SET state = 'uncertain' WHERE state IN ('queued', 'sending', 'waiting')")
      .run().changes;
  } finally {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
}

/**
 * Puts the copy in the place of the database, and keeps what was there. Cut off in between, the next start finds no
 * database beside a key in use and says so (`KeyError`).
 * @param key written into the key file when it is another one
 * @returns where the former file is; null: there was none
 */
export function putInPlace(
  databaseFile: string,
  key: string | undefined,
  backupFolder: string,
  stamp: string,
): string | null {
  const aside = `${databaseFile}.before-restore-${stamp}`;
  const hadOne = existsSync(databaseFile);
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(`${databaseFile}${ending}`)) renameSync(`${databaseFile}${ending}`, `${aside}${ending}`);
  const keyFile = `${databaseFile}.key`;
  if (key !== undefined && hexIn(keyFile) !== key) {
    if (existsSync(keyFile)) renameSync(keyFile, `${aside}.key`);
    writeFileSync(keyFile, `${key}\n`, { mode: 0o600, flush: true });
  }
  // From now on the backups go on from here.
  const heads = headFile(backupFolder);
  if (existsSync(heads)) renameSync(heads, `${heads}.before-restore-${stamp}`);
  renameSync(workCopy(databaseFile), databaseFile);
  removeWorkCopy(databaseFile);
  if (process.platform !== 'win32') {
    const folder = openSync(dirname(databaseFile), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
  return hadOne ? aside : null;
}
