import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/** One row as the driver gives it; blobs come as ArrayBuffer. */
export type Row = Readonly<Record<string, unknown>>;
export type SqlValue = string | number | Uint8Array | null;

/** The driver takes a single blob for named values: give two. */
interface Statement {
  run(...values: readonly SqlValue[]): { readonly changes: number };
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
}

/** The part of the driver that the store uses (docs/adr/0001-libsql.md); another database behaves like it (0023). */
export interface Connection {
  /** A server: its text is sound, it needs no care of ours with files. */
  readonly isServer?: true;
  readonly inTransaction: boolean;
  prepare(sql: string): Statement;
  exec(sql: string): unknown;
  pragma(source: string): unknown;
  /** Another number once another connection has committed; left out where the database cannot tell. */
  dataVersion?(): number;
  /** What became of the last transaction whose COMMIT was under way when the connection was lost. */
  fate?(): 'committed' | 'lost' | 'unknown';
  close(): unknown;
}

/**
 * Opens the bot's one SQLite file. WAL with synchronous=FULL: an answered message survives a power failure. The short
 * busy timeout keeps the event loop free; the committer retries.
 */
export function openConnection(file: string): Connection {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file) as unknown as Connection;
  db.pragma('busy_timeout = 5000');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  // Overwrites deleted rows, above all ballots.
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 50');
  const version = db.prepare('PRAGMA data_version');
  return Object.assign(db, { dataVersion: () => intOf(version.get() ?? {}, 'data_version') });
}

/** For readers outside the message thread, which may wait while somebody holds the file. */
export function openReadOnly(file: string): Connection {
  const db = new Database(file, { readonly: true }) as unknown as Connection;
  db.pragma('busy_timeout = 5000');
  return db;
}

/** One fact about the database itself takes the place of the one before. */
export const putMeta =
  'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

/** `file:./data/zhibu.db` → `./data/zhibu.db`; of a server the place on this machine beside which keys and backups lie. */
export function fileOf(databaseUrl: string): string {
  if (isServer(databaseUrl)) return `./data/${new URL(databaseUrl).pathname.slice(1)}.postgresql`;
  return databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : databaseUrl;
}

/** `postgresql://…`, for the options that take it; nothing for a file. */
export function serverOf(databaseUrl: string): { readonly postgres?: string } {
  return isServer(databaseUrl) ? { postgres: databaseUrl } : {};
}

function isServer(databaseUrl: string): boolean {
  return /^postgres(?:ql)?:/u.test(databaseUrl);
}

export function bytesOf(blob: unknown): Buffer {
  if (blob instanceof ArrayBuffer) return Buffer.from(blob);
  if (blob instanceof Uint8Array) return Buffer.from(blob);
  throw new Error('a blob was expected');
}

/** A text column; throws on anything else. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`text expected in ${column}`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

/** An integer column; throws on anything else. */
export function intOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`number expected in ${column}`);
  return value;
}
