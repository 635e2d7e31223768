import type { MessageKey, StoredLetter, Unit } from '../../app/ports/store/store.js';
import { keyOf, type Facts } from '../../domain/branch/facts.js';
import type { Change, TableName } from '../../domain/branch/rows.js';
import { channelsClaimed } from '../../domain/roster/accounts.js';
import type { BallotBox } from '../ballots/ballot-box.js';
import { intOf, type Connection } from '../connection.js';
import { placesOf } from '../directory.js';
import type { OutboxTable } from '../outbox/outbox.js';
import { encodeRow } from '../row-codec.js';
import { logged, setSums, storedSums, sumCells, summed, type RowSums } from '../sealing/row-seal.js';
import type { Seal } from '../sealing/seal.js';
import type { StoredSnapshot } from '../snapshot.js';
import { sealedPlace, specs, writeSql } from '../tables.js';
import { Refused, type Submitted } from './ahead.js';

/** What a unit's transaction leaves. */
interface Written {
  readonly letters: readonly StoredLetter[];
  readonly sums: RowSums;
}

/** The prepared statements of one message's transaction. */
export function prepareUnit(
  db: Connection,
  seal: Seal,
  outbox: OutboxTable,
  box: BallotBox,
): (unit: Unit, made: Pick<Submitted, 'changes' | 'facts'>, before: StoredSnapshot) => Written {
  const advance = db.prepare(
    `UPDATE branch SET version = version + 1, entry_count = ?, head = ?, next_due = ?, claimed_on = COALESCE(?, claimed_on),
       ${setSums} WHERE id = ? AND version = ?`,
  );
  const content = db.prepare('INSERT INTO file_content (branch, id, sealed) VALUES (?, ?, ?)');
  const log = prepareLog(db, seal);
  const claims = createClaims();
  const writes = Object.fromEntries(
    (Object.keys(specs) as TableName[]).map((table) => [table, db.prepare(writeSql(table))]),
  );

  return (unit, { changes, facts }, before) => {
    const { branch, at, message } = unit;
    if (!before.isSound) throw new Error(`branch ${branch} was changed by another hand`);
    const { entryCount, head } = facts.branch;
    const claimedOn = claims.of(branch, changes, facts);
    let sums = log.heard(
      summed(seal, branch, before.sums, replacing(before.facts, changes)),
      branch,
      message,
      at,
    );
    if (sums === undefined) throw new Refused('duplicate');
    for (const answered of unit.unrecorded) sums = log.heard(sums, branch, answered, at) ?? sums;
    if (unit.audit !== null) sums = log.acted(sums, unit, unit.audit);
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
    return { letters, sums };
  };
}

/** What was heard and who did it; each row goes into the sums. */
function prepareLog(db: Connection, seal: Seal) {
  const claim = db.prepare(
    'INSERT INTO inbox (branch, channel, message_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const audit = db.prepare(
    `INSERT INTO audit (branch, seq, at, actor, use_case, ids, channel, message_id)
     SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, ? FROM audit WHERE branch = ? RETURNING seq`,
  );
  return {
    /** Undefined: it was heard before. */
    heard: (sums: RowSums, branch: string, { channel, messageId }: MessageKey, at: string) =>
      claim.run(branch, channel, messageId, at).changes === 0
        ? undefined
        : logged(seal, branch, sums, {
            table: 'inbox',
            key: `${channel}/${messageId}`,
            cells: [channel, messageId, at],
          }),
    acted(sums: RowSums, { branch, at, message }: Unit, act: NonNullable<Unit['audit']>): RowSums {
      const { actor, useCase, ids } = act;
      const cells = [at, actor, useCase, JSON.stringify(ids), message.channel, message.messageId] as const;
      const written = audit.get(branch, ...cells, branch) ?? {};
      return logged(seal, branch, sums, { table: 'audit', key: String(intOf(written, 'seq')), cells });
    },
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
