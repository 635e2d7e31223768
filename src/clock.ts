import type { Timer } from './app/ports/timer.js';

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The real time in Asia/Shanghai as `YYYY-MM-DDTHH:MM:SS`, whatever zone the machine is in. */
export function shanghaiNow(): string {
  // The Swedish short form is the ISO one, with a blank between day and time.
  return parts.format(new Date()).replace(' ', 'T');
}

/** The machine's own timers. None of them keeps a process alive that has nothing else to do. */
export const machineTimer: Timer = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timeout = setTimeout(work, milliseconds);
    timeout.unref();
    return () => clearTimeout(timeout);
  },
};
