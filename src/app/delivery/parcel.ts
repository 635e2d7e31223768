import type { Chat } from '../ports/channel.js';
import type { Lease, StoredLetter } from '../ports/store.js';
import { cardOf } from './card.js';
import type { Message, Part } from './sending/parts.js';

/** Something on its way to one chat: a letter of the outbox, or an answer that stands nowhere else. */
export interface Parcel {
  readonly key: string;
  readonly message: Message;
  readonly letter: StoredLetter | null;
  /** Answers are worth nothing after that; on the timer. */
  readonly until: number;
  parts: readonly Part[] | null;
  /** Parts that have arrived. */
  done: number;
  tries: number;
  /** The lease it was claimed under. */
  claimed: Lease | null;
}

/** What follows an attempt. */
export type Step =
  | { readonly next: 'parcel' }
  | { readonly next: 'part' }
  | { readonly next: 'rest'; readonly milliseconds: number }
  /** Until the connection comes back. */
  | { readonly next: 'stall' };

export function keyOf({ branch, id }: Pick<StoredLetter, 'branch' | 'id'>): string {
  return `${branch}/${id}`;
}

export function laneOf(chat: Chat): string {
  return chat.kind === 'group' ? `group/${chat.id}` : `private/${chat.account}`;
}

export function parcelOf(letter: StoredLetter, chat: Chat): Parcel {
  const { text, files, reply, mentions } = letter;
  const card = cardOf(letter);
  const message: Message = {
    key: keyOf(letter),
    chat,
    text,
    files,
    ...(reply === undefined ? {} : { reply }),
    ...(mentions === undefined ? {} : { mentions }),
    ...(card === undefined ? {} : { card }),
  };
  return { ...fresh(message, Infinity), letter, done: letter.progress };
}

export function answerParcel(message: Message, until: number): Parcel {
  return fresh(message, until);
}

function fresh(message: Message, until: number): Parcel {
  return { key: message.key, message, letter: null, until, parts: null, done: 0, tries: 0, claimed: null };
}
