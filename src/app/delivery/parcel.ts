import type { Card, Chat } from '../ports/channel.js';
import type { StoredLetter } from '../ports/store/store.js';
import type { Lease } from '../ports/store/leases.js';
import type { Message, Part } from './sending/parts.js';

/** The buttons of a letter under an id that says which matter they are about, and that no other database gives again. */
function cardOf(letter: StoredLetter): Card | undefined {
  const { card, branch, id, createdAt, text } = letter;
  if (card === undefined) return undefined;
  const stamp = createdAt.replace(/\D/gu, '');
  const [title = ''] = text.split('\n');
  return { id: `${branch}-${card.matter ?? noMatter}-${id}-${stamp}`, title, buttons: card.buttons };
}

/** In place of a number, on the card of something that was offered. */
const noMatter = 'p';

/** Branch and matter of a card, null for something offered; undefined for what the bot never sent. */
export function matterOfCard(
  id: string,
): { readonly branch: string; readonly matter: number | null } | undefined {
  const match = /^(b\d+)-(\d+|p)-\d+-\d{14}$/u.exec(id);
  if (match === null) return undefined;
  return { branch: match[1] ?? '', matter: match[2] === noMatter ? null : Number(match[2]) };
}

/** On its way to one chat: a letter of the outbox, or an answer kept nowhere else. */
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
  const { text, files, reply, mentions, mark } = letter;
  const card = cardOf(letter);
  const key = keyOf(letter);
  const message: Message = {
    key: mark === undefined ? key : `${key}/${mark}`,
    chat,
    text,
    files,
    ...(reply === undefined ? {} : { reply }),
    ...(mentions === undefined ? {} : { mentions }),
    ...(card === undefined ? {} : { card }),
  };
  return { ...fresh(message, Infinity), key, letter, done: letter.progress };
}

export function answerParcel(message: Message, until: number): Parcel {
  return fresh(message, until);
}

function fresh(message: Message, until: number): Parcel {
  return { key: message.key, message, letter: null, until, parts: null, done: 0, tries: 0, claimed: null };
}
