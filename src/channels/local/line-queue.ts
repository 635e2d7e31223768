import type { Inbound } from '../../app/ports/channel.js';
import type { HistoryFile } from './history.js';

/** Hands lines to the bot one at a time and waits until each is handled. */
interface LineQueue {
  start(receive: (message: Inbound) => Promise<void>): void;
  /** Resolves when the line is handled, or has to wait for the next start. Never rejects. */
  offer(id: number): Promise<void>;
  /** Resolves when the current line is done; nothing is delivered after it. */
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
  let tail = Promise.resolve();
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
  const offer = (id: number): Promise<void> => (tail = tail.then(() => deliver(id)));
  return {
    start(next) {
      receive = next;
      for (const id of history.unhandled()) void offer(id);
    },
    offer,
    stop() {
      receive = undefined;
      return tail;
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
