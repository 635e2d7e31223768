import {
  clockActs,
  type Committed,
  type MessageKey,
  type Store,
  type Unit,
} from '../app/ports/store/store.js';
import type { Timer } from '../app/ports/clock.js';
import { keyOf, type Facts } from '../domain/branch/facts.js';
import type { Change } from '../domain/branch/rows.js';
import { prepareRead } from './careful.js';
import { createBallotBox, type BallotBox } from './ballots/ballot-box.js';
import { createCommitter } from './commit.js';
import { bytesOf, intOf, textOf, type Connection } from './connection.js';
import { createDirectory, createFounding, placesOf } from './directory.js';
import { link } from './sealing/chain.js';
import { namingFullDisk } from '../full-disk.js';
import { createLeases } from './outbox/lease.js';
import { createOutbox, type OutboxTable } from './outbox/outbox.js';
import { sealFormer } from './sealing/former.js';
import { logged, setSums, storedSums, sumCells, summed, type RowSums } from './sealing/row-seal.js';
import type { Seal } from './sealing/seal.js';
import { createRuns } from './runs.js';
import { createSnapshots, type Snapshots, type StoredSnapshot } from './snapshot.js';
import { channelsClaimed } from '../domain/roster/accounts.js';
import { encodeRow } from './row-codec.js';
import { sealedPlace, specs, writeSql } from './tables.js';
import type { TableName } from '../domain/branch/rows.js';

/** Thrown inside a savepoint to roll it back; never leaves this file. */
class Refused extends Error {
  constructor(readonly outcome: 'stale' | 'duplicate') {
    super(outcome);
  }
}

/** The store over one SQLite file, and the only writer to it. `file`: its path, for the ballot keys beside it. */
export function createStore(
  db: Connection,
  seal: Seal,
  file: string,
  onUnsound: (branch: string) => void = () => undefined,
  timer?: Timer,
): Store {
  sealFormer(db, seal);
  const committer = createCommitter(db, timer, namingFullDisk(file));
  const snapshots = createSnapshots(db, seal, onUnsound);
  const outbox = createOutbox(db, seal, committer);
  const box = createBallotBox(db, file);
  const commitUnit = prepareUnit(db, seal, snapshots, outbox, box);
  const seen = db.prepare('SELECT 1 AS found FROM inbox WHERE branch = ? AND channel = ? AND message_id = ?');
  const handled = db.prepare('SELECT COUNT(*) AS count FROM inbox');
  const content = db.prepare('SELECT sealed FROM file_content WHERE branch = ? AND id = ?');
  const runs = createRuns(db);
  return {
    ...createDirectory(db),
    ...createFounding(db, committer, seal),
    snapshot: (branch) => snapshots.read(branch),
    handled: (branch, message) => seen.get(branch, message.channel, message.messageId) !== undefined,
    countHandled: () => intOf(handled.get() ?? { count: 0 }, 'count'),
    async commit(unit) {
      try {
        const done = await committer.run(() => commitUnit(unit));
        // The snapshot changes only after COMMIT.
        snapshots.advance(unit.branch, unit.version, done);
        runs.advance(unit);
        if (unit.ballots?.step === 'end') tidyNow(box);
        return done;
      } catch (error) {
        snapshots.drop(unit.branch);
        if (unit.ballots !== undefined) box.undo(unit.branch, unit.ballots);
        if (error instanceof Refused) return { kind: error.outcome };
        throw error;
      }
    },
    fileContent(branch, id) {
      const row = content.get(branch, id);
      return row === undefined
        ? undefined
        : seal.open(sealedPlace('file_content', branch, String(id)), bytesOf(row['sealed']));
    },
    outbox,
    leases: createLeases(db, committer),
    lastRuns: (branch, limit) => runs.last(branch, snapshots.read(branch).version, limit),
    ...auditReads(db),
    ballots: (branch) => box.of(branch),
    tidyBallots: () => box.tidy(),
    isBlocked: () => committer.isBlocked(),
    close: () => void db.close(),
  };
}

/** What the audit tells: who did what, and what the records say of the machine's clock. */
function auditReads(db: Connection): Pick<Store, 'recentActs' | 'clockRecord'> {
  const acts = prepareRead(
    db,
    { at: 'at', actor: 'actor', useCase: 'use_case', ids: 'ids' },
    'FROM audit WHERE branch = ? AND actor IS NOT NULL ORDER BY seq DESC LIMIT ?',
  );
  const clockRecord = db.prepare(`
    WITH settled AS (SELECT COALESCE(MAX(rowid), 0) AS row FROM audit WHERE use_case IN (?, ?)),
      doubted AS (SELECT MIN(audit.rowid) AS row FROM audit, settled
        WHERE use_case = ? AND audit.rowid > settled.row)
    SELECT CAST(MAX(at) AS BLOB) AS newest, doubted.row AS doubt FROM audit, settled, doubted
      WHERE audit.rowid >= settled.row AND (doubted.row IS NULL OR audit.rowid < doubted.row)`);
  return {
    recentActs: (branch, limit) =>
      acts(branch, limit).map((row) => ({
        at: textOf(row, 'at'),
        actor: intOf(row, 'actor'),
        useCase: textOf(row, 'useCase'),
        ids: JSON.parse(textOf(row, 'ids')) as readonly number[],
      })),
    clockRecord() {
      const row = clockRecord.get(clockActs.confirmed, clockActs.confirmedHere, clockActs.doubted) ?? {};
      return {
        newest: row['newest'] instanceof ArrayBuffer ? bytesOf(row['newest']).toString('utf8') : null,
        doubted: typeof row['doubt'] === 'number',
      };
    },
  };
}

/**
 * Runs before anybody hears that the ballot ended. The message is valid either way: the clock tries again, and logs
 * why.
 */
function tidyNow(box: BallotBox): void {
  try {
    box.tidy();
  } catch {
    return;
  }
}

/** The prepared statements of one message's transaction. */
function prepareUnit(db: Connection, seal: Seal, snapshots: Snapshots, outbox: OutboxTable, box: BallotBox) {
  const advance = db.prepare(
    `UPDATE branch SET version = version + 1, entry_count = ?, head = ?, next_due = ?, claimed_on = COALESCE(?, claimed_on),
       ${setSums} WHERE id = ? AND version = ?`,
  );
  const claim = db.prepare(
    'INSERT OR IGNORE INTO inbox (branch, channel, message_id, at) VALUES (?, ?, ?, ?)',
  );
  const content = db.prepare('INSERT INTO file_content (branch, id, sealed) VALUES (?, ?, ?)');
  const audit = db.prepare(
    `INSERT INTO audit (branch, seq, at, actor, use_case, ids, channel, message_id)
     SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, ? FROM audit WHERE branch = ? RETURNING seq`,
  );
  const claims = createClaims();
  const writes = Object.fromEntries(
    (Object.keys(specs) as TableName[]).map((table) => [table, db.prepare(writeSql(table))]),
  );

  /** Undefined: it was heard before. */
  const heard = (sums: RowSums, branch: string, { channel, messageId }: MessageKey, at: string) =>
    claim.run(branch, channel, messageId, at).changes === 0
      ? undefined
      : logged(seal, branch, sums, {
          table: 'inbox',
          key: `${channel}/${messageId}`,
          cells: [channel, messageId, at],
        });

  return (unit: Unit): Extract<Committed, { kind: 'committed' }> & Pick<StoredSnapshot, 'sums'> => {
    const { branch, at, message } = unit;
    const before = snapshots.read(branch);
    if (before.version !== unit.version) throw new Refused('stale');
    if (!before.isSound) throw new Error(`branch ${branch} was changed by another hand`);
    const changes = linkEntries(seal, branch, unit.changes, before.facts.branch.head);
    const facts = before.facts.with(changes);
    const { entryCount, head } = facts.branch;
    const claimedOn = claims.of(branch, changes, facts);
    let sums = heard(
      summed(seal, branch, before.sums, replacing(before.facts, changes)),
      branch,
      message,
      at,
    );
    if (sums === undefined) throw new Refused('duplicate');
    for (const answered of unit.unrecorded) sums = heard(sums, branch, answered, at) ?? sums;
    if (unit.audit !== null) {
      const { actor, useCase, ids } = unit.audit;
      const cells = [at, actor, useCase, JSON.stringify(ids), message.channel, message.messageId] as const;
      const written = audit.get(branch, ...cells, branch) ?? {};
      sums = logged(seal, branch, sums, { table: 'audit', key: String(intOf(written, 'seq')), cells });
    }
    const { id, name, createdAt } = facts.branch;
    const now = { id, name, createdAt, version: unit.version + 1, entryCount, head };
    const kept = sumCells(storedSums(seal, now, sums));
    if (advance.run(entryCount, head, unit.nextDue, claimedOn, ...kept, branch, unit.version).changes === 0)
      throw new Refused('stale');
    for (const change of changes) writes[change.table]?.run(...encodeRow(change, branch, seal));
    for (const file of unit.contents) {
      content.run(
        branch,
        file.id,
        seal.close(sealedPlace('file_content', branch, String(file.id)), file.bytes),
      );
    }
    const letters = [
      ...outbox.settle(branch, at, unit.arrived ?? []),
      ...outbox.requeue(branch, unit.resend ?? []),
      ...outbox.insert(unit, facts),
    ];
    // Last: after this only COMMIT itself can fail.
    if (unit.ballots !== undefined) box.apply(branch, unit.ballots);
    return { kind: 'committed', letters, facts, sums };
  };
}

/** Where everybody who starts a branch is bound: computed at its first commit here, and when one may change it. */
function createClaims() {
  const settled = new Set<string>();
  const deciding: ReadonlySet<TableName> = new Set(['person', 'office', 'account']);
  return {
    of(branch: string, changes: readonly Change[], facts: Facts): string | null {
      if (settled.has(branch) && !changes.some(({ table }) => deciding.has(table))) return null;
      settled.add(branch);
      return placesOf(channelsClaimed(facts));
    },
  };
}

/** Each row with the one whose place it takes. */
function replacing(facts: Facts, changes: readonly Change[]) {
  const written = new Map<string, Change['row']>();
  return changes.map((now) => {
    const key = keyOf(now.table, now.row);
    const place = `${now.table}/${key}`;
    const old = written.get(place) ?? facts.get(now.table, key);
    written.set(place, now.row);
    return { now, old };
  });
}

/** Entries join the chain only here, in the order of posting. */
function linkEntries(
  seal: Seal,
  branch: string,
  changes: readonly Change[],
  start: string,
): readonly Change[] {
  if (changes.every(({ table }) => table !== 'entry')) return changes;
  let head = start;
  return changes.map((change) => {
    if (change.table !== 'entry') return change;
    const row = link(seal, branch, change.row, head);
    head = row.hash;
    return { table: 'entry', row };
  });
}
