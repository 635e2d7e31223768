import { SendError } from '../../app/ports/channel.js';

/** The service does not take this bot: its id or secret is wrong. */
export class WecomRefused extends Error {
  constructor(readonly errcode: number) {
    super(`errcode ${errcode}`);
  }
}

/** The service is busy or we are too fast: it took nothing, and takes it later. */
const passing = new Set([-1, 45009, 45011, 45033]);
/** `invalid chatid`: nobody has spoken to the bot there, or it has been taken out of the group. */
const noContact = 93006;
/** Of a rejected answer to too many messages, in milliseconds; the back-off of the outbox grows from there. */
const coolDown = 5_000;

/** The SDK rejects with the acknowledgement itself, a plain object. */
export function errcodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

export function isPassing(errcode: number): boolean {
  return passing.has(errcode);
}

/** A message that cannot be answered any more (846605 `invalid req_id`, 846608 `stream message update expired`, …). */
export function isUnanswerable(error: unknown): boolean {
  const errcode = errcodeOf(error);
  return errcode !== undefined && !passing.has(errcode);
}

/** The frame was written and no acknowledgement came. */
export function isUnacknowledged(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Reply ack timeout');
}

/** `WebSocket not connected`: the frame was never written. */
function isUnsent(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('WebSocket not connected');
}

/**
 * Why a message was not sent.
 * @param isKnown somebody has spoken to the bot in this chat since the start. Where nobody has, a code that we do not
 * know most likely means just that; whoever speaks finds out.
 */
export function sendErrorOf(error: unknown, isKnown: boolean): SendError {
  if (error instanceof SendError) return error;
  const errcode = errcodeOf(error);
  if (errcode !== undefined) {
    const said = `errcode ${errcode}`;
    if (passing.has(errcode)) return new SendError('transient', said, coolDown);
    return new SendError(errcode === noContact || !isKnown ? 'contactFirst' : 'refused', said);
  }
  if (isUnsent(error)) return new SendError('transient', 'not connected');
  // Written, and the connection broke or the acknowledgement did not come: nobody knows.
  return new SendError('uncertain', isUnacknowledged(error) ? 'no acknowledgement' : 'connection lost');
}

/** An upload shows nothing to anybody: whatever became of it, it can be done again. */
export function uploadErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const errcode = errcodeOf(error) ?? errcodeInWords(error);
  return errcode === undefined || passing.has(errcode)
    ? new SendError('transient', 'upload interrupted')
    : new SendError('refused', `upload errcode ${errcode}`);
}

/** Of a part of an upload the SDK gives the acknowledgement only inside of a sentence. */
function errcodeInWords(error: unknown): number | undefined {
  const found = error instanceof Error ? /"errcode":(-?\d+)/u.exec(error.message)?.[1] : undefined;
  return found === undefined ? undefined : Number(found);
}
