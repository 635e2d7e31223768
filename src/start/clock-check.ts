import type { Handler } from '../app/handle.js';
import type { Clock } from '../app/ports/clock.js';
import type { Store } from '../app/ports/store.js';
import { confirmClockHere, doubtClock, doubtOfClock } from '../app/status/clock.js';
import type { ClockDoubt } from '../app/status/says.js';
import type { Intent } from '../app/use-case.js';

/** Whether the machine's clock may be believed. Only the start looks; what was doubted stays so until somebody answers. */
export interface ClockCheck {
  /** Before anything is written or sent: every branch's secretary is told, and `onDoubt`. */
  look(onDoubt: (doubt: ClockDoubt) => void): Promise<void>;
  isHeld(): boolean;
  confirm(): Promise<void>;
}

export function createClockCheck({
  store,
  handle,
  clock,
}: {
  readonly store: Store;
  readonly handle: Handler;
  readonly clock: Clock;
}): ClockCheck {
  let held = false;
  const inAll = async (intent: Intent): Promise<void> => {
    const message = { channel: 'clock-check', messageId: `${intent.useCase.name}@${clock.now()}` };
    for (const { id: branch } of store.branches())
      await handle({ branch, message, speaker: null, files: [] }, () => ({ kind: 'intent', intent }));
  };
  const confirm = () => inAll(confirmClockHere.intent({}));
  return {
    async look(onDoubt) {
      const { newest, doubted } = store.clockRecord();
      const now = clock.now();
      const why = doubtOfClock(newest, now);
      if (why === null || newest === null) {
        // It was put right before this start.
        if (doubted) await confirm();
        return;
      }
      held = true;
      onDoubt({ now, newest, why });
      await inAll(doubtClock.intent({ newest, why }));
    },
    isHeld() {
      // The answer may come through chat, or through another process.
      if (held) held = store.clockRecord().doubted;
      return held;
    },
    confirm,
  };
}
