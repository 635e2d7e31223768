import type { Chat } from '../ports/channel.js';
import type { Letter } from '../ports/store/store.js';

type Said = Pick<Letter, 'chat' | 'text' | 'files' | 'card' | 'paper'>;

/** The commands of one message are answered in one: what their speaker hears waits for the last of them. */
export interface Joined {
  readonly isLast: boolean;
  /** What waits, by chat; shared by all commands of the message. */
  readonly held: Map<string, { readonly chat: Chat; readonly texts: readonly string[] }>;
}

/**
 * Which letters of a command leave with it, and which wait for the last command of the message.
 *
 * @param make a letter of its own for what waits in a chat where the last command says nothing
 */
export function joinedWith<T extends Said>(
  joined: Joined | undefined,
  speaker: { readonly chat: Chat; readonly account: string } | null,
  letters: readonly T[],
  make: (chat: Chat, text: string) => T,
): { readonly now: readonly T[]; readonly later: readonly T[] } {
  if (joined === undefined || speaker === null) return { now: letters, later: [] };
  const isAnswer = ({ chat, files, card, paper }: T) =>
    chat !== null &&
    files.length === 0 &&
    card === undefined &&
    paper === undefined &&
    (chat.kind === 'group' ? speaker.chat.kind === 'group' : chat.account === speaker.account);
  const answers = letters.filter(isAnswer);
  const others = letters.filter((letter) => !isAnswer(letter));
  if (!joined.isLast) return { now: others, later: answers };
  const held = new Map(joined.held);
  hold({ held }, answers);
  const whole = [...held].map(([key, { chat, texts }]) => {
    const own = answers.find((answer) => keyOf(answer.chat) === key);
    const text = [...new Set(texts)].join('\n');
    return own === undefined ? make(chat, text) : { ...own, text };
  });
  return { now: [...whole, ...others], later: [] };
}

export function hold({ held }: Pick<Joined, 'held'>, letters: readonly Said[]): void {
  for (const { chat, text } of letters) {
    if (chat === null) continue;
    const before = held.get(keyOf(chat))?.texts ?? [];
    held.set(keyOf(chat), { chat, texts: [...before, text] });
  }
}

function keyOf(chat: Chat | null): string {
  return chat?.kind === 'private' ? `private/${chat.account}` : 'group';
}
