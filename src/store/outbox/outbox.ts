import { randomBytes } from 'node:crypto';
import type { LetterState, Outbox, StoredLetter, Unit } from '../../app/ports/store/store.js';
import type { Facts } from '../../domain/branch/facts.js';
import { doubtAfter, restoredUntil } from '../backups/restored.js';
import { columnsNamed, prepareRead } from '../careful.js';
import type { Kept } from '../memory/others.js';
import type { Committer } from '../commit.js';
import { intOf, textOf, type Connection } from '../connection.js';
import { troublesOf } from './troubles.js';
import { addressOf, chatOf, openLetters, prepareLetters, sealBody } from './letters.js';
import type { Seal } from '../sealing/seal.js';

/** What the committer needs of the outbox, inside its transaction. */
export interface OutboxTable extends Outbox {
  /** Letters that are in doubt from the beginning are kept and not returned: nobody sends them unasked. */
  insert(unit: Unit, facts: Facts): readonly StoredLetter[];
  /**
   * `uncertain` or `failed` → `queued`; other states stay. Sending resumes with the uncertain part; to another account
   * it starts over.
   */
  requeue(branch: string, letters: NonNullable<Unit['resend']>): readonly StoredLetter[];
  /** `uncertain` or `failed` → `sent`. Returns what waited for them. */
  settle(branch: string, at: string, ids: readonly number[]): readonly StoredLetter[];
}

const markBytes = 6;

/** Whoever takes the lease waits for what was begun under it. SQLite has one writer at a time. */
const held = '/*postgres FOR SHARE*/';

/** Only the lease's owner may mark a letter, and only while it is under way. */
const underLease = `AND (state = 'queued' OR epoch = ?)
  AND EXISTS (SELECT 1 FROM lease l WHERE l.channel = outbox.channel AND l.owner = ? AND l.epoch = ? ${held})`;

/** @param awaitedOn whether any letter of a channel waits until somebody speaks */
export function createOutbox(
  db: Connection,
  seal: Seal,
  committer: Committer,
  awaitedOn: Kept<boolean>,
): OutboxTable {
  return {
    ...writing(db, seal),
    ...delivering(db, committer, awaitedOn),
    ...reading(db, seal, awaitedOn),
    ...troublesOf(db, seal),
  };
}

function writing(db: Connection, seal: Seal): Pick<OutboxTable, 'insert' | 'requeue' | 'settle'> {
  const restored = restoredUntil(db);
  const last = db.prepare('SELECT COALESCE(MAX(id), 0) AS id FROM outbox WHERE branch = ?');
  const insert = db.prepare(
    `INSERT INTO outbox (branch, id, channel, chat, chat_kind, person, state, created_at, expires_at, attempts, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  );
  const requeue = db.prepare(
    `UPDATE outbox SET state = 'queued', expires_at = NULL, epoch = NULL,
       progress = CASE WHEN chat_kind = 'private' AND ?1 <> chat THEN NULL ELSE progress END,
       chat = CASE WHEN chat_kind = 'private' THEN COALESCE(?1, chat) ELSE chat END
     WHERE branch = ?2 AND id = ?3 AND state IN ('uncertain', 'failed')`,
  );
  const settle = db.prepare(
    "UPDATE outbox SET state = 'sent', sent_at = ? WHERE branch = ? AND id = ? AND state IN ('uncertain', 'failed')",
  );
  const one = prepareLetters(db, 'WHERE branch = ? AND id = ?');
  const opened = (branch: string, id: number) => openLetters(one(branch, id), seal);
  const next = db.prepare("SELECT id FROM outbox WHERE branch = ? AND id = ? AND state = 'queued'");
  /** The picture that waits for a letter. */
  const followerOf = (branch: string, id: number): readonly StoredLetter[] =>
    next.get(branch, id + 1) === undefined
      ? []
      : opened(branch, id + 1).filter(({ follows }) => follows === true);
  return {
    insert({ branch, at, message, letters }, facts) {
      const request = `${message.channel}/${message.messageId}`;
      const isDoubted = doubtAfter(restored, message, facts);
      let id = letters.length === 0 ? 0 : intOf(last.get(branch) ?? { id: 0 }, 'id');
      return letters.flatMap((letter) => {
        id += 1;
        const { chat, channel, person, expiresAt } = letter;
        const sendable = isDoubted(letter) ? 'uncertain' : 'queued';
        const state: LetterState = chat === null ? 'unreachable' : sendable;
        const drawn = { mark: randomBytes(markBytes).toString('hex'), request };
        const sealed = sealBody(seal, branch, id, letter, drawn);
        insert.run(branch, id, channel, ...addressOf(chat), person, state, at, expiresAt, sealed);
        if (state === 'uncertain') return [];
        return [{ ...letter, branch, id, createdAt: at, attempts: 0, progress: 0, ...drawn }];
      });
    },
    requeue: (branch, letters) =>
      letters.flatMap(({ id, account }) =>
        requeue.run(account, branch, id).changes === 0
          ? []
          : [...opened(branch, id), ...followerOf(branch, id)],
      ),
    settle: (branch, at, ids) =>
      ids.flatMap((id) => (settle.run(at, branch, id).changes === 0 ? [] : followerOf(branch, id))),
  };
}

function delivering(
  db: Connection,
  committer: Committer,
  awaitedOn: Kept<boolean>,
): Pick<Outbox, 'takeOver' | 'claim' | 'mark' | 'awaken'> {
  const set = 'UPDATE outbox SET state = ?, sent_at = ?, progress = ? WHERE branch = ? AND id = ?';
  const free = db.prepare(`${set} AND state IN ('queued', 'sending', 'waiting')`);
  const leased = db.prepare(`${set} AND state IN ('queued', 'sending') ${underLease}`);
  const claim = db.prepare(
    `UPDATE outbox SET state = 'sending', epoch = ?, attempts = attempts + 1
     WHERE branch = ? AND id = ? AND state = 'queued' AND EXISTS (
       SELECT 1 FROM lease l WHERE l.channel = outbox.channel AND l.owner = ? AND l.epoch = ? AND l.until_at > ? ${held})`,
  );
  const doubt = db.prepare(
    `UPDATE outbox SET state = 'uncertain'
     WHERE channel = ? AND state = 'sending' AND (epoch IS NULL OR epoch <> ?)
       AND EXISTS (SELECT 1 FROM lease l WHERE l.channel = outbox.channel AND l.owner = ? AND l.epoch = ? ${held})`,
  );
  const retry = db.prepare("UPDATE outbox SET state = 'queued' WHERE channel = ? AND state = 'waiting'");
  const awaken = db.prepare(
    "UPDATE outbox SET state = 'queued' WHERE channel = ? AND chat = ? AND chat_kind = ? AND state = 'waiting'",
  );
  return {
    takeOver: ({ channel, owner, epoch }) =>
      committer.run(() => {
        retry.run(channel);
        return doubt.run(channel, epoch, owner, epoch).changes;
      }),
    claim: ({ branch, id }, { owner, epoch }, now) =>
      committer.run(() => claim.run(epoch, branch, id, owner, epoch, now).changes === 1),
    mark({ branch, id, progress: before }, state, at, { lease, hurry = true, progress = before }) {
      const values = [state, state === 'sent' ? at : null, progress, branch, id] as const;
      const write = () => {
        if (state === 'waiting') awaitedOn.forget();
        return lease === null
          ? free.run(...values).changes === 1
          : leased.run(...values, lease.epoch, lease.owner, lease.epoch).changes === 1;
      };
      return hurry ? committer.run(write) : committer.runAlong(write);
    },
    awaken: (channel, chat) => committer.run(() => void awaken.run(channel, ...addressOf(chat))),
  };
}

function reading(
  db: Connection,
  seal: Seal,
  awaitedOn: Kept<boolean>,
): Pick<Outbox, 'pending' | 'sentBefore' | 'isAwaited'> {
  const keys = (states: string) =>
    prepareRead(
      db,
      columnsNamed(['branch', 'id']),
      `FROM outbox WHERE state IN (${states}) AND channel = ? ORDER BY branch, id`,
    );
  const queued = keys("'queued'");
  const unfinished = keys("'queued', 'sending', 'waiting'");
  const one = prepareLetters(db, 'WHERE branch = ? AND id = ?');
  const awaited = db.prepare(
    "SELECT 1 AS found FROM outbox WHERE state = 'waiting' AND channel = ? AND chat = ? AND chat_kind = ? LIMIT 1",
  );
  const anybody = db.prepare("SELECT 1 AS found FROM outbox WHERE state = 'waiting' AND channel = ? LIMIT 1");
  const sent = prepareRead(
    db,
    columnsNamed(['chat', 'chat_kind', 'sent_at', 'epoch', 'progress']),
    "FROM outbox WHERE state = 'sent' AND channel = ? AND sent_at >= ? AND epoch < ?",
  );
  return {
    pending: (channel, withSending, isKnown) =>
      (withSending ? unfinished : queued)(channel).flatMap((row) => {
        const [branch, id] = [textOf(row, 'branch'), intOf(row, 'id')];
        return isKnown(`${branch}/${id}`) ? [] : openLetters(one(branch, id), seal);
      }),
    sentBefore: ({ channel, epoch }, since) =>
      sent(channel, since, epoch).map((row) => ({
        chat: chatOf(row),
        messages: Math.max(1, intOf(row, 'progress')),
        at: textOf(row, 'sent_at'),
        epoch: intOf(row, 'epoch'),
      })),
    isAwaited: (channel, chat) =>
      awaitedOn.of(channel, () => anybody.get(channel) !== undefined) === true &&
      awaited.get(channel, ...addressOf(chat)) !== undefined,
  };
}
