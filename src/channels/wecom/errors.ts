import { SendError } from '../../app/ports/channel.js';

/** The service refuses this bot: its id or secret is wrong. */
export class WecomRefused extends Error {
  constructor(readonly errcode: number) {
    super(`errcode ${errcode}`);
  }
}

/** The service is busy or we are too fast: it took nothing now but will later. */
const passing = new Set([-1, 45009, 45011, 45033]);
/** `invalid chatid`: nobody has spoken to the bot there, or it was removed from the group. */
const noContact = 93006;
/** Milliseconds after a rate-limited answer; the outbox backs off from there. */
const coolDown = 5_000;

/** The SDK rejects with the acknowledgement itself, a plain object. */
function errcodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

export function isPassing(errcode: number): boolean {
  return passing.has(errcode);
}

/** A message that can no longer be answered (846605 `invalid req_id`, 846608 `stream message update expired`, …). */
export function isUnanswerable(error: unknown): boolean {
  const errcode = errcodeOf(error);
  return errcode !== undefined && !passing.has(errcode);
}

/** The frame was written, but no acknowledgement came. */
export function isUnacknowledged(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Reply ack timeout');
}

/** `WebSocket not connected`: the frame was never written. */
function isUnsent(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('WebSocket not connected');
}

/**
 * Why a message was not sent.
 * @param isKnown somebody has spoken to the bot in this chat since the start. Otherwise an unknown code most likely
 * means that nobody has; the next message there finds out.
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
  // Written, but the connection broke or no acknowledgement came: unknown.
  return new SendError('uncertain', isUnacknowledged(error) ? 'no acknowledgement' : 'connection lost');
}

/** An upload shows nothing to anybody, so it can always be repeated. */
export function uploadErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const errcode = errcodeOf(error) ?? errcodeInWords(error);
  return errcode === undefined || passing.has(errcode)
    ? new SendError('transient', 'upload interrupted')
    : new SendError('refused', `upload errcode ${errcode}`);
}

/** For parts of an upload the SDK wraps the acknowledgement in a sentence. */
function errcodeInWords(error: unknown): number | undefined {
  const found = error instanceof Error ? /"errcode":(-?\d+)/u.exec(error.message)?.[1] : undefined;
  return found === undefined ? undefined : Number(found);
}
