import { join } from 'node:path';
import type { Outbound } from '../../src/app/ports/channel.js';
import type { Store } from '../../src/app/ports/store/store.js';
import { openStage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { openConnection, type Connection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import { createStore } from '../../src/store/store.js';
import { ask, entries, faults, type SqlRow } from '../support/branch/ledger.js';
import { root } from '../support/root.js';
import { branch, copyDatabase, founding, newFolder } from './scene.js';

export interface Said {
  readonly who: string;
  readonly text: string;
  /** Number of the message: two lines of one number are one message, delivered twice. */
  readonly message: number;
  /** Turns of the event loop before it is heard. */
  readonly after: number;
}

/** What happens at the nth COMMIT of the bot. */
export interface Accident {
  readonly at: number;
  /** `full`: it fails. `overtaken`: another process writes to the branch right after it. */
  readonly kind: 'full' | 'overtaken';
}

export interface Told {
  readonly key: string;
  readonly text: string;
  readonly place: string;
  /** Messages with an act on record in the file at that moment, as any other process reads it. */
  readonly durable: ReadonlySet<string>;
}

export interface Outcome {
  readonly rows: Readonly<Record<string, readonly SqlRow[]>>;
  readonly told: readonly Told[];
  readonly faults: readonly string[];
  readonly commits: number;
  readonly overtakings: number;
}

const key = '70'.repeat(32);
const clock = '2026-11-23T09:00:00';
const rulebook = await loadRulebook(join(root, 'rulebooks/2018.yaml'));
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A founded branch, to be copied. */
export async function found() {
  const folder = newFolder();
  const stage = await openStage({ databaseFile: folder.file, rulebook, clock });
  if (founding.order === 'found') await stage.found(branch, founding.people);
  await stage.close();
  return folder;
}

/** @param hear how the lines come: one by one, or whenever they like */
export async function play(
  founded: string,
  lines: readonly Said[],
  hear: 'oneByOne' | 'asTheyCome',
  accidents: readonly Accident[] = [],
): Promise<Outcome> {
  const { file, remove } = newFolder();
  copyDatabase(founded, file);
  const told: Told[] = [];
  const other = otherProcess(file);
  let commits = 0;
  let isStarted = false;
  /** True: this COMMIT is to fail. */
  const strike = (when: 'before' | 'after'): boolean => {
    if (isStarted && when === 'before') commits += 1;
    const now = isStarted ? accidents.filter(({ at }) => at === commits) : [];
    if (when === 'after' && now.some(({ kind }) => kind === 'overtaken')) other.write();
    return now.some(({ kind }) => kind === 'full');
  };
  const stage = await openStage({
    ...{ databaseFile: file, rulebook, clock },
    disk: { connect: (path) => troubled(openConnection(path), strike) },
    onSaid: (message) => void told.push(heardOf(file, message)),
  });
  isStarted = true;
  try {
    const chat = { kind: 'group', id: branch } as const;
    const tell = ({ who, text, message }: Said) => stage.hear(who, text, { chat, messageId: `m${message}` });
    const all: Promise<void>[] = [];
    for (const line of lines) {
      if (hear === 'oneByOne') {
        await tell(line);
        await stage.bot.delivery.idle();
        continue;
      }
      for (let turns = 0; turns < line.after; turns += 1) await turn();
      all.push(tell(line));
    }
    await Promise.all(all);
    await stage.bot.delivery.idle();
    await other.close();
    return { rows: rowsOf(file), told, faults: faults(file), commits, overtakings: other.count() };
  } finally {
    await stage.close();
    remove();
  }
}

const acts = "SELECT message_id AS id FROM audit WHERE channel = 'play' ORDER BY seq";

function rowsOf(file: string): Outcome['rows'] {
  const all = (sql: string) => ask(file, sql);
  return {
    acts: all(acts),
    matters: all('SELECT number, kind, state, subject, proposer FROM matter ORDER BY number'),
    witnesses: all('SELECT matter, person FROM witness ORDER BY matter, rowid'),
    rulings: all('SELECT matter, ruler, decision FROM ruling ORDER BY rowid'),
    entries: entries(file),
    heads: all('SELECT entry_count, head FROM branch'),
    unsent: all("SELECT id, state FROM outbox WHERE state <> 'sent'"),
  };
}

function heardOf(file: string, { key: of, text, chat }: Outbound): Told {
  const place = chat.kind === 'private' ? chat.account : 'group';
  const letter = /^b1\/(\d+)\//u.exec(of)?.[1];
  if (letter !== undefined && ask(file, 'SELECT 1 FROM outbox WHERE id = ?', Number(letter)).length === 0)
    throw new Error(`a letter left before it was durable: ${text}`);
  return { key: of, text, place, durable: new Set(ask(file, acts).map(({ id }) => String(id))) };
}

/** The bot's connection, on which COMMIT fails or is followed by another process. */
function troubled(db: Connection, strike: (when: 'before' | 'after') => boolean): Connection {
  let writes = false;
  return {
    get inTransaction() {
      return db.inTransaction;
    },
    prepare: (sql) => db.prepare(sql),
    pragma: (source) => db.pragma(source),
    close: () => db.close(),
    dataVersion: () => db.dataVersion?.() ?? 0,
    exec(sql) {
      if (sql.startsWith('BEGIN')) writes = sql === 'BEGIN IMMEDIATE';
      if (sql !== 'COMMIT' || !writes) return db.exec(sql);
      if (strike('before')) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
      const done = db.exec(sql);
      strike('after');
      return done;
    },
  };
}

/** Writes to the branch what changes nothing that anybody reads: its next version. */
function otherProcess(file: string) {
  let open: { readonly store: Store; readonly under: Promise<unknown>[] } | undefined;
  let count = 0;
  return {
    write() {
      const db = openConnection(file);
      open ??= { store: createStore(db, openKey(db, file, key).seal, file), under: [] };
      const { store, under } = open;
      count += 1;
      under.push(
        store.commit({
          ...{ branch: 'b1', version: store.snapshot('b1').version, at: clock, unrecorded: [] },
          ...{ message: { channel: 'other', messageId: String(count) }, changes: [], contents: [] },
          ...{ letters: [], audit: null, nextDue: store.branch('b1')?.nextDue ?? null },
        }),
      );
    },
    count: () => count,
    async close() {
      await Promise.all(open?.under ?? []);
      open?.store.close();
    },
  };
}
