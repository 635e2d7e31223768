import type { Timer } from './app/ports/clock.js';

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The real time in Asia/Shanghai as `YYYY-MM-DDTHH:MM:SS`, whatever the machine's zone. */
export function shanghaiNow(): string {
  // The Swedish short form is ISO with a blank between day and time.
  return parts.format(new Date()).replace(' ', 'T');
}

/** The machine's own timers; they never keep an idle process alive. */
export const machineTimer: Timer = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timeout = setTimeout(work, milliseconds);
    timeout.unref();
    return () => clearTimeout(timeout);
  },
};
