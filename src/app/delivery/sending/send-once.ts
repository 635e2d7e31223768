import { failureOf } from '../../failure.js';
import { SendError, type Channel, type Outbound, type SendFailure } from '../../ports/channel.js';
import type { Timer } from '../../ports/clock.js';

export type Sent =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'failed';
      readonly failure: SendFailure;
      readonly error: string;
      readonly retryAfter?: number;
    };

/** A send that does not come back is given up after a minute, and a second more for every 50 kB. */
const patience = 60_000;
const bytesPerMillisecond = 50;

/** Calls the channel once. Never rejects, and never waits for ever. */
export function sendOnce(channel: Channel, message: Outbound, timer: Timer): Promise<Sent> {
  return new Promise((resolve) => {
    const bytes = message.files.reduce((sum, file) => sum + file.bytes.length, 0);
    const callOff = timer.after(patience + bytes / bytesPerMillisecond, () =>
      resolve({ kind: 'failed', failure: 'uncertain', error: 'no answer from the channel' }),
    );
    const end = (sent: Sent): void => {
      callOff();
      resolve(sent);
    };
    // At once: nothing comes between the look at the lease and the call. What a channel throws is a rejection too.
    void new Promise<void>((take) => {
      take(channel.send(message));
    }).then(
      () => end({ kind: 'sent' }),
      (error: unknown) => end(failed(error)),
    );
  });
}

/** The channel did not foresee any error but `SendError`: the message may have arrived. */
function failed(error: unknown): Sent {
  if (!(error instanceof SendError)) {
    const { error: kind, code } = failureOf(error);
    return { kind: 'failed', failure: 'uncertain', error: code === undefined ? kind : `${kind} ${code}` };
  }
  const { failure, message, retryAfter } = error;
  return { kind: 'failed', failure, error: message, ...(retryAfter === undefined ? {} : { retryAfter }) };
}
