import { clockActs, type Store } from '../app/ports/store/store.js';
import type { Timer } from '../app/ports/clock.js';
import { prepareRead } from './careful.js';
import { createBallotBox, type BallotBox } from './ballots/ballot-box.js';
import { createCommitter } from './commit.js';
import { bytesOf, intOf, textOf, textOrNull, type Connection } from './connection.js';
import { createDirectory, createFounding } from './directory.js';
import { namingFullDisk } from '../full-disk.js';
import { createOthers, keptWhile } from './memory/others.js';
import { createLeases } from './outbox/lease.js';
import { createOutbox } from './outbox/outbox.js';
import { sealFormer } from './sealing/former.js';
import type { Seal } from './sealing/seal.js';
import { createSessions } from './sealing/sessions.js';
import { createRuns } from './memory/runs.js';
import { createSnapshots } from './snapshot.js';
import { sealedPlace } from './tables.js';
import { createAhead, Refused } from './writing/ahead.js';
import { prepareUnit } from './writing/unit.js';

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
  const others = createOthers(db);
  const snapshots = createSnapshots(db, seal, others, onUnsound);
  const outbox = createOutbox(db, seal, committer, keptWhile(others));
  const directory = createDirectory(db);
  const founding = createFounding(db, committer, seal);
  const groups = keptWhile<string>(others);
  const box = createBallotBox(db, file);
  const ahead = createAhead(snapshots, seal);
  const write = prepareUnit(db, seal, outbox, box);
  const seen = db.prepare('SELECT 1 AS found FROM inbox WHERE branch = ? AND channel = ? AND message_id = ?');
  const handled = db.prepare('SELECT COUNT(*) AS count FROM inbox');
  const content = db.prepare('SELECT sealed FROM file_content WHERE branch = ? AND id = ?');
  const runs = createRuns(db);
  return {
    ...directory,
    branchOfGroup: (channel, chat) =>
      groups.of(`${channel}/${chat}`, () => directory.branchOfGroup(channel, chat)),
    ...founding,
    bindGroup: (...binding) => founding.bindGroup(...binding).finally(() => groups.forget()),
    snapshot: (branch) => snapshots.read(branch),
    tip: (branch) => ahead.tip(branch),
    handled: (branch, message) => seen.get(branch, message.channel, message.messageId) !== undefined,
    countHandled: () => intOf(handled.get() ?? { count: 0 }, 'count'),
    async commit(unit) {
      const submitted = ahead.submit(unit);
      if (submitted === undefined) return { kind: 'stale' };
      try {
        const { letters } = await committer.run(() =>
          submitted.run((before) => write(unit, submitted, before)),
        );
        // The snapshot changes only after COMMIT.
        submitted.durable();
        runs.advance(unit);
        if (unit.ballots?.step === 'end') tidyNow(box);
        return { kind: 'committed', letters, facts: submitted.facts };
      } catch (error) {
        submitted.fall();
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
    sessions: createSessions(db, seal, committer),
    lastRuns: (branch, limit) =>
      runs.last(branch, (snapshots.kept(branch) ?? snapshots.read(branch)).version, limit),
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
  const clockRecord = prepareRead(
    db,
    { newest: 'record.newest', doubt: 'record.doubt' },
    `FROM (
      WITH settled AS (SELECT COALESCE(MAX(rowid), 0) AS place FROM audit WHERE use_case IN (?, ?)),
        doubted AS (SELECT MIN(audit.rowid) AS place FROM audit, settled
          WHERE use_case = ? AND audit.rowid > settled.place)
      SELECT MAX(at) AS newest, MAX(doubted.place) AS doubt FROM audit, settled, doubted
        WHERE audit.rowid >= settled.place AND (doubted.place IS NULL OR audit.rowid < doubted.place)) AS record`,
  );
  return {
    recentActs: (branch, limit) =>
      acts(branch, limit).map((row) => ({
        at: textOf(row, 'at'),
        actor: intOf(row, 'actor'),
        useCase: textOf(row, 'useCase'),
        ids: JSON.parse(textOf(row, 'ids')) as readonly number[],
      })),
    clockRecord() {
      const [row = { newest: null }] = clockRecord(
        clockActs.confirmed,
        clockActs.confirmedHere,
        clockActs.doubted,
      );
      return { newest: textOrNull(row, 'newest'), doubted: typeof row['doubt'] === 'number' };
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
