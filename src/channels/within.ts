import type { Timer } from '../app/ports/clock.js';

/** False: the work took longer, and its outcome is ignored. */
export async function within(timer: Timer, milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let callOff: () => void = () => undefined;
  const patience = new Promise<boolean>(
    (resolve) => (callOff = timer.after(milliseconds, () => resolve(false))),
  );
  try {
    return await Promise.race([work.then(() => true), patience]);
  } finally {
    callOff();
  }
}
