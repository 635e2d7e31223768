import { mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { Chat, ChannelFile } from '../../app/ports/channel.js';
import type { LocalFile, LocalMessage, LocalPerson } from './message.js';

/**
 * The page plays Tencent, so its history has a file of its own, which the bot never reads. `account` is null for the
 * group and names the person of a private chat; `speaker` is null for the bot.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS person (
    account TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT, speaker TEXT, text TEXT NOT NULL, at TEXT NOT NULL,
    client_id TEXT, outbound_key TEXT UNIQUE,
    handled INTEGER NOT NULL CHECK (handled IN (0, 1)),
    UNIQUE (speaker, client_id),
    CHECK ((speaker IS NULL) = (outbound_key IS NOT NULL))
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_by_chat ON message (account, id);
  CREATE INDEX IF NOT EXISTS message_unhandled ON message (id) WHERE handled = 0;
  CREATE TABLE IF NOT EXISTS file (
    id INTEGER PRIMARY KEY AUTOINCREMENT, message INTEGER NOT NULL REFERENCES message (id),
    kind TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS file_by_message ON file (message);
`;

interface MessageRow {
  readonly id: number;
  readonly account: string | null;
  readonly speaker: string | null;
  readonly text: string;
  readonly at: string;
  readonly client_id: string | null;
}

interface FileRow {
  readonly id: number;
  readonly kind: ChannelFile['kind'];
  readonly name: string;
  readonly size: number;
}

interface StoredFileRow extends FileRow {
  readonly bytes: ArrayBuffer;
  readonly account: string | null;
}

/** One of the two keys identifies the line, so that writing it twice does no harm. */
export interface NewLine {
  readonly chat: Chat;
  readonly text: string;
  readonly at: string;
  readonly files: readonly ChannelFile[];
  readonly from:
    | { readonly kind: 'person'; readonly account: string; readonly clientId: string | undefined }
    | { readonly kind: 'bot'; readonly key: string };
}

export interface HistoryFile {
  /** Drawn when the file is made; keeps message ids of different files apart. */
  readonly origin: string;
  setting(name: string): string | undefined;
  keep(name: string, value: string): void;
  upsertPeople(people: readonly LocalPerson[]): void;
  people(): readonly LocalPerson[];
  /** The written line, or the one that an earlier write of the same key left. */
  write(line: NewLine): { readonly message: LocalMessage; readonly isNew: boolean };
  /** Lines that the bot has not taken yet, oldest first. */
  unhandled(): readonly number[];
  isUnhandled(id: number): boolean;
  markHandled(id: number): void;
  message(id: number): LocalMessage | undefined;
  /** The last `limit` lines of one conversation before `before`, oldest first. */
  before(chat: Chat, before: number, limit: number): readonly LocalMessage[];
  /** Lines of all conversations after `id`, oldest first. */
  after(id: number, limit: number): readonly LocalMessage[];
  /** The id of the newest line in any conversation, 0 when there is none. */
  lastId(): number;
  latestAt(): string | undefined;
  bytes(
    fileId: number,
  ): { readonly file: LocalFile; readonly bytes: Uint8Array; readonly chat: Chat } | undefined;
  close(): void;
}

const accountOf = (chat: Chat): string | null => (chat.kind === 'group' ? null : chat.account);

/**
 * Opens or makes the history file; throws when that fails. Each write begins with the lock: a statement that meets
 * somebody else's stays in progress in libsql, and no transaction of the connection commits until it runs again.
 */
export function openHistory(file: string, groupId: string): HistoryFile {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { timeout: 2 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.exec(SCHEMA);
  const settings = settingsOf(db);
  const messages = readerOf(db, groupId);
  const origin = settings.setting('origin') ?? randomBytes(6).toString('hex');
  settings.keep('origin', origin);
  return {
    origin,
    ...settings,
    ...messages,
    ...writerOf(db, messages),
    ...peopleOf(db),
    close: () => void db.close(),
  };
}

function settingsOf(db: Database.Database): Pick<HistoryFile, 'setting' | 'keep'> {
  const read = db.prepare('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const put = db.transaction((name: string, value: string) => void upsert.run(name, value));
  return {
    setting: (name) => (read.get(name) as { value: string } | undefined)?.value,
    keep: (name, value) => put.immediate(name, value),
  };
}

function peopleOf(db: Database.Database): Pick<HistoryFile, 'people' | 'upsertPeople'> {
  const upsert = db.prepare(`INSERT INTO person (account, name, title, kind, place) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (account) DO UPDATE SET name = excluded.name, title = excluded.title, kind = excluded.kind, place = excluded.place`);
  const all = db.prepare('SELECT account, name, title, kind FROM person ORDER BY place, account');
  const put = db.transaction((people: readonly LocalPerson[]) => {
    people.forEach((p, place) => upsert.run(p.account, p.name, p.title, p.kind, place));
  });
  return {
    upsertPeople: (people) => put.immediate(people),
    people: () =>
      (all.all() as LocalPerson[]).map(({ account, name, title, kind }) => ({ account, name, title, kind })),
  };
}

type ReaderPart = Pick<HistoryFile, 'message' | 'before' | 'after' | 'lastId' | 'latestAt' | 'bytes'>;
type WriterPart = Pick<HistoryFile, 'write' | 'unhandled' | 'isUnhandled' | 'markHandled'>;

function readerOf(db: Database.Database, groupId: string): ReaderPart {
  const columns = 'SELECT id, account, speaker, text, at, client_id FROM message';
  const byId = db.prepare(`${columns} WHERE id = ?`);
  const older = db.prepare(`${columns} WHERE account IS ? AND id < ? ORDER BY id DESC LIMIT ?`);
  const newer = db.prepare(`${columns} WHERE id > ? ORDER BY id LIMIT ?`);
  const latest = db.prepare('SELECT max(id) AS id, max(at) AS at FROM message');
  const filesOf = db.prepare('SELECT id, kind, name, size FROM file WHERE message = ? ORDER BY id');
  const fileById = db.prepare(`SELECT file.id, kind, name, size, bytes, account
    FROM file JOIN message ON message.id = file.message WHERE file.id = ?`);

  const chatOf = (account: string | null): Chat =>
    account === null ? { kind: 'group', id: groupId } : { kind: 'private', account };
  const read = (row: MessageRow): LocalMessage => ({
    id: row.id,
    chat: chatOf(row.account),
    speaker: row.speaker === null ? { kind: 'bot' } : { kind: 'person', account: row.speaker },
    text: row.text,
    at: row.at,
    files: (filesOf.all(row.id) as FileRow[]).map(({ id, kind, name, size }) => ({ id, kind, name, size })),
    ...(row.client_id === null ? {} : { clientId: row.client_id }),
  });
  return {
    message(id) {
      const row = byId.get(id) as MessageRow | undefined;
      return row && read(row);
    },
    before: (chat, before, limit) =>
      (older.all(accountOf(chat), before, limit) as MessageRow[]).map(read).reverse(),
    after: (id, limit) => (newer.all(id, limit) as MessageRow[]).map(read),
    lastId: () => (latest.get() as { id: number | null }).id ?? 0,
    latestAt: () => (latest.get() as { at: string | null }).at ?? undefined,
    bytes(fileId) {
      const row = fileById.get(fileId) as StoredFileRow | undefined;
      if (!row) return undefined;
      const { id, kind, name, size, account } = row;
      return { file: { id, kind, name, size }, bytes: new Uint8Array(row.bytes), chat: chatOf(account) };
    },
  };
}

function writerOf(db: Database.Database, reader: ReaderPart): WriterPart {
  const insert =
    db.prepare(`INSERT INTO message (account, speaker, text, at, client_id, outbound_key, handled)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (speaker, client_id) DO NOTHING ON CONFLICT (outbound_key) DO NOTHING`);
  const insertFile = db.prepare('INSERT INTO file (message, kind, name, size, bytes) VALUES (?, ?, ?, ?, ?)');
  const byClientId = db.prepare('SELECT id FROM message WHERE speaker = ? AND client_id = ?');
  const byKey = db.prepare('SELECT id FROM message WHERE outbound_key = ?');
  const waiting = db.prepare('SELECT id FROM message WHERE handled = 0 ORDER BY id');
  const isWaiting = db.prepare('SELECT id FROM message WHERE id = ? AND handled = 0');
  const handled = db.prepare('UPDATE message SET handled = 1 WHERE id = ?');
  const insertLine = ({ from, chat, text, at }: NewLine): Database.RunResult =>
    from.kind === 'bot'
      ? insert.run(accountOf(chat), null, text, at, null, from.key, 1)
      : insert.run(accountOf(chat), from.account, text, at, from.clientId ?? null, null, 0);
  const earlier = ({ from }: NewLine): unknown =>
    from.kind === 'bot' ? byKey.get(from.key) : byClientId.get(from.account, from.clientId);

  const write = db.transaction((line: NewLine) => {
    const done = insertLine(line);
    const isNew = done.changes === 1;
    const id = isNew ? Number(done.lastInsertRowid) : (earlier(line) as { id: number }).id;
    if (isNew)
      for (const { kind, name, bytes } of line.files)
        insertFile.run(id, kind, name, bytes.length, Buffer.from(bytes));
    const message = reader.message(id);
    if (!message) throw new Error(`line ${id} was written and is not there`);
    return { message, isNew };
  });
  const mark = db.transaction((id: number) => void handled.run(id));
  return {
    write: (line) => write.immediate(line),
    unhandled: () => (waiting.all() as { id: number }[]).map(({ id }) => id),
    isUnhandled: (id) => isWaiting.get(id) !== undefined,
    markHandled: (id) => mark.immediate(id),
  };
}
