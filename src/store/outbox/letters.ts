import type { ChannelFile, Chat, Mentions, ReplyHandle } from '../../app/ports/channel.js';
import type { Letter, OrderedPaper, StoredLetter } from '../../app/ports/store/store.js';
import { columnsNamed, prepareRead } from '../careful.js';
import { bytesOf, intOf, textOf, textOrNull, type Connection, type Row } from '../connection.js';
import type { Seal } from '../sealing/seal.js';
import { sealedPlace } from '../tables.js';

/** Sealed in the file: the text, its files and how to answer. */
interface Body {
  readonly text: string;
  readonly files: readonly {
    readonly kind: 'picture' | 'file';
    readonly name: string;
    readonly base64: string;
  }[];
  /** Includes the address that it answers, since the letter may get another one later. */
  readonly reply?: ReplyHandle & { readonly to?: string };
  readonly mentions?: Mentions;
  readonly card?: NonNullable<Letter['card']>;
  readonly paper?: OrderedPaper;
  readonly announces?: NonNullable<Letter['announces']>;
  readonly follows?: true;
  readonly mark?: string;
  readonly request?: string;
  readonly reader?: string;
}

const placeOf = (branch: string, id: number) => sealedPlace('outbox', branch, String(id));

export function sealBody(
  seal: Seal,
  branch: string,
  id: number,
  letter: Letter,
  drawn: Pick<Body, 'mark' | 'request'>,
): Buffer {
  const { text, reply, mentions, card, paper, announces, follows } = letter;
  const files = letter.files.map(({ kind, name, bytes }) => ({
    kind,
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const [to, kind] = addressOf(letter.chat);
  const body: Body = {
    text,
    files,
    reader: readerOf(kind, letter.person),
    ...drawn,
    ...(reply === undefined ? {} : { reply: { ...reply, to } }),
    ...(mentions === undefined ? {} : { mentions }),
    ...(card === undefined ? {} : { card }),
    ...(paper === undefined ? {} : { paper }),
    ...(announces === undefined ? {} : { announces }),
    ...(follows === undefined ? {} : { follows }),
  };
  return seal.close(placeOf(branch, id), Buffer.from(JSON.stringify(body)));
}

/** The address as two columns; no recipient is `none`. */
export function addressOf(chat: Chat | null): readonly [address: string, kind: string] {
  if (chat === null) return ['', 'none'];
  return chat.kind === 'group' ? [chat.id, 'group'] : [chat.account, 'private'];
}

/** Reads what `addressOf` wrote. */
export function chatOf(row: Row): Chat {
  const address = textOf(row, 'chat');
  return row['chat_kind'] === 'group'
    ? { kind: 'group', id: address }
    : { kind: 'private', account: address };
}

export const letterColumns = columnsNamed([
  ...['branch', 'id', 'channel', 'chat', 'chat_kind', 'person', 'state', 'created_at', 'expires_at'],
  ...['attempts', 'progress'],
]);

/** @param rest what follows `FROM outbox` */
export function prepareLetters(db: Connection, rest: string) {
  return prepareRead(db, letterColumns, `FROM outbox ${rest}`, 'sealed');
}

/** Who it is for, which its seal covers too: the account may change, the person and the kind of chat never do. */
function readerOf(kind: unknown, person: unknown): string {
  return `${String(kind)}/${String(person)}`;
}

/** Those that nobody changed: another is not sent, and `npm run verify` names it. */
export function openLetters(rows: readonly Row[], seal: Seal): readonly StoredLetter[] {
  return rows.flatMap((row) => {
    try {
      return [openLetter(row, seal)];
    } catch {
      return [];
    }
  });
}

/** @throws when the letter, or whom it is for, was changed or moved */
export function openLetter(row: Row, seal: Seal): StoredLetter {
  const branch = textOf(row, 'branch');
  const id = intOf(row, 'id');
  const opened = seal.open(placeOf(branch, id), bytesOf(row['sealed'])).toString('utf8');
  const { files, reply, reader, ...body } = JSON.parse(opened) as Body;
  if (reader !== undefined && reader !== readerOf(row['chat_kind'], row['person']))
    throw new Error('the letter is for somebody else');
  return {
    branch,
    id,
    createdAt: textOf(row, 'created_at'),
    channel: textOf(row, 'channel'),
    chat: chatOf(row),
    person: row['person'] === null ? null : intOf(row, 'person'),
    ...body,
    ...(reply?.to === textOf(row, 'chat') && { reply: { handle: reply.handle, expiresAt: reply.expiresAt } }),
    files: files.map(({ kind, name, base64 }): ChannelFile => ({
      kind,
      name,
      bytes: Buffer.from(base64, 'base64'),
    })),
    expiresAt: textOrNull(row, 'expires_at'),
    attempts: intOf(row, 'attempts'),
    progress: row['progress'] === null ? 0 : intOf(row, 'progress'),
  };
}
