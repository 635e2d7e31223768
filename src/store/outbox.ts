import type { Letter, LetterState, Outbox, StoredLetter } from '../app/ports/store.js';
import type { ChannelFile } from '../app/ports/channel.js';
import type { Committer } from './commit.js';
import { bytesOf, intOf, textOf, textOrNull, type Connection, type Row } from './connection.js';
import type { Seal } from './seal.js';
import { sealedPlace } from './tables.js';

/** What the committer needs of the outbox, inside its transaction. */
export interface OutboxTable extends Outbox {
  insert(branch: string, at: string, letters: readonly Letter[]): readonly StoredLetter[];
}

interface Body {
  readonly text: string;
  readonly files: readonly {
    readonly kind: 'picture' | 'file';
    readonly name: string;
    readonly base64: string;
  }[];
}

export function createOutbox(db: Connection, seal: Seal, committer: Committer): OutboxTable {
  const last = db.prepare('SELECT COALESCE(MAX(id), 0) AS id FROM outbox WHERE branch = ?');
  const insert = db.prepare(
    `INSERT INTO outbox (branch, id, channel, chat, chat_kind, person, state, created_at, expires_at, attempts, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  );
  const update = db.prepare(
    'UPDATE outbox SET state = ?, attempts = attempts + ?, sent_at = ? WHERE branch = ? AND id = ?',
  );
  const waiting = db.prepare("SELECT * FROM outbox WHERE state IN ('queued', 'sending') ORDER BY branch, id");
  const troubles = db.prepare(
    "SELECT state, COUNT(*) AS count FROM outbox WHERE branch = ? AND state IN ('queued', 'sending', 'uncertain', 'failed', 'unreachable') GROUP BY state",
  );
  const mark: Outbox['mark'] = (letters, state, at, hurry = true) => {
    const write = () => {
      for (const { branch, id } of letters)
        update.run(state, state === 'sending' ? 1 : 0, state === 'sent' ? at : null, branch, id);
    };
    return hurry ? committer.run(write) : committer.runAlong(write);
  };

  return {
    insert(branch, at, letters) {
      let id = letters.length === 0 ? 0 : intOf(last.get(branch) ?? { id: 0 }, 'id');
      return letters.map((letter) => {
        id += 1;
        const { chat, channel, person, expiresAt } = letter;
        const address =
          chat === null
            ? ['', 'none']
            : chat.kind === 'group'
              ? [chat.id, 'group']
              : [chat.account, 'private'];
        const state: LetterState = chat === null ? 'unreachable' : 'queued';
        const sealed = seal.close(sealedPlace('outbox', branch, String(id)), encodeBody(letter));
        insert.run(branch, id, channel, ...address, person, state, at, expiresAt, sealed);
        return { ...letter, branch, id, attempts: 0 };
      });
    },
    async recover(again) {
      const rows = waiting.all();
      const letters = rows.map((row) => ({ letter: decode(row, seal), sending: row['state'] === 'sending' }));
      const uncertain = letters.filter((row) => row.sending && !again).map((row) => row.letter);
      await mark(uncertain, 'uncertain', '');
      return letters.filter((row) => !row.sending || again).map((row) => row.letter);
    },
    mark,
    troubles: (branch) =>
      Object.fromEntries(troubles.all(branch).map((row) => [textOf(row, 'state'), intOf(row, 'count')])),
  };
}

function encodeBody(letter: Letter): Buffer {
  const files = letter.files.map(({ kind, name, bytes }) => ({
    kind,
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  return Buffer.from(JSON.stringify({ text: letter.text, files } satisfies Body));
}

function decode(row: Row, seal: Seal): StoredLetter {
  const branch = textOf(row, 'branch');
  const id = intOf(row, 'id');
  const body = JSON.parse(
    seal.open(sealedPlace('outbox', branch, String(id)), bytesOf(row['sealed'])).toString('utf8'),
  ) as Body;
  const files: ChannelFile[] = body.files.map(({ kind, name, base64 }) => ({
    kind,
    name,
    bytes: Buffer.from(base64, 'base64'),
  }));
  const address = textOf(row, 'chat');
  return {
    branch,
    id,
    channel: textOf(row, 'channel'),
    chat:
      row['chat_kind'] === 'group' ? { kind: 'group', id: address } : { kind: 'private', account: address },
    person: row['person'] === null ? null : intOf(row, 'person'),
    text: body.text,
    files,
    expiresAt: textOrNull(row, 'expires_at'),
    attempts: intOf(row, 'attempts'),
  };
}
