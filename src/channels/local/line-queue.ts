import type { Inbound } from '../../app/ports/channel.js';
import type { HistoryFile } from './history.js';

/**
 * Hands a person's lines to the bot one at a time and waits until each is handled. Another person's do not wait for them:
 * the bot has an order of its own, in which a question goes before a write that is held up.
 */
interface LineQueue {
  start(receive: (message: Inbound) => Promise<void>): void;
  /** Resolves when the line is handled, or has to wait for the next start. Never rejects. */
  offer(id: number): Promise<void>;
  /** Resolves when the current lines are done; nothing is delivered after them. */
  stop(): Promise<void>;
}

/**
 * Like a chat service: a line that the bot did not take (because it was down or failed) keeps its message id and is
 * delivered again, in order, at the next start.
 */
export function openLineQueue(
  history: HistoryFile,
  onFailure: (messageId: string, error: unknown) => void,
): LineQueue {
  let receive: ((message: Inbound) => Promise<void>) | undefined;
  const tails = new Map<string, Promise<void>>();
  const deliver = async (id: number): Promise<void> => {
    // A line spoken just before the start is offered twice.
    const message = receive && history.isUnhandled(id) ? inboundOf(history, id) : undefined;
    if (!receive || !message) return;
    try {
      await receive(message);
      history.markHandled(id);
    } catch (error) {
      onFailure(message.messageId, error);
    }
  };
  const offer = (id: number): Promise<void> => {
    const speaker = history.message(id)?.speaker;
    const account = speaker?.kind === 'person' ? speaker.account : '';
    const tail = (tails.get(account) ?? Promise.resolve()).then(() => deliver(id));
    tails.set(account, tail);
    return tail;
  };
  return {
    start(next) {
      receive = next;
      for (const id of history.unhandled()) void offer(id);
    },
    offer,
    async stop() {
      receive = undefined;
      await Promise.all(tails.values());
    },
  };
}

function inboundOf(history: HistoryFile, id: number): Inbound | undefined {
  const message = history.message(id);
  if (message?.speaker.kind !== 'person') return undefined;
  const { account } = message.speaker;
  const nickname = history.people().find((person) => person.account === account)?.name;
  return {
    chat: message.chat,
    account,
    ...(nickname === undefined ? {} : { nickname }),
    messageId: `${history.origin}-${id}`,
    text: message.text,
    files: message.files.flatMap(({ id: fileId, kind, name }) => {
      const stored = history.bytes(fileId);
      return stored ? [{ kind, name, bytes: stored.bytes }] : [];
    }),
  };
}
