import { cutText } from './cut.js';
import type { Channel, Chat, Outbound } from './ports/channel.js';
import type { Clock } from './ports/clock.js';
import type { Log } from './ports/log.js';
import type { Store, StoredLetter } from './ports/store.js';

/** Takes committed letters to the channel: in order within each chat, each one once. */
export interface Delivery {
  post(letters: readonly StoredLetter[]): void;
  /** An answer that changed nothing: not in the outbox, but in order with what is. */
  answer(message: Outbound): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** At start: what an earlier process left behind. */
  recover(): Promise<void>;
}

export function createDelivery(deps: {
  readonly channel: Channel;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): Delivery {
  const { channel, store, clock, log } = deps;
  const chains = new Map<string, Promise<void>>();
  const underWay = new Set<Promise<void>>();

  const track = (work: Promise<void>): void => {
    const watched = work
      .catch((error: unknown) => log.error({ error: String(error) }, 'delivery failed'))
      .finally(() => underWay.delete(watched));
    underWay.add(watched);
  };

  /** Runs after everything that was queued for this chat before. */
  const inOrder = (chat: Chat, work: () => Promise<void>): Promise<void> => {
    const key = chat.kind === 'group' ? `group/${chat.id}` : `private/${chat.account}`;
    const next = (chains.get(key) ?? Promise.resolve()).then(work, work);
    chains.set(key, next);
    return next.finally(() => {
      if (chains.get(key) === next) chains.delete(key);
    });
  };

  /** In messages that the channel can carry; the files go with the last one. */
  const transmit = async (message: Outbound): Promise<void> => {
    const parts = cutText(message.text, channel.capabilities.maximumBytes);
    for (const [index, text] of parts.entries()) {
      const last = index === parts.length - 1;
      const key = parts.length === 1 ? message.key : `${message.key}.${index + 1}`;
      await channel.send({ ...message, key, text, files: last ? message.files : [] });
    }
  };

  const send = async (letter: StoredLetter): Promise<void> => {
    const { chat, text, files } = letter;
    if (chat === null) return;
    if (letter.expiresAt !== null && letter.expiresAt < clock.now()) {
      await store.outbox.mark([letter], 'expired', clock.now());
      return;
    }
    try {
      await transmit({ key: `${letter.branch}/${letter.id}`, chat, text, files });
      // Where a second delivery is recognised, the mark only spares it.
      await store.outbox.mark([letter], 'sent', clock.now(), !channel.capabilities.idempotentSends);
    } catch (error) {
      log.warn({ branch: letter.branch, letter: letter.id, error: String(error) }, 'letter not sent');
      await store.outbox.mark([letter], 'failed', clock.now());
    }
  };

  const post = (letters: readonly StoredLetter[]): void => {
    const ours = letters.filter((letter) => letter.chat !== null && letter.channel === channel.name);
    if (ours.length === 0) return;
    // `sending` is durable before the first call: a letter found so at the next start is uncertain. Where
    // a second delivery is recognised nothing is uncertain, and the mark is spared.
    const claimed = channel.capabilities.idempotentSends
      ? Promise.resolve()
      : store.outbox.mark(ours, 'sending', clock.now());
    for (const letter of ours) {
      if (letter.chat !== null) track(inOrder(letter.chat, () => claimed.then(() => send(letter))));
    }
  };

  return {
    post,
    answer: (message) => track(inOrder(message.chat, () => transmit(message))),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async recover() {
      post(await store.outbox.recover(channel.capabilities.idempotentSends));
    },
  };
}
