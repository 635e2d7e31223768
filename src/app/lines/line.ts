import { failureOf } from '../failure.js';
import type { HandlerDeps, Incoming, Reader } from '../incoming.js';
import type { Meter } from '../ports/meter.js';
import { keyOf } from './meanwhile.js';

/** A message that waits to be handled. */
export interface Line {
  readonly incoming: Incoming;
  readonly read: Reader;
  /** For those who count. */
  readonly count: ReturnType<Meter['begin']>;
  /** Its changes are durable, its answer is on the way. */
  readonly done: () => void;
  /** How often another process wrote first. */
  overtaken: number;
}

export function isSameMessage({ incoming: one }: Line, { incoming: other }: Line): boolean {
  return one.message.messageId === other.message.messageId && one.message.channel === other.message.channel;
}

/** The one id in the log from a message to its letters. */
export function requestOf({ message: { channel, messageId } }: Incoming): string {
  return `${channel}/${messageId}`;
}

/** Nothing was changed; the sentence bypasses the outbox. */
export function fail(deps: HandlerDeps, { incoming }: Line, error: unknown): void {
  const reference = deps.ids.reference();
  const { branch, message, speaker } = incoming;
  const { channel, messageId } = message;
  const request = requestOf(incoming);
  deps.log.error(
    { reference, branch, channel, messageId, request, ...failureOf(error) },
    'unexpected failure',
  );
  if (speaker === null) return;
  const text = deps.voice.failure(reference);
  deps.delivery.answer({ key: keyOf(incoming, reference), chat: speaker.chat, text, files: [] });
}
