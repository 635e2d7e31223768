import type { Handler } from '../app/handle.js';
import type { Clock } from '../app/ports/clock.js';
import type { Store } from '../app/ports/store/store.js';
import { confirmClockHere, doubtClock, doubtOfClock } from '../app/status/clock.js';
import type { ClockDoubt } from '../app/status/says.js';
import type { Intent } from '../app/use-case.js';

/** Whether to believe the machine's clock. Only the start checks it; a doubt lasts until somebody answers. */
interface ClockCheck {
  /** Tells every branch's secretary, and `onDoubt`, before anything is written or sent. */
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
        // Somebody corrected it before this start.
        if (doubted) await confirm();
        return;
      }
      held = true;
      onDoubt({ now, newest, why });
      await inAll(doubtClock.intent({ newest, why }));
    },
    isHeld() {
      // The answer may come through chat, or from another process.
      if (held) held = store.clockRecord().doubted;
      return held;
    },
    confirm,
  };
}
